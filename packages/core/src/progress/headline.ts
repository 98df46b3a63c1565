import { daysBetween, sides, type LocalDate, type Side } from '@psoas/kernel';
import { measuredTests, type MeasuredTest } from '../diary/index.ts';
import { earliestChangeDays, isBeyondError, type Change, type Compared } from './change.ts';
import type { CheckFindings } from './findings.ts';
import type { Progress } from './progress.ts';

/** [PR-10] The one thing to say first, with its numbers. Its words stand in the locale file. */
export type Headline =
  | { readonly key: 'empty' }
  | { readonly key: 'tooEarly'; readonly since: LocalDate; readonly weeks: number }
  | ({ readonly key: 'painWorse' | 'painBetter' } & Compared)
  | ({ readonly key: 'measuredBetter' | 'measuredWorse' | 'measuredMixed'; readonly test: MeasuredTest; readonly side: Side | 'both' } & Compared)
  | { readonly key: 'findingChanged'; readonly since: LocalDate; readonly until: LocalDate }
  | { readonly key: 'noChange' | 'nothingMeasuredTwice'; readonly since: LocalDate }
  | { readonly key: 'notMeasured'; readonly since: LocalDate };

/**
 * [PR-10] What to say first: pain that has grown, then what was measured, pain that has eased, then another finding.
 * Where nothing lies beyond its error, that is what is said.
 */
export function headlineOf(progress: Progress): Headline {
  const { first, painChange, checks, changes } = progress;
  if (first === undefined) return { key: 'empty' };
  if (painChange.kind === 'worse') return { key: 'painWorse', ...comparedOf(painChange) };
  for (const test of measuredTests) {
    const said = ofTest(test, changes[test]);
    if (said !== undefined) return said;
  }
  if (painChange.kind === 'better') return { key: 'painBetter', ...comparedOf(painChange) };
  const compared = comparedChecks(checks);
  if (compared !== undefined && sides.some((side) => compared.from[side] !== compared.to[side]))
    return { key: 'findingChanged', since: compared.from.day, until: compared.to.day };
  return quiet(progress, first);
}

function ofTest(test: MeasuredTest, change: { readonly [side in Side]: Change }): Headline | undefined {
  const changed = sides.flatMap((side) => (isBeyondError(change[side]) ? [{ side, change: change[side] }] : []));
  const largest = changed.toSorted((one, other) => other.change.by / (other.change.error || 1) - one.change.by / (one.change.error || 1))[0];
  if (largest === undefined) return undefined;
  const kinds = new Set(changed.map((each) => each.change.kind));
  const side = changed.length === 2 ? 'both' : largest.side;
  const key = kinds.size === 2 ? 'measuredMixed' : largest.change.kind === 'better' ? 'measuredBetter' : 'measuredWorse';
  return { key, test, side, ...comparedOf(largest.change) };
}

function quiet({ changes, painChange, checks }: Progress, first: LocalDate): Headline {
  const measured = measuredTests.flatMap((test) => sides.map((side) => changes[test][side]));
  const since = measured.flatMap((change) => (change.kind === 'no-change' ? [change.since] : [])).toSorted()[0];
  if (since !== undefined) return { key: 'noChange', since };
  if (painChange.kind === 'no-change' || comparedChecks(checks) !== undefined) return { key: 'nothingMeasuredTwice', since: first };
  const waiting = [painChange, ...measured].some(({ kind }) => kind === 'too-early');
  return waiting ? { key: 'tooEarly', since: first, weeks: earliestChangeDays / 7 } : { key: 'notMeasured', since: first };
}

// Checks of a few days apart are one and the same time, and a side that could not be told is no finding.
function comparedChecks(checks: readonly CheckFindings[]): { readonly from: CheckFindings; readonly to: CheckFindings } | undefined {
  const told = checks.filter((check) => sides.every((side) => check[side] !== 'cannot-tell'));
  const [from, to] = [told[0], told.at(-1)];
  return from !== undefined && to !== undefined && daysBetween(from.day, to.day) >= earliestChangeDays ? { from, to } : undefined;
}

function comparedOf({ from, to, by, error, since, until }: Compared): Compared {
  return { from, to, by, error, since, until };
}
