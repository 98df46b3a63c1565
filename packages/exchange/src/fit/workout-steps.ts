import { fillTemplate, type Side } from '@psoas/kernel';
import type { PlanItem } from '@psoas/core/programme';
import type { Step } from '@psoas/core/session';
import type { FitWords } from './fit-words.ts';

/** One step of a workout on a watch. */
export type WorkoutStep = TimedStep | RepsStep | RepeatStep;

type WorkingStep = {
  readonly name: string;
  /** The exercise that is worked; undefined for what lies between. */
  readonly exercise?: string;
  readonly loadKilograms?: number;
};

export type TimedStep = WorkingStep & { readonly kind: 'time'; readonly seconds: number };

/** Repetitions of both sides together, as a watch counts them. */
export type RepsStep = WorkingStep & { readonly kind: 'reps'; readonly reps: number };

/** Goes back to an earlier step until everything from there to here was done so many times in all. */
export type RepeatStep = { readonly kind: 'repeat'; readonly from: number; readonly times: number };

type PlainStep = TimedStep | RepsStep;

/**
 * [FT-02] [FT-03] The steps of a session as a watch runs them: getting ready, holds and repetitions with their side,
 * changing sides, rests. Nobody asks on a watch, so what asks is left out. What comes again is written once.
 */
export function workoutSteps(steps: readonly Step[], { items, nameOf }: Worked, words: FitWords): readonly WorkoutStep[] {
  return foldRepeats(
    steps.flatMap((step) => plainStep(step, { exercise: nameOf(step.exercise), loadKilograms: items[step.item]?.loadKilograms }, words)),
  );
}

type Worked = { readonly items: readonly PlanItem[]; readonly nameOf: (exercise: string) => string };
type Named = { readonly exercise: string; readonly loadKilograms: number | undefined };

function plainStep(step: Step, { exercise, loadKilograms }: Named, words: FitWords): readonly PlainStep[] {
  const withSide = (side: Side | 'both'): string =>
    side === 'both' ? exercise : fillTemplate(words.oneSide, { exercise, side: words.sides[side] });
  const timed = (name: string): readonly PlainStep[] => (step.seconds > 0 ? [{ kind: 'time', name, seconds: step.seconds }] : []);
  switch (step.kind) {
    case 'ready':
      return timed(fillTemplate(words.ready, { exercise: withSide(step.side) }));
    case 'switch':
      return timed(fillTemplate(words.switchTo, { side: words.sides[step.to] }));
    case 'rest':
      return timed(words.rest);
    case 'ask':
      return [];
    case 'work': {
      const working = { name: withSide(step.side), exercise: step.exercise, ...(loadKilograms !== undefined && { loadKilograms }) };
      if (step.mode === 'hold') return [{ ...working, kind: 'time', seconds: step.seconds }];
      return [{ ...working, kind: 'reps', reps: Math.round(step.seconds / (step.secondsPerRep ?? 1)) }];
    }
  }
}

/** The longest row of steps that is looked for again: a set on both sides with everything between is four. */
const longestRow = 8;

// Exact: unfolded, the steps are the same. What saves most of the next steps is taken first.
function foldRepeats(steps: readonly PlainStep[]): readonly WorkoutStep[] {
  const keys = steps.map((step) => JSON.stringify(step));
  const folded: WorkoutStep[] = [];
  for (let at = 0; at < steps.length; ) {
    const { length, times } = bestRow(keys, at);
    const from = folded.length;
    folded.push(...steps.slice(at, at + length));
    if (times > 1) folded.push({ kind: 'repeat', from, times });
    at += length * times;
  }
  return folded;
}

type Row = { readonly length: number; readonly times: number };

function bestRow(keys: readonly string[], at: number): Row {
  let best: Row & { readonly saved: number } = { length: 1, times: 1, saved: 0 };
  for (let length = 1; length <= longestRow; length += 1) {
    const times = timesInRow(keys, at, length);
    const saved = length * (times - 1) - 1;
    if (saved > best.saved) best = { length, times, saved };
  }
  return best;
}

function timesInRow(keys: readonly string[], at: number, length: number): number {
  let times = 1;
  const isAgain = (start: number): boolean =>
    start + length <= keys.length && keys.slice(at, at + length).every((key, index) => key === keys[start + index]);
  while (isAgain(at + times * length)) times += 1;
  return times;
}
