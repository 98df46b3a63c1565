/** What a statement leads one to expect of the model. */
export type Expectation =
  | 'longer'
  | 'shorter'
  | 'unchanged'
  | 'bends-the-hip'
  | 'no-pull'
  | 'turns-in'
  | 'turns-out'
  | 'arches'
  | 'rounds'
  | 'heavier'
  | 'lighter';

/** What the model says to a statement. */
export type Verdict = 'supports' | 'contradicts' | 'cannot-say';

/** The side of zero on which the value lies if the statement is right. */
const signOfExpectation: { readonly [expects in Expectation]: -1 | 0 | 1 } = {
  longer: 1,
  shorter: -1,
  unchanged: 0,
  'bends-the-hip': 1,
  'no-pull': 0,
  'turns-in': 1,
  'turns-out': -1,
  arches: 1,
  rounds: -1,
  heavier: 1,
  lighter: -1,
};

/**
 * Holds a value against an expectation. From `tolerance` on a value counts, up to half of it it is as good as zero;
 * between the two the model is not sure enough to say anything.
 */
export function judge(value: number, expects: Expectation, tolerance: number): Verdict {
  const sign = signOfExpectation[expects];
  if (Number.isNaN(value)) return 'cannot-say';
  if (sign === 0) return verdictOf(Math.abs(value) <= tolerance / 2, Math.abs(value) >= tolerance);
  return verdictOf(value * sign >= tolerance, value * sign <= tolerance / 2);
}

function verdictOf(isSeen: boolean, isRefuted: boolean): Verdict {
  return isSeen ? 'supports' : isRefuted ? 'contradicts' : 'cannot-say';
}
