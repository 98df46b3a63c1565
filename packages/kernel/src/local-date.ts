import { err, ok, type Result } from './result.ts';

declare const localDateBrand: unique symbol;

/** A calendar day where the person is, as YYYY-MM-DD. It has no clock and no time zone. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** What is wrong with a text that should be a calendar day. */
export type LocalDateError = { readonly type: 'not-a-date'; readonly found: string };

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads YYYY-MM-DD; refuses days that no calendar has, such as 2026-02-30. */
export function parseLocalDate(text: string): Result<LocalDate, LocalDateError> {
  return isDay(text) ? ok(text as LocalDate) : err({ type: 'not-a-date', found: text });
}

function isDay(text: string): boolean {
  if (!pattern.test(text)) return false;
  const month = digitAt(text, 5) * 10 + digitAt(text, 6);
  const day = digitAt(text, 8) * 10 + digitAt(text, 9);
  // Every month has 28 days: only the end of one needs its length.
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysOfMonth(Number(text.slice(0, 4)), month));
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
  const month = digitAt(date, 5) * 10 + digitAt(date, 6);
  const dayOfMonth = digitAt(date, 8) * 10 + digitAt(date, 9);
  const yearOfDate = ((digitAt(date, 0) * 10 + digitAt(date, 1)) * 10 + digitAt(date, 2)) * 10 + digitAt(date, 3);
  const year = yearOfDate - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

// Read digit by digit: long diaries compare days a million times, and splitting texts is ten times slower.
function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - zeroCode;
}

const zeroCode = '0'.charCodeAt(0);

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
