import type { PerSide, Side } from '@psoas/kernel';
import type { Answers } from '../../answers/index.ts';
import { sameWayDegrees } from '../../measuring/band.ts';
import { readHalfKneeling, type Sign, type SideFinding, type TraceEntry } from '../../selfcheck/index.ts';
import type { RepeatedTest } from '../diary-state.ts';

/** [D-06] What the same person and set-up cannot tell apart in the bend of the hanging knee (source S8: standard error 7 degrees, so 19 between two days). */
const kneeErrorDegrees = 19;

/** Why a changed reading of one side does not count (yet). */
export type KeptReading =
  /** The half-kneeling test alone changed it: it is done again on another day. */
  | { readonly because: 'repeat-due' }
  /** It was done again, and did not say the same. */
  | { readonly because: 'repeat-disagreed' }
  /** The change is smaller than what the measuring can tell apart. */
  | { readonly because: 'within-error'; readonly changeDegrees: number; readonly errorDegrees: number };

type CheckOfSide = { readonly answers: Answers; readonly findings: PerSide<SideFinding> };

/** What two checks say, and the test that was done again. */
export type Compared = {
  readonly earlier: CheckOfSide;
  readonly later: CheckOfSide;
  readonly repeat?: RepeatedTest;
};

/**
 * [D-06] Why the earlier reading of a side still counts; undefined when the later one does. Pain and what could not be
 * told always count as they are now: caution is never put off.
 */
export function keptReading(side: Side, { earlier, later, repeat }: Compared): KeptReading | undefined {
  const before = earlier.findings[side];
  const after = later.findings[side];
  const tightChanged = isChanged(before.tight, after.tight);
  if (!tightChanged && !isChanged(before.rectusFemoris, after.rectusFemoris)) return undefined;
  const now = usedThomas(after);
  if (now !== undefined) {
    const past = usedThomas(before);
    return past === undefined ? undefined : tightChanged ? smallChange(past, now) : smallKneeChange(side, earlier, later);
  }
  if (repeat === undefined) return { because: 'repeat-due' };
  const { tight, rectusFemoris } = readHalfKneeling(repeat).reads;
  return tight === after.tight && rectusFemoris === after.rectusFemoris ? undefined : { because: 'repeat-disagreed' };
}

// From or to something unknown is no change of finding: it is the first word, or none.
function isChanged(before: Sign, after: Sign): boolean {
  return before !== 'unknown' && after !== 'unknown' && before !== after;
}

function usedThomas({ trace }: SideFinding): TraceEntry | undefined {
  return trace.find(({ test, notUsedBecause }) => test === 'thomas' && notUsedBecause.length === 0);
}

function smallChange(before: TraceEntry, after: TraceEntry): KeptReading | undefined {
  const changeDegrees = Math.abs((after.thighDegrees ?? 0) - (before.thighDegrees ?? 0));
  return changeDegrees > sameWayDegrees ? undefined : { because: 'within-error', changeDegrees, errorDegrees: sameWayDegrees };
}

function smallKneeChange(side: Side, earlier: CheckOfSide, later: CheckOfSide): KeptReading | undefined {
  const before = earlier.answers.tests.thomas?.[side]?.kneeDegrees;
  const after = later.answers.tests.thomas?.[side]?.kneeDegrees;
  if (before === undefined || after === undefined) return undefined;
  const changeDegrees = Math.abs(after - before);
  return changeDegrees > kneeErrorDegrees ? undefined : { because: 'within-error', changeDegrees, errorDegrees: kneeErrorDegrees };
}
