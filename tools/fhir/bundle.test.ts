import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAnswers } from '@psoas/core/answers';
import { assess } from '@psoas/core/assessment';
import type { PlanItem } from '@psoas/core/programme';
import { readCarePlan } from '@psoas/exchange/care-plan';
import { fhirBundleChunks, fhirResources, questionnaireResponse, selfCheckPlan, selfCheckQuestionnaire, type PlanAction, type Resource } from '@psoas/exchange/fhir';
import { knowledge, words } from '@psoas/exchange/fhir-english';
import { isRecord, parseLocalDate, type LocalDate } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { arbitraryAnswers } from '../people/arbitrary-answers.ts';
import { arbitraryDiary, liveDiary } from '../people/short-diary.ts';
import { countBindings, faultsOf } from './published-definitions.ts';
import { sampleDiary, sampleToday } from './sample-diary.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', name);
const peopleFolder = resolve(import.meta.dirname, '../../packages/core/people');
const definitionTypes: readonly string[] = ['Questionnaire', 'PlanDefinition', 'ActivityDefinition', 'CodeSystem'];

function resourcesOf(entries: readonly unknown[], today: LocalDate): readonly Resource[] {
  return [...fhirResources(entries, { knowledge, words, today })];
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

const sample = resourcesOf(sampleDiary(), sampleToday);

/** Every reference inside a value, with its place. */
function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isRecord(value)) return [];
  const own = typeof value['reference'] === 'string' ? [value['reference']] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

function expectSound(resources: readonly Resource[]): void {
  const addresses = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  const known = new Set(addresses);
  expect(referencesIn(resources).filter((reference) => !known.has(reference))).toEqual([]);
  expect(resources.flatMap((resource) => faultsOf(resource).map((fault) => `${resource.resourceType}/${resource.id} ${fault}`))).toEqual([]);
}

