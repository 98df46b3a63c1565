import { perSide, type PerSide, type Side } from '@psoas/kernel';
import type { FlagDetails } from '../answers/index.ts';
import type { Catalogue, CheckKey } from '../catalogue/index.ts';
import { blockingExclusions, isAfterBirth, type Exclusion, type Triage } from '../safety/index.ts';

/** What decides whether a self-test is offered. */
export type TestFacts = { readonly triage: Triage; readonly details: FlagDetails; readonly painNow: number; readonly needsBalanceSupport: boolean; readonly canKneel: boolean; readonly canUseFloor: boolean };

/** [S-06] Why a self-test is not offered on a side; empty when it is. */
export function reasonsAgainstTest(catalogue: Catalogue, key: CheckKey, side: Side, facts: TestFacts): readonly string[] {
  const check = catalogue.checks.find(({ answerKey }) => answerKey === key);
  const excluded = check === undefined ? [] : blockingExclusions(check, side, facts.triage.exclusions).map(({ by }) => by);
  const reasons = key === 'thomas' ? [...excluded, ...reasonsAgainstThomas(facts)] : excluded;
  return [...new Set(reasons)];
}

/** The self-tests that are offered, by side: what the check asks a person to try. */
export function offeredTests(catalogue: Catalogue, facts: TestFacts): PerSide<readonly CheckKey[]> {
  return perSide((side) => catalogue.checks.map(({ answerKey }) => answerKey).filter((key) => isPossible(catalogue, key, facts) && reasonsAgainstTest(catalogue, key, side, facts).length === 0));
}

// Floor and kneeling decide only what is offered: an answer that somebody could give all the same is read.
function isPossible(catalogue: Catalogue, key: CheckKey, { canKneel, canUseFloor }: TestFacts): boolean {
  const asks = catalogue.checks.find(({ answerKey }) => answerKey === key)?.properties ?? [];
  return (canKneel || !asks.includes('kneeling')) && (canUseFloor || !asks.includes('floor'));
}

/** [S-09] Pain above this, at rest, keeps a person off the bed edge. */
export const thomasPainLimit = 3;

// [S-09] Both sides at once: getting on and off the bed edge concerns the whole person.
function reasonsAgainstThomas({ triage, details, painNow, needsBalanceSupport }: TestFacts): readonly string[] {
  const raised = new Set<string>(triage.reasons.map(({ id }) => id));
  const latePregnancy = raised.has('RF23') && !isAfterBirth(details) && (details.pregnancy?.weeks === undefined || details.pregnancy.weeks > 12);
  const fracture = raised.has('RF24') && details.osteoporosis?.vertebralFracture !== false;
  const against = raised.has('RF21') || latePregnancy || fracture || raised.has('M-HYPERMOBILE') || painNow > thomasPainLimit || needsBalanceSupport;
  return against ? ['S-09'] : [];
}

/** [S-06] Whether the second step of the knee lift, above 90 degrees, is offered on a side. */
export function mayLiftAboveNinety(side: Side, exclusions: readonly Exclusion[]): boolean {
  return blockingExclusions({ properties: [], hips: { target: ['hip-flexion-over-90'], other: [] } }, side, exclusions).length === 0;
}
