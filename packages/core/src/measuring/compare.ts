import { err, ok, type Result } from '@psoas/kernel';
import type { MeasuredTest, Measurement } from '../diary/event.ts';
import { detectableChange, isSamePerson, isUsed } from './band.ts';
import { toTenth } from './to-tenth.ts';

/** What widens an error, or why there is none: the same way as before. */
export type ErrorReason = 'same-way' | 'method-changed' | 'measurer-changed';

/** Two values and what their difference is worth. */
export type Comparison = {
  /** Later minus earlier, or right minus left, in the unit of the test. */
  readonly change: number;
  /** A difference up to this cannot be told from chance. */
  readonly error: number;
  readonly isReal: boolean;
  readonly why: readonly ErrorReason[];
};

/** Why two values are not compared. */
export type ComparisonFault =
  | { readonly kind: 'other-test'; readonly tests: readonly [MeasuredTest, MeasuredTest] }
  | { readonly kind: 'other-side' }
  | { readonly kind: 'same-side' }
  | { readonly kind: 'not-used'; readonly which: 'first' | 'second' };

/** [ME-09] What changed on one side: real only beyond the error, which is wider when the method or the measurer changed. */
export function compareMeasurements(earlier: Measurement, later: Measurement): Result<Comparison, ComparisonFault> {
  if (earlier.side !== later.side) return err({ kind: 'other-side' });
  return compared(earlier, later, detectableChange(later.test, later, earlier));
}

/** [ME-10] Right against left, by the same error. Of two counts the larger one gives it. */
export function compareSides(left: Measurement, right: Measurement): Result<Comparison, ComparisonFault> {
  if (left.side === right.side) return err({ kind: 'same-side' });
  const [more, less] = left.value > right.value ? [left, right] : [right, left];
  return compared(left, right, detectableChange(left.test, less, more));
}

function compared(first: Measurement, second: Measurement, error: number): Result<Comparison, ComparisonFault> {
  if (first.test !== second.test) return err({ kind: 'other-test', tests: [first.test, second.test] });
  if (!isUsed(first) || !isUsed(second)) return err({ kind: 'not-used', which: isUsed(first) ? 'second' : 'first' });
  // [ME-07] Only an angle's error is wider when somebody else reads it: that of a count is a share of it either way.
  const changed: readonly ErrorReason[] = first.test !== 'thomas' ? [] : [
    ...(first.method === second.method ? [] : (['method-changed'] as const)),
    ...(isSamePerson(first.measuredBy, second.measuredBy) ? [] : (['measurer-changed'] as const)),
  ];
  const change = toTenth(second.value - first.value);
  return ok({ change, error, isReal: Math.abs(change) > error, why: changed.length === 0 ? ['same-way'] : changed });
}
