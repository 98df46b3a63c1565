import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { PlanItem } from '../../programme/index.ts';
import { amberFrom, redFrom } from '../../session/stop-rules.ts';
import type { LoggedRunSet } from '../diary-state.ts';
import type { NextDayAnswer } from '../event.ts';
import type { SideVerdict } from './step-change.ts';

/** [D-03] Repetitions that would still have gone well, in the last set. */
const reserveForProgress = 2;
/** A hold that ended within a second of its time is whole. */
const holdSlackSeconds = 1;

/** One exercise on one side in one session, and how the day after was. */
export type DoneWork = {
  readonly item: PlanItem;
  readonly exercise: CatalogueExercise;
  /** The sets of this side, the last one last; sets of both sides at once count for each. */
  readonly sets: readonly LoggedRunSet[];
  readonly nextDay?: NextDayAnswer;
};

// Where nothing may be felt in any exercise, and where every one of ours may be.
const stopPlaces: readonly string[] = ['groin-pinch', 'tingling'];
const rightPlaces: readonly string[] = ['deep-front-hip'];

/** [D-02] [D-03] [D-04] What a session and the day after say about one side of an exercise; the worst reading counts. */
export function verdictOf({ item, exercise, sets, nextDay }: DoneWork): SideVerdict {
  const pains = sets.flatMap(({ pain }) => pain ?? []);
  const pain = pains.length === 0 ? undefined : Math.max(...pains);
  const withPain = pain === undefined ? {} : { pain };
  const isSore = nextDay?.soreness === 'both-sides';
  if (pain !== undefined && pain >= redFrom) return { verdict: 'back', rule: 'D-04', pain };
  if (sets.some((set) => isStopPlace(set, exercise))) return { verdict: 'back', rule: 'D-01', ...withPain };
  if (nextDay !== undefined && nextDay.painNow >= redFrom)
    return { verdict: 'back', rule: 'D-04', pain: nextDay.painNow };
  if (nextDay?.comparedWithBefore === 'worse' && !isSore)
    return { verdict: 'back', rule: 'D-04', pain: nextDay.painNow };
  if (pain !== undefined && pain >= amberFrom) return { verdict: 'trim', rule: 'D-04', pain };
  if (nextDay !== undefined && (isSore || nextDay.painNow >= amberFrom))
    return { verdict: 'hold', rule: 'D-04', pain: nextDay.painNow };
  if (!sets.every((set) => isFormKept(set, exercise))) return { verdict: 'hold', rule: 'D-03', ...withPain };
  // [D-03] Twice in a row: a session without reserve, or not in full, begins the count anew; one without an answer does not.
  if (!isWhole(item, sets)) return { verdict: 'hold', rule: 'D-03', ...withPain };
  if (pain === undefined || nextDay === undefined) return { verdict: 'unknown', rule: 'D-03', ...withPain };
  return { verdict: 'green', rule: 'D-03', pain };
}

// [D-01] Back pain on a stretch, a pinch and tingling stop at once, whatever the number.
function isStopPlace({ felt }: LoggedRunSet, { class: className, feelPlaces }: CatalogueExercise): boolean {
  if (felt === undefined) return false;
  return [...stopPlaces, ...(feelPlaces?.stop ?? [])].includes(felt) || (felt === 'low-back' && className === 'stretch');
}

// [D-03] Form kept: felt where the exercise works, and nobody said otherwise. A place that was not asked is no fault.
function isFormKept({ felt, form }: LoggedRunSet, { feelPlaces }: CatalogueExercise): boolean {
  return form !== 'lost' && (felt === undefined || [...rightPlaces, ...(feelPlaces?.right ?? [])].includes(felt));
}

// [D-03] Every planned set in full, and two repetitions in reserve in the last one and wherever else it was asked; holds to their end.
function isWhole(item: PlanItem, sets: readonly LoggedRunSet[]): boolean {
  const full = sets.filter((set) =>
    item.reps === undefined
      ? set.seconds >= (item.holdSeconds ?? 0) - holdSlackSeconds
      : (set.reps ?? 0) >= item.reps,
  );
  const hasReserve = item.reps === undefined || ((sets.at(-1)?.repsInReserve ?? 0) >= reserveForProgress && sets.every(({ repsInReserve = reserveForProgress }) => repsInReserve >= reserveForProgress));
  return full.length >= item.sets && hasReserve;
}
