import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge, words as english } from '../english.ts';
import type { ImportedPlan } from './imported-plan.ts';
import { carePlanProblemText, importedPlanLines } from './plan-lines.ts';
import { readCarePlan } from './read-care-plan.ts';

const { catalogue } = knowledge;
const words = english.fhir;
const system = 'https://psoas.invalid/fhir/CodeSystem/exercise';
const code = (id: string) => ({ coding: [{ system, code: id }] });
const dose = (...parts: readonly object[]) => [{ url: 'https://psoas.invalid/fhir/StructureDefinition/dose', extension: parts }];
const detail = (more: object) => ({ kind: 'ServiceRequest', status: 'not-started', ...more });
const bridge = { detail: detail({ code: code('bridge') }) };

function planWith(activity: readonly unknown[], more: object = {}): object {
  return { resourceType: 'CarePlan', status: 'active', intent: 'plan', subject: { display: 'somebody' }, activity, ...more };
}

function read(plan: unknown): ImportedPlan {
  const result = readCarePlan(JSON.stringify(plan), catalogue);
  if (!result.ok) throw new Error(carePlanProblemText(result.error, words));
  return result.value;
}

function problem(text: string): string {
  const result = readCarePlan(text, catalogue);
  return result.ok ? 'read' : carePlanProblemText(result.error, words);
}

/** What is not used of the one activity of a plan. */
function left(activity: unknown): readonly string[] {
  const { exercises: found, notUsed } = read(planWith([activity]));
  expect(found).toEqual([]);
  return notUsed.filter(({ path }) => path !== 'CarePlan.subject').map(({ path, reason, allowed }) => [path, reason, ...(allowed === undefined ? [] : [allowed])].join(' '));
}

