import { amberFrom } from '../session/stop-rules.ts';
import type { Run } from './diary-state.ts';
import type { NextStep } from './steps/step-change.ts';

/** Why exercises do not move on, in the order in which it is said. */
export const holdKeys = [
  'retest',
  'crashes',
  'lighterWeek',
  'pain',
  'sore',
  'noAnswer',
  'incomplete',
  'oneMore',
] as const;
export type HoldKey = (typeof holdKeys)[number];

/** One reason, with the ids of the exercises that it holds. */
export type HoldReason = { readonly key: HoldKey; readonly exercises: readonly string[] };

/** [D-02] [D-03] Why nothing moves on, for who asks. Exercises that step back or move on are not in it. */
export function holdReasons(steps: readonly NextStep[], runs: readonly Run[]): readonly HoldReason[] {
  const held = steps
    .filter(({ step }) => step === 'hold')
    .map((step) => ({ exercise: step.exercise, key: keyOf(step, runs) }));
  const firstKey = (exercise: string): HoldKey | undefined =>
    holdKeys.find((key) => held.some((each) => each.exercise === exercise && each.key === key));
  const exercises = [...new Set(held.map(({ exercise }) => exercise))];
  return holdKeys.flatMap((key) => {
    const own = exercises.filter((exercise) => firstKey(exercise) === key);
    return own.length === 0 ? [] : [{ key, exercises: own }];
  });
}

function keyOf({ rule, day, pain, greens }: NextStep, runs: readonly Run[]): HoldKey {
  if (rule === 'D-06') return 'retest';
  if (rule === 'RF43') return 'crashes';
  if (rule === 'D-08') return 'lighterWeek';
  const ofDay = runs.filter((run) => run.startedDay === day);
  if (rule === 'D-04') return ofDay.some((run) => hurt(run, pain)) ? 'pain' : 'sore';
  if (ofDay.every(({ nextDay }) => nextDay === undefined)) return 'noAnswer';
  return greens > 0 ? 'oneMore' : 'incomplete';
}

function hurt({ sets }: Run, told: number | undefined): boolean {
  return told !== undefined && told >= amberFrom && sets.some(({ pain }) => pain === told);
}
