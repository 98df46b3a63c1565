import { daysBetween, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '../diary-state.ts';

/** [D-08] Every so many weeks of training without a break one week is lighter. Own choice: no source we trust names a number. */
const deloadEveryWeeks = 8;
/** [D-08] A longer gap begins the count anew. */
const weekDays = 7;

type Streak = { readonly start: LocalDate; readonly last: LocalDate };

/** [D-08] For any day, whether it lies in a lighter week: the eighth in a row in which somebody trained. */
export function deloadCalendar({ runs }: Pick<DiaryState, 'runs'>): (day: LocalDate) => boolean {
  const days = [...new Set(runs.filter(({ sets }) => sets.length > 0).map(({ startedDay }) => startedDay))].toSorted();
  const streaks: Streak[] = [];
  for (const day of days) {
    const streak = streaks.at(-1);
    if (streak !== undefined && daysBetween(streak.last, day) <= weekDays) streaks[streaks.length - 1] = { ...streak, last: day };
    else streaks.push({ start: day, last: day });
  }
  return (day) => {
    const streak = streaks.findLast(({ start }) => start < day);
    if (streak === undefined || daysBetween(streak.last, day) > weekDays) return false;
    return (Math.floor(daysBetween(streak.start, day) / weekDays) + 1) % deloadEveryWeeks === 0;
  };
}
