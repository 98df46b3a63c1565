import { parseLocalDate } from '@psoas/kernel';
import sharingWords from '@psoas/knowledge/text/sharing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge, words as english } from '../english.ts';
import type { ImportedPlan } from './imported-plan.ts';
import { carePlanProblemText, leftLines, placeLines, planNotices, planSummary, type PlanTelling } from './plan-lines.ts';
import { readCarePlan } from './read-care-plan.ts';

const { catalogue } = knowledge;
const words = english.fhir;
const parsedDay = parseLocalDate('2026-03-02');
if (!parsedDay.ok) throw new Error('no day');
const today = parsedDay.value;
const telling: PlanTelling = { words, dayText: (day) => day, sharing: { words: sharingWords, exerciseName: (id) => id, reason: () => undefined } };
const everyLine = (plan: ImportedPlan): readonly string[] => {
  const nothing = { judged: [], same: [], left: [] };
  return [...planNotices(plan, today, telling), ...planSummary(plan, nothing, telling), ...leftLines(plan, nothing, telling), ...placeLines(plan, nothing, telling)];
};
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
  return notUsed.map(({ path, reason, allowed }) => [path, reason, ...(allowed === undefined ? [] : [allowed])].join(' '));
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
      subject: 'somebody',
      isDraft: false,
      notUsed: [],
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
    expect(timed.notUsed.map(({ path }) => path)).toEqual(['CarePlan.activity[0].progress', 'CarePlan.activity[0].detail.description', 'CarePlan.activity[0].detail.extension[0]']);
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
          else expect(everyLine(result.value).join('\n')).not.toMatch(/\{\w+\}/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('[FH-09] says in words what cannot be used, activities by what they call themselves, the same field of many once', () => {
    const plan = read(planWith([{ detail: { ...bridge.detail, description: 'a' } }, { detail: { ...bridge.detail, description: 'b' } }, {}, { detail: detail({ code: { text: 'Bird \u202Edog' } }) }, { detail: detail({ code: code('dead-bug'), extension: dose({ url: 'sets', valueInteger: 9 }) }) }]));
    expect(leftLines(plan, { left: [] }, telling)).toEqual([
      'Bird  dog: psoas has no such exercise.',
      'dead-bug: It has an amount that this exercise is not done with.',
      'Other parts of the plan that psoas has no place for: 2.',
    ]);
    expect(placeLines(plan, { left: [] }, telling)).toEqual([
      'CarePlan.activity[0, 1].detail.description: psoas has no place for this. It changes nothing.',
      'CarePlan.activity[2]: Only details inside the plan are read. Put the exercise under “detail”.',
      'CarePlan.activity[3].detail.code: This names no exercise of psoas. The codes stand in “psoas exercises”.',
      'CarePlan.activity[4].detail.extension[0].extension[0].valueInteger: This must be a whole number from 1 to 3. Without a readable amount the exercise is left out.',
    ]);
  });

  it('[FH-12] tells whom the plan says it is for, that it is a draft, and that its time is over or has not begun', () => {
    const about = (more: object): readonly string[] => planNotices(read(planWith([], more)), today, telling);
    const lead = 'It is for “somebody”. psoas cannot tell whether that is you, so look before you accept anything.';
    expect(about({})).toEqual([lead]);
    expect(about({ title: 'Week 3', author: { display: 'Anna Berg' } })).toEqual(['Plan: Week 3', 'By: Anna Berg', lead]);
    expect(about({ subject: { reference: 'Patient/7' } })).toEqual([lead.replace('somebody', 'Patient/7')]);
    expect(about({ subject: undefined })).toEqual(['It does not say whom it is for. Look whether it is yours before you accept anything.']);
    const draft = 'It calls itself a draft or a proposal. Ask whether it is meant to be followed.';
    expect(about({ status: 'draft' })).toEqual([lead, draft]);
    expect(about({ intent: 'proposal' })).toEqual([lead, draft]);
    expect(about({ period: { end: '2026-03-01T23:00:00Z' } })).toEqual([lead, 'By its dates it ended on 2026-03-01. Ask whether it still holds.']);
    expect(about({ period: { start: '2026-03-02', end: '2026-03-02' } })).toEqual([lead]);
    expect(about({ period: { start: '2026-03-03' } })).toEqual([lead, 'By its dates it begins on 2026-03-03.']);
  });

  it('[FH-09] names by its place what it says of itself and cannot be read', () => {
    const plan = read(planWith([], { title: 7, author: { reference: 'Device/1' }, period: { start: '2026', end: 'soon' } }));
    expect(plan.notUsed).toEqual(['title', 'author', 'period.start', 'period.end'].map((key) => ({ path: `CarePlan.${key}`, reason: 'not-read' })));
  });

  it('[FH-10] refuses what is too long to be a plan', () => {
    expect(problem(' '.repeat(50_000_001))).toContain('has 50000001 characters; 50000000 are the most');
  });

  it('[HD-01] quotes no more of a hostile file than a person would read', () => {
    const long = 'a'.repeat(100_000);
    const plans = Array.from({ length: 5000 }, () => ({ resource: planWith([]) }));
    for (const hostile of [{ resourceType: long }, planWith([], { status: 'completed', intent: long }), { resourceType: 'Bundle', entry: plans }])
      expect(problem(JSON.stringify(hostile)).length).toBeLessThan(1000);
    expect(problem(JSON.stringify(planWith([], { status: 'active' })).replace('"plan"', '['.repeat(100_000)))).not.toBe('read');
  });
});
