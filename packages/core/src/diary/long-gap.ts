import { daysBetween, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from './diary-state.ts';
import { stepBackAfterDays } from './steps/fold-steps.ts';

/** [D-09] Days since the last session with a set, when they are so many that it matters; else undefined. */
export function longGap({ runs }: Pick<DiaryState, 'runs'>, today: LocalDate): number | undefined {
  const last = runs.findLast(({ sets }) => sets.length > 0);
  const days = last === undefined ? 0 : daysBetween(last.startedDay, today);
  return days >= stepBackAfterDays ? days : undefined;
}
