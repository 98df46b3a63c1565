import type { LocalDate } from '@psoas/kernel';
import { language } from '@psoas/knowledge/language';

/** A number as the language writes it, with as many decimals as asked for: 4.6 or 4,6. */
export function numberText(value: number, decimals: number): string {
  return new Intl.NumberFormat(language.formats, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false }).format(value);
}

/** How much of a day is written. */
export type DayParts = Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year' | 'dateStyle'>;

/** A calendar day as the language writes it: 2 March, or 2. März. */
export function calendarDayText(day: LocalDate, parts: DayParts): string {
  return new Intl.DateTimeFormat(language.formats, { ...parts, timeZone: 'UTC' }).format(new Date(day));
}

/** A moment as the language writes it, where the device is. */
export function momentText(millis: number, parts: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>): string {
  return new Intl.DateTimeFormat(language.formats, parts).format(new Date(millis));
}
