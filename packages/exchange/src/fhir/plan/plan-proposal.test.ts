import { foldDiary, type DiaryState } from '@psoas/core/diary';
import { parseLocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { knowledge, words } from '../english.ts';
import { fhirResources } from '../bundle.ts';
import type { ImportedExercise } from './imported-plan.ts';
import { proposalOfPlan, type PlanProposal } from './plan-proposal.ts';
import { isSameProposal, proposalToKeep } from './proposal-from-plan.ts';
import { readCarePlan } from './read-care-plan.ts';

const parsed = parseLocalDate('2026-03-02');
if (!parsed.ok) throw new Error('no day');
const today = parsed.value;
const { catalogue } = knowledge;

const answers = {
  about: { ageYears: 38, sittingHoursPerDay: 8, sports: [], level: 'intermediate', goals: ['flexibility'], daysPerWeek: 5, minutesPerDay: 15, equipment: ['mat', 'chair', 'wall'], canKneel: true, canUseFloor: true, needsBalanceSupport: false },
  safety: { yes: new Array<string>(), confirmedNoneOther: true, clinicianAgreed: false, details: { hypermobility: { score: 0 }, kneelingHurts: false, backPattern: { worseWith: 'neither' } } },
  pain: { now: 0, where: [] },
  tests: {
    halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'deep-front-hip', when: 'early' } },
    kneeLift: { left: { result: 'pelvis-tips-back' }, right: { result: 'clean', aboveNinety: 'clean' } },
  },
};

function eventsWith(more: { readonly safety?: object; readonly pain?: object } = {}, ...later: readonly object[]): readonly object[] {
  const data = { answers: { ...answers, ...more, safety: { ...answers.safety, ...more.safety } } };
  return [{ id: 'c', kind: 'check-completed', version: 1, atMillis: 1, day: today, data }, { id: 's', kind: 'programme-started', version: 1, atMillis: 2, day: today, data: { check: 'c' } }, ...later];
}
const healthy = foldDiary(eventsWith());

function propose(exercises: readonly Omit<ImportedExercise, 'path'>[], state: DiaryState = healthy): PlanProposal {
  return proposalOfPlan({ exercises: exercises.map((one, index) => ({ ...one, path: `CarePlan.activity[${index}]` })) }, state, { catalogue, today });
}
const reasons = ({ left }: PlanProposal): readonly unknown[] => left.map(({ exercise, paths, because, by }) => [exercise, paths.join(), because, by]);

type Part = { url: string; valueInteger?: number; valueDecimal?: number; valueCode?: string };
type Editable = { activity: { detail: { code: { coding: { code: string }[] }; extension: { extension: Part[] }[] } }[] };

/** Our own care plan, edited as somebody's system would, and brought in again. */
function reimported(edit: (plan: Editable) => void = () => undefined): PlanProposal {
  const plan = [...fhirResources(eventsWith(), { knowledge, words, today })].find(({ resourceType }) => resourceType === 'CarePlan');
  const copy: Editable = JSON.parse(JSON.stringify(plan));
  edit(copy);
  const read = readCarePlan(JSON.stringify(copy), catalogue);
  if (!read.ok) throw new Error(read.error.type);
  return proposalOfPlan(read.value, healthy, { catalogue, today });
}

function setPart(plan: Editable, exercise: string, part: Part): void {
  for (const { detail } of plan.activity.filter((one) => one.detail.code.coding[0]?.code === exercise))
    for (const dose of detail.extension) dose.extension = dose.extension.map((one) => (one.url === part.url ? part : one));
}

