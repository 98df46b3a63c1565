import type { LocalDate } from '@psoas/kernel';
import type { StepState } from './fold-steps.ts';
import type { TrainingDay } from './training-days.ts';

/** [D-04] Days of strength after a bad one until the limit ends. */
const daysOfCalm = 2;

/**
 * [D-04] The most sets of strength that a session gives after a day of strength that hurt, until two days of strength
 * went by without: an easier exercise leaves minutes free, and they are not filled with others. Undefined without a limit.
 */
export function strengthLimit(days: readonly TrainingDay[], { progressByExercise }: StepState): number | undefined {
  const strengthDays = days.filter(({ exercises }) => exercises.some(isStrength));
  const bad = new Set<LocalDate>(
    [...progressByExercise.values()].flatMap(({ latest }) =>
      Object.values(latest).flatMap(({ verdict, day }) => (verdict === 'back' || verdict === 'trim' ? [day] : [])),
    ),
  );
  const latestBad = strengthDays.findLastIndex(({ day }) => bad.has(day));
  if (latestBad < 0 || strengthDays.length - 1 - latestBad >= daysOfCalm) return undefined;
  const given = strengthDays[latestBad]?.exercises.filter(isStrength) ?? [];
  return given.reduce((total, { item }) => total + item.sets, 0);
}

function isStrength({ item }: TrainingDay['exercises'][number]): boolean {
  return item.class === 'strengthen';
}
