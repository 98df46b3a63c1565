import { daysBetween, type PerSide } from '@psoas/kernel';
import type { MeasuredTest } from '../diary/index.ts';
import { detectableChange, toTenth } from '../measuring/index.ts';
import type { FindingResult } from '../selfcheck/index.ts';
import type { CheckFindings } from './findings.ts';
import type { MeasuredPoint, MeasuredSeries } from './measured.ts';

/** Values of both sides further apart than this in days are not compared. Own choice: half the time between checks. */
const sameTimeDays = 14;

/** [PR-09] The latest value of each side, and whether the two differ by more than measuring can err. */
export type SideDifference = PerSide<number> & {
  readonly test: MeasuredTest;
  readonly by: number;
  readonly error: number;
  readonly isBeyondError: boolean;
};

/** [PR-09] Both sides against each other: only what can be compared. */
export type LeftAgainstRight = {
  readonly measured: readonly SideDifference[];
  /** The latest check, when both sides were told. */
  readonly findings?: PerSide<FindingResult> & { readonly differ: boolean };
};

/** [PR-09] Left against right in the latest check and in what was last measured on both sides within two weeks. */
export function leftAgainstRight(series: readonly MeasuredSeries[], checks: readonly CheckFindings[]): LeftAgainstRight {
  const latest = checks.at(-1);
  const isTold = latest !== undefined && latest.left !== 'cannot-tell' && latest.right !== 'cannot-tell';
  return {
    measured: series.flatMap((each) => differenceOf(each) ?? []),
    ...(isTold && { findings: { left: latest.left, right: latest.right, differ: latest.left !== latest.right } }),
  };
}

function differenceOf({ test, left, right }: MeasuredSeries): SideDifference | undefined {
  const [one, other] = [left.at(-1), right.at(-1)];
  if (one === undefined || other === undefined || Math.abs(daysBetween(one.day, other.day)) > sameTimeDays) return undefined;
  const by = toTenth(Math.abs(one.value - other.value));
  const error = detectableChange(test, ...byValue(one, other));
  return { test, left: one.value, right: other.value, by, error, isBeyondError: by > error };
}

// A share is taken of the stronger side, so that it does not matter which one is named first.
function byValue(one: MeasuredPoint, other: MeasuredPoint): readonly [MeasuredPoint, MeasuredPoint] {
  return Math.abs(one.value) > Math.abs(other.value) ? [other, one] : [one, other];
}