describe('a care plan becomes a proposal', () => {
  it('[FH-08] takes exercises by our codes or our definitions, with what is said of their amount', () => {
    const plan = planWith(
      [
        { detail: detail({ code: code('dead-bug'), extension: dose({ url: 'side', valueCode: 'left' }, { url: 'sets', valueInteger: 2 }, { url: 'reps', valueInteger: 8 }) }) },
        { detail: detail({ instantiatesCanonical: ['https://psoas.invalid/fhir/ActivityDefinition/couch-stretch|9.9.9'], extension: dose({ url: 'holdSeconds', valueDecimal: 60 }) }) },
        bridge,
      ],
      { title: 'After the visit' },
    );
    expect(read(plan)).toEqual({
      title: 'After the visit',
      exercises: [
        { exercise: 'dead-bug', side: 'left', sets: 2, reps: 8, path: 'CarePlan.activity[0]' },
        { exercise: 'couch-stretch', holdSeconds: 60, path: 'CarePlan.activity[1]' },
        { exercise: 'bridge', path: 'CarePlan.activity[2]' },
      ],
      notUsed: [{ path: 'CarePlan.subject', reason: 'not-read' }],
    });
  });

  it('[FH-08] finds the one plan of a bundle, and names its places there', () => {
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient' } }, { resource: planWith([bridge]) }] };
    expect(read(bundle).exercises).toEqual([{ exercise: 'bridge', path: 'Bundle.entry[1].resource.activity[0]' }]);
  });

  it('[FH-09] guesses nothing: what is not ours is named by its place', () => {
    const other = { coding: [{ system: 'http://snomed.info/sct', code: '229065009', display: 'Bridge' }], text: 'bridge' };
    expect(left({ detail: detail({ code: other }) })).toEqual(['CarePlan.activity[0].detail.code exercise']);
    expect(left({ detail: detail({ code: code('back-flip') }) })).toEqual(['CarePlan.activity[0].detail.code exercise']);
    expect(left({ detail: detail({ code: { coding: [...code('bridge').coding, ...code('dead-bug').coding] } }) })).toEqual(['CarePlan.activity[0].detail two-exercises']);
    expect(left({ reference: { reference: 'ServiceRequest/1' } })).toEqual(['CarePlan.activity[0] other-resource']);
    expect(left('bridge')).toEqual(['CarePlan.activity[0] other-resource']);
    const timed = read(planWith([{ ...bridge, progress: [], detail: { ...bridge.detail, description: 'gently', extension: [{ url: 'urn:x' }] } }]));
    expect(timed.notUsed.map(({ path }) => path)).toEqual(['CarePlan.subject', 'CarePlan.activity[0].progress', 'CarePlan.activity[0].detail.description', 'CarePlan.activity[0].detail.extension[0]']);
  });

  it('[FH-09] leaves out what is not to be done, is over, or carries an unknown modifier', () => {
    expect(left({ detail: { ...bridge.detail, doNotPerform: true } })).toEqual(['CarePlan.activity[0].detail.doNotPerform not-wanted']);
    expect(left({ detail: { ...bridge.detail, doNotPerform: 'no' } })).toEqual(['CarePlan.activity[0].detail.doNotPerform not-wanted']);
    expect(left({ detail: { ...bridge.detail, status: 'cancelled' } })).toEqual(['CarePlan.activity[0].detail.status not-wanted']);
    expect(left({ detail: { ...bridge.detail, modifierExtension: [{ url: 'urn:not' }] } })).toEqual(['CarePlan.activity[0].detail.modifierExtension modifier']);
  });

  it.each<[object, string]>([
    [{ url: 'side', valueCode: 'top' }, '.valueCode amount left | right | both'],
    [{ url: 'sets', valueInteger: 50 }, '.valueInteger amount a whole number from 1 to 3'],
    [{ url: 'sets', valueInteger: 1.5 }, '.valueInteger amount a whole number from 1 to 3'],
    [{ url: 'sets', valueString: '3' }, '.valueInteger amount a whole number from 1 to 3'],
    [{ url: 'reps', valueInteger: 0 }, '.valueInteger amount a whole number from 1 to 12'],
    [{ url: 'holdSeconds', valueDecimal: 30 }, ' amount left out: this exercise is counted'],
  ])('[FH-09] bends no amount: %j', (part, reason) => {
    expect(left({ detail: detail({ code: code('dead-bug'), extension: dose(part) }) })).toEqual([`CarePlan.activity[0].detail.extension[0].extension[0]${reason}`]);
  });

  it('[FH-09] takes no amount that is there twice', () => {
    const twice = detail({ code: code('dead-bug'), extension: dose({ url: 'sets', valueInteger: 2 }, { url: 'sets', valueInteger: 3 }) });
    expect(left({ detail: twice })).toEqual(['CarePlan.activity[0].detail.extension[0].extension[1] amount a part that stands once']);
    expect(left({ detail: { ...twice, extension: [...dose(), ...dose()] } })).toEqual(['CarePlan.activity[0].detail.extension[1] amount there once']);
  });

  it('[FH-10] refuses whole what is no plan, what is over, and what is damaged, by its place', () => {
    expect(problem('')).toContain('The file is empty.');
    expect(problem('{"resourceType":\n"CarePlan",,}')).toContain('line 2, column 12');
    expect(problem('{"resourceType":"CarePlan","activity":[')).toContain('ends in the middle of line 1');
    expect(problem('[]')).toContain('“resourceType” is missing');
    expect(problem('{"resourceType":"Patient"}')).toContain('is a FHIR Patient');
    expect(problem('{"resourceType":"Bundle","entry":[]}')).toContain('holds no CarePlan');
    expect(problem(JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: planWith([]) }, 7, { resource: planWith([]) }] }))).toContain('2 CarePlans (Bundle.entry[0].resource, Bundle.entry[2].resource)');
    expect(problem('{"resourceType":"Bundle","entry":{}}')).toContain('Bundle.entry must be a list.');
    expect(problem(JSON.stringify(planWith([], { status: 'revoked' })))).toContain('CarePlan.status says that the plan is revoked.');
    expect(problem(JSON.stringify(planWith([], { status: 'on-hold' })))).toContain('is on-hold');
    expect(problem(JSON.stringify(planWith([], { status: 'running' })))).toContain('CarePlan.status must be draft | active.');
    expect(problem(JSON.stringify(planWith([], { intent: 'wish' })))).toContain('CarePlan.intent must be');
    expect(problem(JSON.stringify(planWith([], { modifierExtension: [] })))).toContain('CarePlan.modifierExtension changes the meaning');
    expect(problem(JSON.stringify({ ...planWith([]), activity: 'bridge' }))).toContain('CarePlan.activity must be a list.');
    expect(problem(`${'['.repeat(300)}${']'.repeat(300)}`)).toContain('more than 64 levels');
  });

  it('[FH-10] nothing that comes in makes it throw', () => {
    const node = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 5 }, fc.constantFrom('CarePlan', 'active', 'plan', system, 'bridge', null, true, 3, -1.5), tie('list'), tie('group')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      group: fc.dictionary(fc.constantFrom('resourceType', 'status', 'intent', 'activity', 'detail', 'code', 'coding', 'system', 'extension', 'url', 'entry', 'resource', '__proto__'), tie('value'), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(node.value, node.value, (value, activity) => {
        for (const input of [value, { ...planWith([]), activity }, planWith([activity, { detail: activity }])]) {
          const result = readCarePlan(JSON.stringify(input) ?? '', catalogue);
          if (!result.ok) expect(carePlanProblemText(result.error, words)).not.toMatch(/[{}]/);
          else expect(importedPlanLines(result.value, knowledge, words).join('\n')).not.toMatch(/\{\w+\}/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[FH-09] says in words what is proposed and what is not used, the same field of many activities once', () => {
    const plan = planWith([{ detail: { ...bridge.detail, description: 'a' } }, { detail: { ...detail({ code: code('dead-bug'), extension: dose({ url: 'side', valueCode: 'left' }, { url: 'sets', valueInteger: 1 }) }), description: 'b' } }, {}], { title: 'Week 3' });
    expect(importedPlanLines(read(plan), knowledge, words)).toEqual([
      'Plan: Week 3',
      'Bridge: as psoas has it',
      'Dead bug: 1 set, left',
      '',
      'Not used',
      'CarePlan.subject: psoas has no place for this. It changes nothing.',
      'CarePlan.activity[0, 1].detail.description: psoas has no place for this. It changes nothing.',
      'CarePlan.activity[2]: Only details inside the plan are read. Put the exercise under “detail”.',
    ]);
  });

  it('[HD-01] quotes no more of a hostile file than a person would read', () => {
    const long = 'a'.repeat(100_000);
    const plans = Array.from({ length: 5000 }, () => ({ resource: planWith([]) }));
    for (const hostile of [{ resourceType: long }, planWith([], { status: 'completed', intent: long }), { resourceType: 'Bundle', entry: plans }])
      expect(problem(JSON.stringify(hostile)).length).toBeLessThan(1000);
    expect(problem(JSON.stringify(planWith([], { status: 'active' })).replace('"plan"', '['.repeat(100_000)))).not.toBe('read');
  });
});
