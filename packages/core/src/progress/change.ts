import { daysBetween, type LocalDate } from '@psoas/kernel';
import { toTenth } from '../measuring/index.ts';

/** [PR-07] Days between the first value and the last before a change is spoken of. */
export const earliestChangeDays = 28;

/** [PR-07] What can honestly be said about a row of values. It never says why. */
export type Change =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-early'; readonly points: number; readonly days: number; readonly since: LocalDate }
  | ({ readonly kind: 'no-change' } & Compared)
  | ({ readonly kind: 'better' | 'worse' } & Compared);

/** The two values behind a judgement; `by` is never negative. */
export type Compared = { readonly from: number; readonly to: number; readonly by: number; readonly error: number; readonly since: LocalDate; readonly until: LocalDate };

type Dated = { readonly day: LocalDate; readonly value: number };
type Judging<Point> = {
  /** The change below which nothing can be told, between the first point and the last. */
  readonly error: (last: Point, first: Point) => number;
  /** Whether a smaller value is the better one. */
  readonly lessReads: 'better' | 'worse';
};

/** [PR-07] The last value against the first. Points stand oldest first. */
export function judgeChange<Point extends Dated>(points: readonly Point[], { error, lessReads }: Judging<Point>): Change {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'nothing' };
  const days = daysBetween(first.day, last.day);
  if (points.length < 2 || days < earliestChangeDays) return { kind: 'too-early', points: points.length, days, since: first.day };
  const limit = error(last, first);
  // To a tenth, as everywhere: what a binary fraction adds is no change.
  const by = toTenth(Math.abs(last.value - first.value));
  const compared = { from: first.value, to: last.value, by, error: limit, since: first.day, until: last.day };
  if (by <= limit) return { kind: 'no-change', ...compared };
  const isLess = last.value < first.value;
  return { kind: isLess === (lessReads === 'better') ? 'better' : 'worse', ...compared };
}

/** Whether a change is larger than its error. */
export function isBeyondError(change: Change): change is Extract<Change, { readonly kind: 'better' | 'worse' }> {
  return change.kind === 'better' || change.kind === 'worse';
}
