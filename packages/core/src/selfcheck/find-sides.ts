import { perSide, sides, type PerSide, type Side } from '@psoas/kernel';
import type { Answers } from '../answers/index.ts';
import type { Catalogue, CheckKey } from '../catalogue/index.ts';
import type { Exclusion, Triage } from '../safety/index.ts';
import type { FindingResult, Sign, SideFinding, SignReading, TraceEntry } from './finding.ts';
import { readHalfKneeling, type Reading } from './read-half-kneeling.ts';
import { readKneeLift } from './read-knee-lift.ts';
import { readThomas, thighAngleDegrees } from './read-thomas.ts';
import { mayLiftAboveNinety, reasonsAgainstTest, type TestFacts } from './test-availability.ts';

/** The findings of both sides, by the table of docs/spec/selfcheck.md. Sitting, posture and pain never classify. */
export function findSides(answers: Answers, triage: Triage, catalogue: Catalogue): PerSide<SideFinding> {
  const facts = testFacts(answers, triage);
  return perSide((side) => {
    const against = (key: CheckKey): readonly string[] => reasonsAgainstTest(catalogue, key, side, facts);
    const trace = [...halfKneelingTrace(answers, side, against), ...kneeLiftTrace(answers, side, against, mayLiftAboveNinety(side, triage.exclusions)), ...thomasTrace(answers, side, against), ...seatedLiftsTrace(answers, side)];
    return combine(trace);
  });
}

/** What the answers say about which tests suit a person. */
export function testFacts({ about, safety, pain }: Answers, triage: Triage): TestFacts {
  const { needsBalanceSupport, canKneel, canUseFloor } = about;
  return { triage, details: safety.details, painNow: pain.now, needsBalanceSupport, canKneel, canUseFloor };
}

/** [F-06, F-10] Pain on the half-kneel forbids end-range stretches on that side, pain on the knee lift going above 90. */
export function exclusionsOfFindings(findings: PerSide<SideFinding>): readonly Exclusion[] {
  return sides.flatMap((side): readonly Exclusion[] => [
    ...(hurtOn(findings[side], 'halfKneeling')
      ? [
          { by: 'F-06', hip: 'static-end-range-stretch', sides: [side] } as const,
          { by: 'F-06', hip: 'end-range-hip-extension', sides: [side] } as const,
        ]
      : []),
    ...(hurtOn(findings[side], 'kneeLift') ? [{ by: 'F-10', hip: 'hip-flexion-over-90', sides: [side] } as const] : []),
  ]);
}

/** Whether a test hurt on this side. */
export function hurtOn({ trace }: SideFinding, test: CheckKey): boolean {
  return trace.some((step) => step.test === test && step.answer === 'pain');
}

type Against = (key: CheckKey) => readonly string[];

function entry(test: CheckKey, answer: string, reading: Reading, notUsedBecause: readonly string[]): TraceEntry {
  // Pain counts even where the test should not have been tried: it only ever makes the plan more careful.
  if (notUsedBecause.length === 0 || answer === 'pain') return { test, answer, ...reading, notUsedBecause: [] };
  return { test, answer, rule: notUsedBecause[0] === 'F-14' ? 'F-14' : 'F-15', reads: {}, claims: [], notUsedBecause };
}

function halfKneelingTrace({ tests }: Answers, side: Side, against: Against): readonly TraceEntry[] {
  const answer = tests.halfKneeling[side];
  // [F-06] Pain is pain whenever it began: nothing beside the word may hide it.
  const text = answer.when === undefined || answer.felt === 'pain' ? answer.felt : `${answer.felt}, ${answer.when}`;
  return [entry('halfKneeling', text, readHalfKneeling(answer), answer.felt === 'not-tried' ? [] : against('halfKneeling'))];
}

function kneeLiftTrace({ tests }: Answers, side: Side, against: Against, aboveNinety: boolean): readonly TraceEntry[] {
  // [S-06] The second step goes above 90 degrees: where that is excluded, only the first one is read.
  const { result } = tests.kneeLift[side];
  const answer = aboveNinety ? tests.kneeLift[side] : { result };
  const text = answer.result === 'clean' && answer.aboveNinety !== undefined ? `clean, above 90: ${answer.aboveNinety}` : answer.result;
  return [entry('kneeLift', text, readKneeLift(answer), answer.result === 'not-tried' ? [] : against('kneeLift'))];
}

function thomasTrace({ tests }: Answers, side: Side, against: Against): readonly TraceEntry[] {
  const answer = tests.thomas?.[side];
  if (answer === undefined) return [];
  const thighDegrees = Math.round(thighAngleDegrees(answer) * 10) / 10;
  const text = `${answer.heightCentimetres} cm at ${answer.thighCentimetres} cm`;
  // [F-14] Without a held pelvis the test says next to nothing (sources S1, S2).
  const reasons = answer.pelvisHeld ? against('thomas') : ['F-14', ...against('thomas')];
  return [{ ...entry('thomas', text, readThomas(answer), reasons), thighDegrees }];
}

// Counted for comparing with oneself and side to side; it has no norms and never classifies (source S16).
function seatedLiftsTrace({ tests }: Answers, side: Side): readonly TraceEntry[] {
  const answer = tests.seatedLifts?.[side];
  if (answer === undefined) return [];
  return [{ rule: 'F-17', test: 'seatedLifts', answer: String(answer.repetitions), reads: {}, claims: [], notUsedBecause: [] }];
}

// Later entries outrank earlier ones where they know something: the Thomas test outranks the half-kneel (F-12).
function combine(trace: readonly TraceEntry[]): SideFinding {
  const signs = trace.reduce<Required<SignReading>>((known, { reads }) => ({ ...known, ...reads }), { tight: 'unknown', weak: 'unknown', rectusFemoris: 'unknown' });
  const result = resultOf(signs);
  const summary: TraceEntry = { rule: 'F-16', test: 'result', answer: result, reads: signs, claims: [], notUsedBecause: [] };
  return { result, ...signs, trace: [...trace, summary] };
}

/** [F-16] What the signs of one side amount to. A known yes outranks an unknown. */
export function resultOf({ tight, weak, rectusFemoris }: { readonly tight: Sign; readonly weak: Sign; readonly rectusFemoris: Sign }): FindingResult {
  const isWeak = weak === 'yes' || weak === 'mild';
  if (tight === 'yes') return isWeak ? 'both' : 'tight';
  if (rectusFemoris === 'yes') return 'rectus-femoris-dominant';
  if (isWeak) return 'weak';
  return tight === 'no' && weak === 'no' ? 'neither' : 'cannot-tell';
}
