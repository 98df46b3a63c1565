import type { LocalDate } from '@psoas/kernel';

/** When something was, by the clock and by the calendar of the person. */
export type Moment = { readonly atMillis: number; readonly day: LocalDate };

/**
 * Whether something came after a look at it, by the clock or by the calendar: a clock that once ran ahead, or a word
 * that was given on an earlier day and written down later, does not reach what came after it. The same moment is after.
 */
export function isLater(moment: Moment, look: Moment): boolean {
  return moment.atMillis >= look.atMillis || moment.day > look.day;
}
