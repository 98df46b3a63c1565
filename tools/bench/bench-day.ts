import { parseLocalDate, type LocalDate } from '@psoas/kernel';

/** The day on which every measured diary ends, that of the browser tests. */
export const benchDay: LocalDate = dayOf('2026-11-21');

/** The calendar day of a moment where this machine stands. */
export function localDay(moment: Date): LocalDate {
  return dayOf(new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10));
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(`${text} is no day`);
  return day.value;
}
