import { proposalOfPlan, proposalToKeep, readCarePlan, type ImportedPlan } from '@psoas/exchange/care-plan';
import { fhirResources } from '@psoas/exchange/fhir';
import { knowledge, words } from '@psoas/exchange/fhir-english';
import { assessFromDiary, createEvent, foldDiary, type DiaryState } from '@psoas/core/diary';
import { weeklyStretchLimitSeconds, type PlanItem } from '@psoas/core/programme';
import { blockingExclusions } from '@psoas/core/safety';
import { exclusionsOfFindings } from '@psoas/core/selfcheck';
import { createReplyEvent, importedShare, judgeProposal } from '@psoas/core/sharing';
import { byId, sides, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryDiary, liveDiary, type LivedDiary } from './short-diary.ts';

// What must hold whatever a file says; PLANS=300 is the full run.
const numRuns = Number(process.env['PLANS'] ?? 12);
const seed = Number(process.env['SEED'] ?? 20261121);
const exerciseById = byId(catalogue.exercises);

type Accepted = { readonly day: LocalDate; readonly before: DiaryState; readonly after: DiaryState; readonly changeCount: number };

const common = ['standing-march', 'seated-leg-raise', 'dead-bug', 'bridge', 'lying-leg-raise', 'supine-march', 'kneeling-hip-flexor-lunge', 'standing-hip-flexor-stretch'];

// Amounts as a plan may have them, now and then out of every range or counted otherwise.
function arbitraryAmounts(id: string): fc.Arbitrary<Readonly<Record<string, number | string>>> {
  const usual = exerciseById.get(id)?.doses.default;
  const side = { weight: 1, arbitrary: fc.constantFrom('left', 'right', 'both', 'top').map((value) => ({ side: value })) };
  const sets = { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }).map((value) => ({ sets: value })) };
  const reps = { weight: usual?.reps === undefined ? 1 : 3, arbitrary: fc.integer({ min: 1, max: (usual?.reps?.max ?? 10) + 1 }).map((value) => ({ reps: value })) };
  const hold = { weight: usual?.holdSeconds === undefined ? 1 : 4, arbitrary: fc.integer({ min: 1, max: (usual?.holdSeconds?.max ?? 60) + 3 }).map((value) => ({ holdSeconds: value })) };
  return fc.array(fc.oneof(side, sets, reps, hold), { minLength: 1, maxLength: 2 }).map((parts): Readonly<Record<string, number | string>> => Object.assign({}, ...parts));
}

const anyActivity = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...common) }, { weight: 1, arbitrary: fc.constantFrom(...catalogue.exercises.map(({ id }) => id), 'no-such-thing') })
  .chain((exercise) => fc.tuple(fc.constant(exercise), arbitraryAmounts(exercise)))
  .map(([exercise, amounts]) => ({ detail: { status: 'not-started', ...coded(exercise, amounts) } }));

function coded(exercise: string, amounts: Readonly<Record<string, number | string>>): object {
  const parts = Object.entries(amounts).map(([url, value]) => ({ url, [typeof value === 'string' ? 'valueCode' : url === 'holdSeconds' ? 'valueDecimal' : 'valueInteger']: value }));
  const code = { coding: [{ system: 'https://psoas.invalid/fhir/CodeSystem/exercise', code: exercise }] };
  return { code, extension: [{ url: 'https://psoas.invalid/fhir/StructureDefinition/dose', extension: parts }] };
}

function readPlan(plan: object): ImportedPlan {
  const read = readCarePlan(JSON.stringify(plan), catalogue);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}

let diaries: readonly LivedDiary[] = [];
let accepted: readonly Accepted[] = [];
let plans: readonly (readonly object[])[] = [];
beforeAll(() => {
  diaries = fc.sample(arbitraryDiary(), { numRuns, seed }).map(liveDiary);
  plans = fc.sample(fc.array(anyActivity, { minLength: 3, maxLength: 8 }), { numRuns: numRuns * 5, seed });
  accepted = diaries.flatMap(({ events, end }, index) => plans.slice(index * 5, index * 5 + 5).flatMap((activity) => acceptPlan({ events, day: end, activity })));
}, 3_600_000);

// Brings a plan into a diary and accepts what it proposes, as the app and the command line do.
function acceptPlan({ events, day, activity }: { readonly events: LivedDiary['events']; readonly day: LocalDate; readonly activity: readonly object[] }): readonly Accepted[] {
  const before = foldDiary(events);
  const plan = readPlan({ resourceType: 'CarePlan', status: 'active', intent: 'order', activity });
  const proposal = proposalToKeep(plan, proposalOfPlan(plan, before, { catalogue, today: day }), words.fhir.import);
  if (proposal === undefined) return [];
  const atMillis = Date.parse(`${day}T20:00:00Z`);
  const imported = createEvent('proposal-imported', proposal, { id: 'imported', atMillis, day });
  const answered = createEvent('proposal-answered', { share: importedShare, proposal: createReplyEvent('proposal', proposal, imported), answer: 'accepted' }, { id: 'answered', atMillis: atMillis + 1, day });
  const after = foldDiary([...events, imported, answered].map((event): unknown => JSON.parse(JSON.stringify(event))));
  return [{ day, before, after, changeCount: proposal.changes.length }];
}

