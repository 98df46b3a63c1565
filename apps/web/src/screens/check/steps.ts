import { sides, type PerSide, type Side } from '@psoas/kernel';
import { offeredTests, reasonsAgainstTest, type TestFacts } from '@psoas/core/selfcheck';
import type { CheckKey } from '@psoas/core/catalogue';
import type { Triage } from '@psoas/core/safety';
import { catalogue } from '@psoas/knowledge/rules';
import { groups } from '@psoas/knowledge/questions';
import type { CheckDraft } from './draft.ts';

/** One screen of the check. */
export type CheckStep =
  | { readonly id: string; readonly kind: 'group'; readonly group: string }
  | { readonly id: string; readonly kind: 'you' | 'week' | 'moving' | 'pain' | 'intro' | 'more' }
  | { readonly id: string; readonly kind: 'test'; readonly test: CheckKey; readonly side: Side };

/** Which tests are offered on each side, and why the others are not. */
export type TestOffer = { readonly offered: PerSide<readonly CheckKey[]>; readonly leftOut: readonly { readonly test: CheckKey; readonly by: readonly string[] }[] };

const requiredTests: readonly CheckKey[] = ['halfKneeling', 'kneeLift'];
const optionalTests: readonly CheckKey[] = ['seatedLifts', 'thomas'];

/** [S-06] The tests for this person, and why a usual one is left out. */
export function offerTests(draft: CheckDraft, triage: Triage, details: TestFacts['details']): TestOffer {
  const { needsBalanceSupport = false, canKneel = true, canUseFloor = true } = draft.about;
  const facts: TestFacts = { triage, details, painNow: draft.painNow ?? 0, needsBalanceSupport, canKneel, canUseFloor };
  const offered = offeredTests(catalogue, facts);
  const leftOut = requiredTests
    .filter((test) => sides.every((side) => !offered[side].includes(test)))
    .map((test) => ({ test, by: [...bodyReasons(test, facts), ...reasonsAgainstTest(catalogue, test, 'left', facts)] }));
  return { offered, leftOut };
}

function bodyReasons(test: CheckKey, { canKneel, canUseFloor }: TestFacts): readonly string[] {
  const asks = catalogue.checks.find(({ answerKey }) => answerKey === test)?.properties ?? [];
  return [...(!canKneel && asks.includes('kneeling') ? ['M-NO-KNEELING'] : []), ...(!canUseFloor && asks.includes('floor') ? ['M-NO-FLOOR'] : [])];
}

/** The screens of this check in order, by what was answered so far. */
export function stepsOf(draft: CheckDraft, { offered }: TestOffer): readonly CheckStep[] {
  const testSteps = (tests: readonly CheckKey[]): readonly CheckStep[] =>
    tests.flatMap((test) => sides.filter((side) => offered[side].includes(test)).map((side): CheckStep => ({ id: `test:${test}:${side}`, kind: 'test', test, side })));
  return [
    ...groups.map(({ id }): CheckStep => ({ id: `group:${id}`, kind: 'group', group: id })),
    { id: 'you', kind: 'you' },
    { id: 'week', kind: 'week' },
    { id: 'moving', kind: 'moving' },
    { id: 'pain', kind: 'pain' },
    { id: 'intro', kind: 'intro' },
    ...testSteps(requiredTests),
    { id: 'more', kind: 'more' },
    ...testSteps(draft.extraTests),
  ];
}

/** The optional tests that may be offered on at least one side. */
export function offeredExtras({ offered }: TestOffer): readonly CheckKey[] {
  return optionalTests.filter((test) => sides.some((side) => offered[side].includes(test)));
}