describe('proposalOfPlan', () => {
  it('[FH-11] our own plan that comes back changes nothing', () => {
    const proposal = reimported();
    expect(proposal).toMatchObject({ judged: [], left: [] });
    expect(proposal.same).toContain('kneeling-hip-flexor-lunge');
    expect(proposalToKeep({}, proposal, words.fhir.import)).toBeUndefined();
  });

  it('[FH-11] sets, hold and side that somebody changed in it are proposed, exactly these', () => {
    const proposal = reimported((plan) => {
      setPart(plan, 'kneeling-hip-flexor-lunge', { url: 'holdSeconds', valueDecimal: 30 });
      setPart(plan, 'seated-leg-raise', { url: 'sets', valueInteger: 3 });
      setPart(plan, 'dead-bug', { url: 'side', valueCode: 'left' });
    });
    expect(proposal.judged.map(({ change }) => change)).toEqual([
      { kind: 'amount', exercise: 'kneeling-hip-flexor-lunge', holdSeconds: 30 },
      { kind: 'amount', exercise: 'seated-leg-raise', sets: 3 },
      { kind: 'side', exercise: 'dead-bug', side: 'left' },
    ]);
    expect(proposal.left).toEqual([]);
    expect(proposalToKeep({ title: 'Week 3' }, proposal, words.fhir.import)).toEqual({ from: 'A care plan', text: 'Week 3', changes: proposal.judged.map(({ change }) => change) });
  });

  it('[FH-11] [SH-09] what the judge limits says so; nothing is bent without a word', () => {
    expect(propose([{ exercise: 'kneeling-hip-flexor-lunge', sets: 3 }]).judged).toMatchObject([{ verdict: 'limited', amounts: [{ asked: 3, to: 2, rule: 'SH-09' }] }]);
    expect(propose([{ exercise: 'dead-bug', reps: 1 }]).judged).toMatchObject([{ verdict: 'limited', amounts: [{ asked: 1, rule: 'SH-09' }] }]);
  });

  it('[FH-11] [S-06] an exercise that is not in the week is named with its reason, safety first, and never proposed', () => {
    const kneeling = foldDiary(eventsWith({ safety: { details: { ...answers.safety.details, kneelingHurts: true } } }));
    const { judged, ...proposal } = propose([{ exercise: 'kneeling-hip-flexor-lunge', holdSeconds: 30 }, { exercise: 'couch-stretch' }], kneeling);
    expect(judged).toEqual([]);
    expect(reasons({ judged, ...proposal })).toEqual([
      ['kneeling-hip-flexor-lunge', 'CarePlan.activity[0]', 'excluded', ['M-KNEELING']],
      ['couch-stretch', 'CarePlan.activity[1]', 'excluded', ['M-KNEELING']],
    ]);
    const notIn = propose([{ exercise: 'couch-stretch' }, { exercise: 'step-up-knee-drive' }, { exercise: 'supine-march', reps: 10 }, { exercise: 'kettlebell-march' }]);
    expect(reasons(notIn).map((one) => (Array.isArray(one) ? one[2] : ''))).toEqual(['locked', 'not-here', 'not-in-plan', 'not-here']);
  });

  it('[FH-11] [SH-11] a side that safety excludes is left out with its flags, and the amount for it too', () => {
    const hurt = foldDiary(eventsWith({ pain: { now: 1, where: ['groin-left'] } }));
    const proposal = propose([{ exercise: 'standing-hip-flexor-stretch', side: 'left', holdSeconds: 30 }], hurt);
    expect(proposal.judged).toEqual([]);
    expect(reasons(proposal)).toEqual([
      ['standing-hip-flexor-stretch', 'CarePlan.activity[0]', 'excluded', ['M-ANTERIOR-HIP']],
      ['standing-hip-flexor-stretch', 'CarePlan.activity[0]', 'sides-stay-equal', ['P-04']],
    ]);
  });

  it('[FH-11] while sessions are stopped, and before the first check, nothing is proposed', () => {
    const stopped = foldDiary(eventsWith({}, { id: 'n', kind: 'safety-answered', version: 1, atMillis: 9, day: today, data: { newSigns: ['RF07'], painNow: 0 } }));
    for (const state of [stopped, foldDiary([])]) {
      const proposal = propose([{ exercise: 'dead-bug', reps: 12 }], state);
      expect(proposal.judged).toEqual([]);
      expect(reasons(proposal)).toEqual([['dead-bug', 'CarePlan.activity[0]', 'stopped', []]]);
      const asItWas = propose([{ exercise: 'kneeling-hip-flexor-lunge' }], state);
      expect(asItWas.same).toEqual([]);
      expect(reasons(asItWas)).toEqual([['kneeling-hip-flexor-lunge', 'CarePlan.activity[0]', 'stopped', []]]);
    }
  });

  it('[SH-24] the same file brought in twice is one proposal', () => {
    const proposal = { from: 'Anna', changes: [{ kind: 'amount', exercise: 'dead-bug', sets: 2, reps: 8 } as const] };
    expect(isSameProposal(proposal, { changes: [{ reps: 8, sets: 2, exercise: 'dead-bug', kind: 'amount' }], from: 'Anna' })).toBe(true);
    expect(isSameProposal(proposal, { ...proposal, changes: [{ kind: 'amount', exercise: 'dead-bug', sets: 2, reps: 9 }] })).toBe(false);
    expect(isSameProposal(proposal, { ...proposal, text: 'Week 3' })).toBe(false);
  });
});
