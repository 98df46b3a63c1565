import { fillTemplate, type LocalDate } from '@psoas/kernel';

/** A day without its year, such as "16 Nov"; `daysShort` has a form for each month. */
export function shortDayWords(day: LocalDate, daysShort: readonly string[]): string {
  return fillTemplate(daysShort[Number(day.slice(5, 7)) - 1] ?? '', { day: Number(day.slice(8)) });
}
