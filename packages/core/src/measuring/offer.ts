import { perSide, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import { parseAnswers, type Answers } from '../answers/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { todayOf, type DiaryState, type MeasuredTest, type MeasuringMethod, type SteppedAssessment } from '../diary/index.ts';
import { blockingExclusions, type Triage } from '../safety/index.ts';
import { exclusionsOfFindings, reasonsAgainstTest, testFacts, type SideFinding } from '../selfcheck/index.ts';

/** [ME-12] Above this, at rest or while measuring, nothing more is measured on that day. */
export const measuringPainLimit = 3;

/** The ways of measuring a test, the one that asks for least first. */
export function methodsOf(test: MeasuredTest): readonly MeasuringMethod[] {
  if (test === 'thomas') return ['tape', 'phone', 'photo'];
  return test === 'seated-raises' ? ['counted'] : ['timed'];
}

/** What may be measured today. */
export type MeasuringOffer =
  | { readonly kind: 'no-check' }
  /** Nothing at all, by flag, modifier or rule ids. */
  | { readonly kind: 'stopped'; readonly because: readonly string[] }
  /** Why a test is not offered on a side; empty where it is. */
  | { readonly kind: 'offered'; readonly reasons: { readonly [test in MeasuredTest]: PerSide<readonly string[]> } };

/** [ME-12] What a person may measure today, by the diary and what follows from it. */
export function measuringOffer(
  state: DiaryState,
  assessment: SteppedAssessment | undefined,
  { catalogue, today }: { readonly catalogue: Catalogue; readonly today: LocalDate },
): MeasuringOffer {
  const { latestCheck, shortSafetySinceCheck, measurements } = state;
  // A form from before the check says nothing beside it.
  const lastForm = shortSafetySinceCheck.at(-1);
  const answers = latestCheck === undefined ? undefined : parseAnswers(latestCheck.answers).complete;
  if (answers === undefined || assessment === undefined) return { kind: 'no-check' };
  const { kind, because } = todayOf(state, assessment, today);
  if (kind === 'stopped' || kind === 'not-today' || assessment.findings === null) return { kind: 'stopped', because };
  const painNow = lastForm?.day === today ? lastForm.painNow : answers.pain.now;
  const hasHurt = measurements.some(({ day, pain = 0 }) => day === today && pain > measuringPainLimit);
  if (painNow > measuringPainLimit || hasHurt) return { kind: 'stopped', because: ['ME-12'] };
  const facts = { catalogue, answers, triage: assessment.triage, findings: assessment.findings, painNow };
  const against = (test: MeasuredTest): PerSide<readonly string[]> => perSide((side) => reasonsAgainstMeasuring(test, side, facts));
  return { kind: 'offered', reasons: { thomas: against('thomas'), 'seated-raises': against('seated-raises'), 'seated-hold': against('seated-hold') } };
}

type MeasuringFacts = {
  readonly catalogue: Catalogue;
  readonly answers: Answers;
  readonly triage: Triage;
  readonly findings: PerSide<SideFinding>;
  readonly painNow: number;
};

function reasonsAgainstMeasuring(test: MeasuredTest, side: Side, { catalogue, answers, triage, findings, painNow }: MeasuringFacts): readonly string[] {
  // What hurt in the check counts here too: the tests go to the same places.
  const exclusions = [...triage.exclusions, ...exclusionsOfFindings(findings)];
  const testKey = test === 'thomas' ? 'thomas' : 'seatedLifts';
  return [
    ...new Set([
      ...reasonsAgainstTest(catalogue, testKey, side, { ...testFacts(answers, { ...triage, exclusions }), painNow }),
      ...(test === 'seated-hold' ? blockingExclusions(holdDemands, side, exclusions).map(({ by }) => by) : []),
    ]),
  ];
}

const holdDemands = { properties: ['isometric-strength-hold'], hips: { target: [], other: [] } } as const;