function itemsOf(state: DiaryState, today: LocalDate): readonly PlanItem[] {
  return assessFromDiary(state, { catalogue, today })?.programme?.sessions.flatMap(({ items }) => items) ?? [];
}

describe(`${numRuns} short diaries, each with five plans from files`, () => {
  it('propose enough for the rest to mean something', () => {
    expect(accepted.length).toBeGreaterThan(numRuns);
    const changed = accepted.filter(({ before, after, day }) => JSON.stringify(itemsOf(before, day)) !== JSON.stringify(itemsOf(after, day)));
    expect(changed.length).toBeGreaterThan(numRuns / 2);
  });

  it('[FH-11] [S-06] no plan lifts a flag, and none brings an exercise that is left out or waits, nor one on an excluded side', () => {
    for (const { before, after, day } of accepted) {
      const [then, now] = [before, after].map((state) => assessFromDiary(state, { catalogue, today: day }));
      expect(now?.triage).toEqual(then?.triage);
      expect(now?.findings).toEqual(then?.findings);
      if (now === undefined) continue;
      const exclusions = [...now.triage.exclusions, ...(now.findings === null ? [] : exclusionsOfFindings(now.findings))];
      const closed = new Set([...(now.programme?.locked ?? []), ...(now.programme?.leftOut ?? [])].map(({ exercise }) => exercise));
      for (const item of itemsOf(after, day)) {
        const exercise = exerciseById.get(item.exercise);
        expect(closed.has(item.exercise)).toBe(false);
        expect((item.side === 'both' ? sides : [item.side]).flatMap((side) => (exercise === undefined ? [] : blockingExclusions(exercise, side, exclusions)))).toEqual([]);
        if (exercise?.side.model === 'bilateral') expect(item.side).toBe('both');
      }
    }
  });

  it('[FH-11] [SH-09] [P-03] no plan brings an amount out of its range, nor the week above its stretch', () => {
    for (const { after, day } of accepted) {
      const programme = assessFromDiary(after, { catalogue, today: day })?.programme;
      for (const side of sides) expect(programme?.weeklyStretchSeconds[side] ?? 0).toBeLessThanOrEqual(weeklyStretchLimitSeconds);
      for (const { exercise, sets, reps = 0, holdSeconds = 0 } of itemsOf(after, day)) {
        const doses = Object.values(exerciseById.get(exercise)?.doses ?? {});
        expect(reps).toBeLessThanOrEqual(Math.max(0, ...doses.map((dose) => dose.reps?.max ?? 0)));
        expect(holdSeconds).toBeLessThanOrEqual(Math.max(0, ...doses.map((dose) => dose.holdSeconds?.max ?? 0)));
        expect(sets).toBeLessThanOrEqual(3);
      }
    }
  });

  it('[FH-11] what is kept holds nothing that the judge refuses, and no exercise from outside the week', () => {
    diaries.forEach(({ events, end: today }, index) => {
      const state = foldDiary(events);
      for (const activity of plans.slice(index * 5, index * 5 + 5)) {
        const { judged } = proposalOfPlan(readPlan({ resourceType: 'CarePlan', status: 'active', intent: 'plan', activity }), state, { catalogue, today });
        const again = judgeProposal({ changes: judged.map(({ change }) => change) }, state, { catalogue, today });
        expect(again.changes).toEqual(judged);
        const week = new Set(itemsOf(state, today).map(({ exercise }) => exercise));
        expect(judged.filter(({ change }) => !week.has(change.exercise))).toEqual([]);
      }
    });
  });

  it('[FH-11] an export that comes back changes nothing, whatever happened before it', () => {
    let count = 0;
    for (const { events, end: today } of diaries) {
      const plan = [...fhirResources(events, { knowledge, words, today })].find(({ resourceType }) => resourceType === 'CarePlan');
      if (plan === undefined || JSON.stringify(plan).includes('"on-hold"')) continue;
      const { judged, left } = proposalOfPlan(readPlan(plan), foldDiary(events), { catalogue, today });
      expect({ judged, left }).toEqual({ judged: [], left: [] });
      count += 1;
    }
    expect(count).toBeGreaterThan(numRuns / 2);
  });
});
