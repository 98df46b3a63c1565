import { daysBetween, parseLocalDate, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '../diary/index.ts';

/** [BR-11] Days over which the habit is looked at. */
const habitDays = 14;

/** [BR-11] From so many breaks in two weeks on, a note stands on one day of so many. Own choice. */
const fading: readonly { readonly fromBreaks: number; readonly everyDays: number }[] = [
  { fromBreaks: 40, everyDays: Infinity },
  { fromBreaks: 20, everyDays: 7 },
  { fromBreaks: 10, everyDays: 4 },
  { fromBreaks: 4, everyDays: 2 },
  { fromBreaks: 0, everyDays: 1 },
];

/**
 * [BR-11] Which of `count` posture notes stands today, from 0; undefined when none does. Notes take turns, and the more
 * breaks were taken in the last two weeks the fewer days have one.
 */
export function posturePrompt(
  { breaks }: Pick<DiaryState, 'breaks'>,
  today: LocalDate,
  count: number,
): number | undefined {
  const taken = breaks.filter(({ day }) => {
    const age = daysBetween(day, today);
    return age >= 0 && age < habitDays;
  }).length;
  const everyDays = fading.find(({ fromBreaks }) => taken >= fromBreaks)?.everyDays ?? 1;
  const dayNumber = daysSinceStart(today);
  if (count < 1 || everyDays === Infinity || dayNumber % everyDays !== 0) return undefined;
  return Math.floor(dayNumber / everyDays) % count;
}

function daysSinceStart(day: LocalDate): number {
  const start = parseLocalDate('2000-01-01');
  return start.ok ? Math.max(0, daysBetween(start.value, day)) : 0;
}
