import { byId, addDays, type LocalDate } from '@psoas/kernel';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import { testExercise, testRepsDose } from '../../catalogue/test-catalogue.ts';
import type { PlanItem } from '../../programme/index.ts';
import type { LoggedRunSet, Run } from '../diary-state.ts';
import type { NextDayAnswer } from '../event.ts';
import type { StepContext } from '../steps/step-context.ts';
import type { TrainingDay } from '../steps/training-days.ts';
import { day } from './sample-events.ts';

/** For tests: a hold of 30 to 60 seconds, 45 by default. */
export const lunge: CatalogueExercise = testExercise({ id: 'lunge' });
/** For tests: 6 to 12 repetitions, 10 by default, in 2 to 3 sets. */
export const raise: CatalogueExercise = testExercise({ id: 'raise', class: 'strengthen', doses: { default: testRepsDose } });

/** For tests: day 0 is 2026-03-02. */
export function dayAfter(days: number): LocalDate {
  return addDays(day('2026-03-02'), days);
}

/** For tests: two holds of 45 seconds on both sides. */
export function holdItem(parts: Partial<PlanItem> = {}): PlanItem {
  return { exercise: 'lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'], ...parts };
}

/** For tests: two sets of ten on both sides. */
export function repsItem(parts: Partial<PlanItem> = {}): PlanItem {
  const tempo = { upSeconds: 1, pauseSeconds: 2, downSeconds: 2 };
  return { exercise: 'raise', class: 'strengthen', side: 'both', sets: 2, reps: 10, tempo, restSeconds: 30, because: ['P-02'], ...parts };
}

/** For tests: one set done well: whole, no pain, felt in the right place, two in reserve. */
export function doneSet(item: PlanItem, parts: Partial<LoggedRunSet> = {}): LoggedRunSet {
  return {
    run: 'run',
    item: 0,
    exercise: item.exercise,
    side: 'left',
    set: 1,
    seconds: item.holdSeconds ?? 40,
    ...(item.reps !== undefined && { reps: item.reps, repsInReserve: 2 }),
    pain: 0,
    felt: 'deep-front-hip',
    day: dayAfter(0),
    atMillis: 0,
    ...parts,
  };
}

/** For tests: every set of an item on its sides, all done well but for `parts`. */
export function doneSets(item: PlanItem, parts: Partial<LoggedRunSet> = {}): readonly LoggedRunSet[] {
  const worked = item.side === 'both' ? (['left', 'right'] as const) : [item.side];
  return worked.flatMap((side) => Array.from({ length: item.sets }, (_, index) => doneSet(item, { side, set: index + 1, ...parts })));
}

/** For tests: a quiet answer of the day after. */
export const quiet: NextDayAnswer = { run: 'run', comparedWithBefore: 'same', painNow: 0 };

type Trained = { readonly sets?: readonly LoggedRunSet[]; readonly counts?: boolean; readonly nextDay?: NextDayAnswer | null };

/** For tests: one item done on a day, well unless said otherwise; `nextDay: null` is no answer. */
export function trained(days: number, item: PlanItem, { sets = doneSets(item), counts = true, nextDay = quiet }: Trained = {}): TrainingDay {
  return { day: dayAfter(days), startedAtMillis: days * 86_400_000, exercises: [{ exercise: item.exercise, item, sets, counts, isMain: true }], ...(nextDay !== null && { nextDay }) };
}

/** For tests: a walk on a day. */
export function walked(days: number, items: readonly PlanItem[], parts: Partial<Run> = {}): Run {
  const sets = items.flatMap((item, index) => doneSets(item, { item: index, day: dayAfter(days) }));
  return {
    run: `run-${days}`,
    session: 'day-1-home',
    startedDay: dayAfter(days),
    startedAtMillis: days * 86_400_000,
    items,
    options: { firstSide: 'left', order: 'alternate' },
    sets,
    outcome: 'completed',
    ...parts,
  };
}

/** For tests: a person with no equipment whom nothing forbids anything, seen on a day soon after. */
export function testContext(exercises: readonly CatalogueExercise[], parts: Partial<StepContext> = {}): StepContext {
  return {
    exerciseById: byId(exercises),
    today: dayAfter(0),
    factsOn: () => ({ equipment: [], exclusions: [], lowestRungs: false }),
    pauseOn: () => undefined,
    illDays: [],
    proposals: [],
    ...parts,
  };
}
