import { addDays, type LocalDate } from '@psoas/kernel';
import { shownTime, type ShownTime } from '../progress/time-words.ts';

/** Five years: what is older is in the diary of the person. */
const mostDays = 1830;

/** The time that a chart shows: from its first day, which is not believed without end, to the last. */
export function shownSince(days: readonly LocalDate[], today: LocalDate, firstWeekday: number): ShownTime {
  const earliest = addDays(today, -mostDays);
  const first = days.filter((day) => day >= earliest && day <= today).toSorted()[0] ?? today;
  const time = shownTime('all', { today, first, firstWeekday });
  return time;
}
