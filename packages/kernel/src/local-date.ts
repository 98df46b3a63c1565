import { err, ok, type Result } from './result.ts';

declare const localDateBrand: unique symbol;

/** A calendar day where the person is, as YYYY-MM-DD. It has no clock and no time zone. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** What is wrong with a text that should be a calendar day. */
export type LocalDateError = { readonly type: 'not-a-date'; readonly found: string };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads YYYY-MM-DD; refuses days that no calendar has, such as 2026-02-30. */
export function parseLocalDate(text: string): Result<LocalDate, LocalDateError> {
  const parts = pattern.exec(text);
  if (parts === null) return err({ type: 'not-a-date', found: text });
  const date = text as LocalDate;
  return dayNumberToDate(dateToDayNumber(date)) === text ? ok(date) : err({ type: 'not-a-date', found: text });
}

/** The day that lies `days` later (earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayNumberToDate(dateToDayNumber(date) + days);
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dateToDayNumber(to) - dateToDayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((((dateToDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

// Days since 1970-01-01 in the proleptic Gregorian calendar. The year is counted from March, so that the
// leap day is its last; the well-known civil-from-days arithmetic, written out because Date is not for pure code.
function dateToDayNumber(date: LocalDate): number {
  const [yearText, monthText, dayText] = date.split('-');
  const month = Number(monthText);
  const year = Number(yearText) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(dayText) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function dayNumberToDate(dayNumber: number): LocalDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}