describe('a diary as FHIR', () => {
  it('[FH-01] a sample person, as a reader can check it', async () => {
    const person = sample.filter(({ resourceType }) => !definitionTypes.includes(resourceType));
    await expect(stringify(person, { lineWidth: 140, aliasDuplicateObjects: false })).toMatchFileSnapshot(golden('sample-person.yaml'));
  });

  it('[FH-01] every resource is valid by the published definitions and value sets, and refers to what is there', () => {
    expectSound(sample);
    expect(new Set(sample.map(({ resourceType }) => resourceType))).toEqual(
      new Set([...definitionTypes, 'Device', 'Patient', 'QuestionnaireResponse', 'Observation', 'CarePlan', 'Goal', 'Provenance', 'Procedure']),
    );
    expect(sample.reduce((count, resource) => count + countBindings(resource), 0)).toBeGreaterThan(400);
  });

  it.each(readdirSync(peopleFolder))('[FH-01] %s: valid after a check alone', (file) => {
    const day = dayOf('2026-11-21');
    const answers: unknown = parse(readFileSync(join(peopleFolder, file), 'utf8'));
    expectSound(resourcesOf([{ id: 'c', kind: 'check-completed', version: 1, atMillis: Date.UTC(2026, 10, 21), day, data: { answers } }], day).filter(({ resourceType }) => !definitionTypes.includes(resourceType)));
  });

  it('[FH-01] [FH-02] any lived diary is sound, and comes out the same twice', () => {
    fc.assert(
      fc.property(arbitraryDiary(), (script) => {
        const { events, end } = liveDiary(script);
        const person = resourcesOf(events, end).filter(({ resourceType }) => !definitionTypes.includes(resourceType));
        expectSound(person);
        const bytes = [...fhirBundleChunks(events, { knowledge, words, today: end })].join('');
        expect([...fhirBundleChunks(events, { knowledge, words, today: end })].join('')).toBe(bytes);
      }),
      { numRuns: 8 },
    );
  });

  it('[FH-01] [FH-02] strange names, times beyond what FHIR can write, and entries that are none change nothing about that', () => {
    const strange = fc.record({
      tail: fc.string({ unit: 'binary', maxLength: 90 }),
      shift: fc.constantFrom(0, -2e12, 2.6e14, 1e15, -1e15, 0.5),
      junk: fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(strange, ({ tail, shift, junk }) => {
        const renamed = (value: unknown): unknown => (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ['id', 'run', 'of', 'check'].includes(key) && typeof one === 'string' ? one + tail : renamed(one)])) : value);
        const entries = sampleDiary().map((entry) => {
          const copy = renamed(entry);
          return isRecord(copy) ? { ...copy, atMillis: Number(copy['atMillis']) + shift } : copy;
        });
        expectSound(resourcesOf([...junk, ...entries], sampleToday).filter(({ resourceType }) => !definitionTypes.includes(resourceType)));
      }),
      { numRuns: 40 },
    );
  });

  it('[FH-02] a second copy of each entry changes nothing', () => {
    const entries = sampleDiary();
    const text = (list: readonly unknown[]): string => [...fhirBundleChunks(list, { knowledge, words, today: sampleToday })].join('');
    expect(text([...entries, ...entries])).toBe(text(entries));
  });

  it('[FH-03] is one collection, one entry a line, each under its own address', () => {
    const text = [...fhirBundleChunks(sampleDiary(), { knowledge, words, today: sampleToday })].join('');
    const bundle: unknown = JSON.parse(text);
    expect(faultsOf(bundle as object)).toEqual([]);
    expect(text.trimEnd().split('\n')).toHaveLength(sample.length + 2);
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' });
    expect((bundle as { entry: { resource: Resource }[] }).entry.map(({ resource }) => resource)).toEqual(sample);
    expect([...fhirBundleChunks(yearsOfDiary(0.5, sampleToday), { knowledge, words, today: sampleToday })].every(({ length }) => length < 300_000)).toBe(true);
  });

  it('[FH-03] five years take less than a second of the processor', () => {
    const entries = yearsOfDiary(5, sampleToday);
    const times = Array.from({ length: 6 }, () => {
      const before = process.cpuUsage();
      for (const _chunk of fhirBundleChunks(entries, { knowledge, words, today: sampleToday }));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it('[FH-04] codes of SNOMED CT come only where they are asked for, notes never', () => {
    const text = (withSnomed: boolean): string => [...fhirBundleChunks(sampleDiary(), { knowledge, words, today: sampleToday, withSnomed })].join('');
    expect(text(false)).not.toContain('snomed');
    expect(text(true)).toContain('"http://snomed.info/sct","code":"229065009"');
    expect(text(true)).not.toContain('Slept badly');
  });
});

describe('the plan of a person as FHIR', () => {
  const planOf = (resources: readonly Resource[]) => resources.find((resource) => resource.resourceType === 'CarePlan');
  const withoutWord = (entry: unknown): boolean => !(isRecord(entry) && entry['kind'] === 'clinician-agreed');

  it('[FH-06] is a proposal of software, and a plan with its provenance once a clinician agreed', () => {
    const day = dayOf('2026-11-21');
    const answers: unknown = parse(readFileSync(join(peopleFolder, 'desk-worker.yaml'), 'utf8'));
    const alone = resourcesOf([{ id: 'c', kind: 'check-completed', version: 1, atMillis: Date.UTC(2026, 10, 21), day, data: { answers } }], day);
    expect(planOf(alone)).toMatchObject({ status: 'draft', intent: 'proposal', author: { reference: 'Device/psoas' } });
    expect(alone.some(({ resourceType }) => resourceType === 'Provenance')).toBe(false);
    expect(planOf(sample)).toMatchObject({ status: 'active', intent: 'plan' });
    expect(sample.find(({ resourceType }) => resourceType === 'Provenance')).toMatchObject({ target: [{ reference: 'CarePlan/plan-entry-0' }], entity: [{ role: 'derivation' }] });
  });

  it('[FH-06] waits where a sign was told of, and is not there where training is not allowed', () => {
    const day = sampleToday;
    const sign = { id: 'sign', kind: 'safety-answered', version: 1, atMillis: Date.parse(day), day, data: { newSigns: ['RF01'], painNow: 0 } };
    const waiting = resourcesOf([...sampleDiary(), sign], day);
    expect(planOf(waiting)).toMatchObject({ status: 'on-hold' });
    expectSound(waiting);
    const urgent: unknown = parse(readFileSync(join(peopleFolder, 'numb-saddle.yaml'), 'utf8'));
    const stopped = resourcesOf([...sampleDiary().filter(withoutWord), { ...sign, kind: 'check-completed', data: { answers: urgent } }], day);
    expect([planOf(stopped), stopped.some(({ resourceType }) => resourceType === 'Goal')]).toEqual([undefined, false]);
  });

  it('[FH-06] sets no target for somebody whom targets would harm (RF44)', () => {
    const day = dayOf('2026-11-21');
    const answers = parse(readFileSync(join(peopleFolder, 'desk-worker.yaml'), 'utf8')) as { safety: object };
    const marked = { ...answers, safety: { ...answers.safety, yes: ['RF44'], clinicianAgreed: true } };
    const check = { id: 'c', kind: 'check-completed', version: 1, atMillis: Date.UTC(2026, 10, 21), day, data: { answers: marked } };
    const resources = resourcesOf([check, { ...check, id: 's', kind: 'programme-started', data: { check: 'c' } }], day);
    expect(planOf(resources)).toBeDefined();
    expect(resources.filter((one) => one.resourceType === 'Goal' || (one.resourceType === 'Observation' && one.id.startsWith('adherence')))).toEqual([]);
  });

  it('[FH-08] read back, it names the exercises and amounts of the week, for anybody', () => {
    const day = dayOf('2026-11-21');
    fc.assert(
      fc.property(arbitraryAnswers(), (answers) => {
        const entries = [{ id: 'c', kind: 'check-completed', version: 1, atMillis: Date.parse(day), day, data: { answers } }];
        const plan = planOf(resourcesOf(entries, day));
        const items = assess(answers, { catalogue: knowledge.catalogue, today: day }).programme?.sessions.flatMap((session) => session.items) ?? [];
        expect(plan === undefined).toBe(items.length === 0);
        if (plan === undefined) return;
        const read = readCarePlan(JSON.stringify(plan), knowledge.catalogue);
        if (!read.ok) throw new Error(read.error.type);
        const named = (list: readonly (Pick<PlanItem, 'exercise'> & Partial<PlanItem>)[]): ReadonlySet<string> =>
          new Set(list.map(({ exercise, side, sets, reps, holdSeconds }) => JSON.stringify([exercise, side, sets, reps, holdSeconds])));
        expect(named(read.value.exercises)).toEqual(named(items));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a check as an answered questionnaire', () => {
  const questionnaire = selfCheckQuestionnaire(knowledge, words);

  it('[FH-07] holds every answer under the link id of its question, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), (answers) => {
        const check = { id: 'c', atMillis: 0, day: dayOf('2026-03-02'), answers };
        const response = questionnaireResponse(check, { questionnaire, subject: { reference: 'Patient/p' } });
        expect(response.status).toBe('completed');
        expect(answersIn(response.item)).toEqual(leavesOf(answers));
      }),
      { numRuns: 200 },
    );
  });

  it('[FH-07] an emergency that ended the check is there, and the rest is not made up', () => {
    const partial = { safety: { yes: ['RF01'], details: { fall: {} } }, pain: { now: 3 } };
    expect(parseAnswers(partial).complete).toBeUndefined();
    const response = questionnaireResponse({ id: 'c', atMillis: 0, day: dayOf('2026-03-02'), answers: partial }, { questionnaire, subject: { reference: 'Patient/p' } });
    expect([response.status, answersIn(response.item)]).toEqual(['stopped', { 'safety.RF01': [true], 'safety.details.fall': [], 'pain.now': [3] }]);
    expect(faultsOf(response)).toEqual([]);
  });
});

type Item = { readonly linkId: string; readonly answer?: readonly object[]; readonly item?: readonly Item[] };

/** The values of a response by link id; what was named without a value has none. */
function answersIn(items: readonly Item[]): { readonly [linkId: string]: readonly unknown[] } {
  return Object.assign(
    {},
    ...items.map(({ linkId, answer, item }) => {
      if (item !== undefined) return answersIn(item);
      return { [linkId]: (answer ?? []).flatMap((one) => Object.values(one)).map((value: unknown) => (isRecord(value) ? value['code'] : value)) };
    }),
  );
}

/** The same of the answers themselves, written apart from what is under test. */
function leavesOf(answers: { readonly safety: { readonly yes: readonly string[]; readonly clinicianAgreed: unknown; readonly details: object } }): object {
  const leaves: { [linkId: string]: readonly unknown[] } = {};
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      if (value.length > 0) leaves[path] = value;
    } else if (isRecord(value)) {
      if (Object.keys(value).length === 0 && path.startsWith('safety.details.')) leaves[path] = [];
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    } else if (value !== undefined) leaves[path] = [value];
  };
  const { safety, ...rest } = answers;
  walk({ ...rest, safety: { details: safety.details } }, '');
  for (let flag = 1; flag <= 54; flag += 1) {
    const id = `RF${String(flag).padStart(2, '0')}`;
    leaves[`safety.${id}`] = [safety.yes.includes(id)];
  }
  if (safety.clinicianAgreed === true) leaves['safety.word.said'] = [true];
  return leaves;
}

describe('the checker itself finds what is wrong', () => {
  const faulty = (type: string, change: (resource: Record<string, unknown>) => void): readonly string[] => {
    const found = sample.find(({ resourceType }) => resourceType === type);
    const copy = JSON.parse(JSON.stringify(found)) as Record<string, unknown>;
    expect(faultsOf(copy)).toEqual([]);
    change(copy);
    return faultsOf(copy);
  };
  const activityOf = (plan: Record<string, unknown>): Record<string, unknown> => (plan['activity'] as { detail: Record<string, unknown> }[])[0]?.detail ?? {};

  it.each<[string, string, (resource: Record<string, unknown>) => void]>([
    ['a plan without its intent', 'CarePlan', (plan) => delete plan['intent']],
    ['a status that is none', 'CarePlan', (plan) => (plan['status'] = 'running')],
    ['a field that is none', 'CarePlan', (plan) => (plan['mood'] = 'good')],
    ['a date that is none', 'CarePlan', (plan) => (plan['created'] = '2026-13-40')],
    ['a text in place of a list', 'CarePlan', (plan) => (plan['category'] = 'exercise')],
    ['reference and detail at once (cpl-3)', 'CarePlan', (plan) => (plan['activity'] = [{ reference: { display: 'x' }, detail: activityOf(plan) }])],
    ['a weekday that is none', 'CarePlan', (plan) => (activityOf(plan)['scheduledTiming'] = { repeat: { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['monday'] } })],
    ['a period without its unit (tim-2)', 'CarePlan', (plan) => (activityOf(plan)['scheduledTiming'] = { repeat: { frequency: 1, period: 1 } })],
    ['a kind of activity that is none', 'CarePlan', (plan) => (activityOf(plan)['kind'] = 'Observation')],
    ['an observation without a code', 'Observation', (one) => delete one['code']],
    ['a session whose state is none', 'Procedure', (one) => (one['status'] = 'done')],
    ['a goal whose state is none', 'Goal', (one) => (one['lifecycleStatus'] = 'hoped-for')],
    ['a role of a source that is none', 'Provenance', (one) => (one['entity'] = [{ role: 'idea', what: { display: 'x' } }])],
    ['a kind of question that is none', 'Questionnaire', (one) => (one['item'] = [{ linkId: 'a', text: 'a', type: 'slider' }])],
    ['a language of conditions that is none', 'PlanDefinition', (one) => (one['action'] = [{ title: 'a', condition: [{ kind: 'sometimes', expression: { language: 'text/fhirpath', expression: 'true' } }] }])],
  ])('[FH-01] %s', (_, type, change) => {
    expect(faulty(type, change)).not.toEqual([]);
  });
});

describe('the rules as FHIR, to read', () => {
  it('[FH-05] each named expression and each condition', async () => {
    const plan = selfCheckPlan(knowledge, words);
    const lines = (actions: readonly PlanAction[], depth: number): readonly string[] =>
      actions.flatMap(({ id, title, condition, action = [] }) => [
        `${'  '.repeat(depth)}${id}: ${title}${(condition ?? []).map(({ expression }) => `\n${'  '.repeat(depth)}  when ${expression.expression}`).join('')}`,
        ...lines(action, depth + 1),
      ]);
    const named = (plan.extension ?? []).map(({ valueExpression }) => `%${valueExpression?.name} = ${valueExpression?.expression}`);
    await expect(`${[...named, '', ...lines(plan.action, 0)].join('\n')}\n`).toMatchFileSnapshot(golden('self-check-plan.txt'));
  });
});
