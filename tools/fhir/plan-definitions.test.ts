import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { aboveNinetyResults, feltMoments, halfKneelingPlaces, kneeLiftResults } from '@psoas/core/answers';
import { assess } from '@psoas/core/assessment';
import { blockingExclusions, flagIds } from '@psoas/core/safety';
import { exclusionsOfFindings, type SideFinding } from '@psoas/core/selfcheck';
import { painZone } from '@psoas/core/session';
import { painPlan, questionnaireResponse, selfCheckPlan, selfCheckQuestionnaire } from '@psoas/exchange/fhir';
import { knowledge, words } from '@psoas/exchange/fhir-english';
import { parseLocalDate, sides } from '@psoas/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { arbitraryAnswers } from '../people/arbitrary-answers.ts';
import { applyPlan, type AppliedActions } from './apply-plan.ts';
import './published-definitions.ts';

const folder = resolve(import.meta.dirname, '../../packages/core/people');
const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('not a day');
const today = day.value;
const { catalogue } = knowledge;
const plan = selfCheckPlan(knowledge, words);
const questionnaire = selfCheckQuestionnaire(knowledge, words);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

/** What the plan decides when a reader of FHIR applies it to the answers. */
function applied(answers: unknown): AppliedActions {
  const check = { id: 'check', atMillis: Date.UTC(2026, 10, 21), day: today, answers };
  return applyPlan(plan, questionnaireResponse(check, { questionnaire, subject: { reference: 'Patient/p' } }));
}

/** What the core decides, under the names of the plan's actions. */
function decided(answers: unknown): AppliedActions {
  const { triage, findings, programme } = assess(answers, { catalogue, today });
  const reasons = triage.reasons.flatMap(({ id, level }) => [id, `${id}-${level}`]);
  if (findings === null) return new Set(['screening', ...reasons]);
  const ofSides = sides.flatMap((side) => [`findings-${side}`, `finding-${side}-${findings[side].result}`]);
  if (programme === null) return new Set(['screening', ...reasons, 'findings', ...ofSides]);
  const exclusions = [...triage.exclusions, ...exclusionsOfFindings(findings)];
  const circumstances = new Set(['P-05', 'P-08']);
  // A locked exercise is not in the list of what is left out: its circumstances are looked at as if it were open.
  const open = assess(answers, { catalogue, today, openedExercises: new Set(catalogue.exercises.map(({ id }) => id)) }).programme;
  const exercises = catalogue.exercises.filter(({ planned }) => planned).flatMap((exercise) => {
    const left = open?.leftOut.find((entry) => entry.exercise === exercise.id)?.by ?? [];
    if (left.some((by) => circumstances.has(by))) return [];
    const free = sides.filter((side) => blockingExclusions(exercise, side, exclusions).length === 0);
    const allowed = exercise.side.model === 'bilateral' && free.length < 2 ? [] : free;
    return [`exercise-${exercise.id}`, ...allowed.map((side) => `exercise-${exercise.id}-${side}`)];
  });
  return new Set(['screening', ...reasons, 'findings', ...ofSides, 'programme', ...exercises]);
}

/** What the screening alone decides. */
function screened(answers: unknown): AppliedActions {
  const named = plan.extension?.findIndex(({ valueExpression }) => valueExpression?.name?.startsWith('no')) ?? 0;
  const check = { id: 'check', atMillis: Date.UTC(2026, 10, 21), day: today, answers };
  const screening = { ...plan, extension: plan.extension?.slice(0, named) ?? [], action: plan.action.slice(0, 1) };
  return applyPlan(screening, questionnaireResponse(check, { questionnaire, subject: { reference: 'Patient/p' } }));
}

function byDetail(fields: readonly (readonly [detail: string, field: string, value: boolean])[]): { readonly [detail: string]: object } {
  return fields.reduce<{ [detail: string]: object }>((all, [detail, field, value]) => ({ ...all, [detail]: { ...all[detail], [field]: value } }), {});
}

type Person = { readonly about: object; readonly tests: object };

/** The desk worker with other safety answers, under a clinician's word, so that C does not hide what is planned. */
function personWith(safety: { readonly yes?: readonly string[]; readonly details?: object }, where: readonly string[] = []): Person {
  const base = parse(readFileSync(join(folder, 'desk-worker.yaml'), 'utf8')) as Person;
  const thomas = { left: { heightCentimetres: 2, thighCentimetres: 42, pelvisHeld: true }, right: { heightCentimetres: -2, thighCentimetres: 42, pelvisHeld: true } };
  const told: unknown = JSON.parse(JSON.stringify({ ...base, tests: { ...base.tests, thomas }, pain: { now: 2, where }, safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: true, details: {}, ...safety } }));
  return told as Person;
}

function expectSame(answers: unknown): void {
  // The answers beside them say in a failure whose they are.
  expect({ answers, actions: withoutNeeds(applied(answers)) }).toEqual({ answers, actions: [...decided(answers)].toSorted() });
}

/** The needs of the week are told by the kinds of sessions, which hang on minutes too: they have a test of their own. */
function withoutNeeds(actions: AppliedActions): readonly string[] {
  return [...actions].filter((id) => !id.startsWith('need-')).toSorted();
}

describe('our rules as FHIR', () => {
  // Hundreds of plans are applied, each of three hundred expressions.
  vi.setConfig({ testTimeout: 180_000 });
  // A dated word of a clinician is held against the day on which the plan is applied.
  beforeAll(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12), toFake: ['Date'] }));
  afterAll(() => void vi.useRealTimers());

  it.each(names)('[FH-05] %s: the plan decides as the core does', (name) => {
    const answers: unknown = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    expectSame(answers);
  });

  it.each(names)('[FH-05] %s: whose protocol it is, and what the week needs', (name) => {
    const answers: unknown = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    const needs = [...applied(answers)].filter((id) => id.startsWith('need-'));
    const { findings, programme } = assess(answers, { catalogue, today });
    const kinds = new Set<string>(programme?.sessions.map(({ kind }) => kind));
    const some = (is: (finding: SideFinding) => boolean): boolean => programme !== null && findings !== null && sides.some((side) => is(findings[side]));
    expect(needs).toEqual([
      ...(some(({ tight, rectusFemoris }) => tight === 'yes' || rectusFemoris === 'yes') ? ['need-stretch-full'] : []),
      ...(some(({ weak }) => weak === 'yes' || weak === 'mild') ? ['need-strength-full'] : []),
      ...(kinds.has('maintenance') ? ['need-maintenance'] : []),
      ...(kinds.has('after-run') ? ['need-run'] : []),
      ...(kinds.has('after-ride') ? ['need-ride'] : []),
    ]);
  });

  it('[FH-05] each flag, with each of its details told, denied and left open', () => {
    const base = parse(readFileSync(join(folder, 'desk-worker.yaml'), 'utf8')) as { readonly safety: object };
    const answersWith = (yes: readonly string[], details: object): unknown => ({ ...base, safety: { ...base.safety, yes, details } });
    const cases = knowledge.questions.flatMap(({ id, asks }) => {
      const calm = byDetail(asks.filter(({ kind }) => kind === 'yes-no').map(({ detail, field }) => [detail, field, false]));
      const told = asks.flatMap(({ detail, field, kind, choices = [] }): readonly object[] => {
        const values = kind === 'yes-no' ? [true, false] : kind === 'number' ? [0, 6, 7, 11, 12, 13] : choices.map(({ value }) => value);
        return values.map((value) => ({ ...calm, [detail]: { ...calm[detail], [field]: value } }));
      });
      return [{}, calm, ...told].flatMap((details) => [answersWith([id], details), ...(Object.keys(details).length > 0 ? [answersWith([], details)] : [])]);
    });
    expect(cases.length).toBeGreaterThan(150);
    for (const answers of cases) {
      const { reasons } = assess(answers, { catalogue, today }).triage;
      expect(screened(answers)).toEqual(new Set(['screening', ...reasons.flatMap(({ id, level }) => [id, `${id}-${level}`])]));
    }
  });

  it.each([
    ['the flag, the same day', { flags: ['RF21'], date: '2026-11-21' }, 'RF21-D'],
    ['the flag, the last day', { flags: ['RF21', 'RF28'], date: '2026-08-30' }, 'RF21-D'],
    ['the flag, a day too long ago', { flags: ['RF21'], date: '2026-08-29' }, 'RF21-C'],
    ['the flag, tomorrow', { flags: ['RF21'], date: '2026-11-22' }, 'RF21-C'],
    ['another flag', { flags: ['RF28'], date: '2026-11-21' }, 'RF21-C'],
  ])("[FH-05] a clinician's word for %s", (_, clinicianAgreed, expected) => {
    const base = parse(readFileSync(join(folder, 'hip-replacement-before.yaml'), 'utf8')) as { readonly safety: object };
    const answers = { ...base, safety: { ...base.safety, clinicianAgreed } };
    expect([...screened(answers)]).toContain(expected);
    expectSame(answers);
  });

  it('[FH-05] each answer of the self-tests', () => {
    const base = personWith({});
    const half = halfKneelingPlaces.flatMap((felt) => feltMoments.map((when) => ({ halfKneeling: { left: { felt, when }, right: { felt: 'nothing' } } })));
    const lift = kneeLiftResults.flatMap((result) => aboveNinetyResults.map((aboveNinety) => ({ kneeLift: { left: { result: 'clean' }, right: { result, aboveNinety } } })));
    const thomas = [-1, 0, 1].flatMap((heightCentimetres) =>
      [{}, { kneeDegrees: 66 }, { kneeDegrees: 67 }].flatMap((knee) =>
        [true, false].map((pelvisHeld) => ({ thomas: { right: { heightCentimetres, thighCentimetres: 42, pelvisHeld, ...knee } } })),
      ),
    );
    for (const tests of [...half, ...lift, ...thomas]) expectSame({ ...base, tests: { ...base.tests, ...tests } });
  });

  it('[FH-05] everything that a flag, a detail or a place on the body map forbids, on each side', () => {
    const replaced = [undefined, 'left', 'right', 'both'].flatMap((side) => [undefined, 'anterior', 'lateral', 'posterior', 'unknown'].map((approach) => ({ hipReplacement: { side, approach } })));
    const others = [{ pregnancy: {} }, { pregnancy: { weeks: 12 } }, { pregnancy: { weeks: 13 } }, { birth: { weeksAgo: 11 } }, { birth: { weeksAgo: 12 } }, { osteoporosis: { vertebralFracture: false } }, { backPattern: { worseWith: 'extension' } }, { backPattern: { worseWith: 'flexion' } }, { hypermobility: { score: 4 } }, { hypermobility: { score: 5 } }, { kneelingHurts: true }, { snappingHip: { painful: false } }];
    for (const details of [...replaced, ...others]) expectSame(personWith({ details }));
    for (const id of flagIds) expectSame(personWith({ yes: [id] }));
    const sites = ['front-of-hip-left', 'groin-right', 'front-of-thigh-left', 'knee-right', 'below-knee-left', 'pelvis'];
    for (const site of sites) for (const id of ['RF13', 'RF14', 'RF18', 'RF23', 'RF27', 'RF38']) expectSame(personWith({ yes: [id], details: { groinPain: { withImpact: false }, avascular: { severe: false } } }, [site]));
  });

  it('[FH-05] anybody: the plan decides as the core does', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), (answers) => {
        expectSame(answers);
      }),
      { numRuns: 25 },
    );
  });
});

describe('pain in an exercise as FHIR', () => {
  it('[FH-05] leads to the zone that the core names, for every number', () => {
    for (const value of [0, 1, 2, 3, 3.5, 4, 5, 5.5, 6, 10])
      expect([...applyPlan(painPlan(words), { resourceType: 'Observation', valueQuantity: { value } })]).toEqual([painZone(value)]);
  });
});
