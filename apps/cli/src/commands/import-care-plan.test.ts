import { describe, expect, it } from 'vitest';
import { createFakeWorld, memoryDiary, readPerson } from '../testing/fake-io.ts';

const system = 'https://psoas.invalid/fhir/CodeSystem/exercise';
const dose = (part: object): object => ({ url: 'https://psoas.invalid/fhir/StructureDefinition/dose', extension: [part] });
const activity = (id: string, part?: object): object => ({ detail: { status: 'not-started', code: { coding: [{ system, code: id }] }, ...(part && { extension: [dose(part)] }) } });
const plan = {
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  title: 'After the visit',
  author: { display: 'Anna Berg' },
  subject: { display: 'Kim' },
  period: { end: '2026-02-01' },
  activity: [activity('standing-march', { url: 'reps', valueInteger: 12 }), activity('kneeling-hip-flexor-lunge', { url: 'holdSeconds', valueDecimal: 30 }), activity('couch-stretch'), { detail: { status: 'not-started', code: { text: 'Bird dog' } } }],
};

async function worldWithCheck(files: { readonly [path: string]: string } = {}) {
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker'), 'plan.json': JSON.stringify(plan), ...files } });
  await world.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return world;
}

// The activity of the plan, not the definition of the exercise: in front of its words stands its dose.
const marchOfPlan = /"url":"reps","valueInteger":10.{0,400}?ActivityDefinition\/standing-march\|/g;

/** An edited export of the same diary, in a bundle. */
async function editedExport(edit: (text: string) => string) {
  const world = await worldWithCheck();
  const bundle = (await world.run('export', 'fhir')).out;
  const edited = edit(bundle);
  const again = createFakeWorld({ files: { 'a.yaml': await readPerson('desk-worker'), 'fhir.json': `\uFEFF${edited}` } });
  await again.run('check', '--answers', 'a.yaml', '--diary', 'd');
  return again;
}

describe('psoas import of a care plan', () => {
  it('[FH-11] [FH-12] keeps it as a proposal, with what psoas says of it and what cannot be taken over', async () => {
    const world = await worldWithCheck();
    const before = JSON.parse((await world.run('export', 'json')).out).events.length;
    const { out, exitCode } = await world.run('import', 'plan.json');
    expect(exitCode).toBe(0);
    expect(out).toBe(
      [
        'A plan from a file',
        'Plan: After the visit',
        'By: Anna Berg',
        'It is for “Kim”. psoas cannot tell whether that is you, so look before you',
        'accept anything.',
        'By its dates it ended on 2026-02-01. Ask whether it still holds.',
        '',
        'What it would change',
        '   - Standing march: 12 repetitions',
        '       This fits the plan. Now 10 repetitions, then 12.',
        '   - Kneeling hip flexor lunge: 30 seconds',
        '       This fits the plan. Now 45 seconds, then 30.',
        '',
        'What it does not name stays as it is.',
        '',
        'What cannot be taken over',
        '   - Couch stretch: It opens only after easier exercises went well.',
        '   - Bird dog: psoas has no such exercise.',
        '',
        'Where it stands in the file',
        '   - CarePlan.activity[2]: It opens only after easier exercises went well.',
        '   - CarePlan.activity[3].detail.code: This names no exercise of psoas. The',
        '     codes stand in “psoas exercises”.',
        '',
        'Kept as a proposal; your plan is as it was. To accept it: psoas proposals id-3',
        'accept. Or: psoas proposals id-3 decline',
        '',
      ].join('\n'),
    );
    const { events } = JSON.parse((await world.run('export', 'json')).out);
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)).toMatchObject({ kind: 'proposal-imported', data: { from: 'Anna Berg', text: 'After the visit', changes: [{ exercise: 'standing-march', reps: 12 }, { exercise: 'kneeling-hip-flexor-lunge', holdSeconds: 30 }] } });
    expect((await world.run('plan', '--diary', 'd')).out).toContain('2×10 ');
  });

  it('[SH-24] is accepted and taken back without a share or a network, and counts meanwhile', async () => {
    const world = await worldWithCheck();
    expect((await world.run('proposals')).out).toContain('No care plan has proposed anything.');
    await world.run('import', 'plan.json');
    const { out } = await world.run('proposals');
    expect(out).toContain('Anna Berg proposes [id-3]:');
    expect(out).toContain('To answer: psoas proposals id-3 accept, or decline.');
    const accepted = await world.run('proposals', 'id-3', 'accept');
    expect(accepted.out).toContain('This fits the plan. Now 10 repetitions, then 12.');
    expect(accepted.out.replaceAll(/\s+/g, ' ')).toContain('To take it back: psoas proposals id-3 take-back');
    expect((await world.run('plan')).out).toContain('2×12');
    expect((await world.run('proposals')).out).toContain('proposal [id-3]: accepted');
    expect((await world.run('proposals', 'id-3', 'accept')).exitCode).toBe(2);
    expect((await world.run('proposals', 'id-3', 'take-back', '--json')).out).toContain('"isWritten": true');
    expect((await world.run('plan')).out).not.toContain('2×12');
    expect(JSON.parse((await world.run('proposals', '--json')).out)).toMatchObject({ open: [], answered: [{ answer: 'accepted', takenBack: {} }] });
    expect((await world.run('proposals', 'id-3', 'decline')).exitCode).toBe(0);
  });

  it('[SH-24] brings the same plan in once, shows it dry without writing, and says it as data', async () => {
    const world = await worldWithCheck();
    expect((await world.run('import', 'plan.json', '--dry-run')).out).toContain('Nothing was written.');
    expect(JSON.parse((await world.run('import', 'plan.json', '--dry-run', '--json')).out)).toMatchObject({ proposal: null, isWritten: false, judged: [{ verdict: 'fits' }, { verdict: 'fits' }], left: [{ exercise: 'couch-stretch', because: 'locked' }] });
    expect(JSON.parse((await world.run('import', 'plan.json', '--json')).out)).toMatchObject({ proposal: 'id-3', isWritten: true });
    expect((await world.run('import', 'plan.json')).out).toContain('The same proposal waits already. To accept it: psoas proposals id-3 accept.');
    expect(JSON.parse((await world.run('proposals', '--json')).out).open).toHaveLength(1);
  });

  it('[FH-11] its own export changes nothing; an export that somebody edited proposes exactly this', async () => {
    const same = await editedExport((text) => text);
    const { out } = await same.run('import', 'fhir.json');
    expect(out).toContain('It changes nothing: what psoas can take from it is done so already.');
    expect(out).toContain('As it is now: Kneeling hip flexor lunge, Standing march, Seated leg raise.');
    expect(out).toContain('Nothing was kept, because nothing of it would change.');
    const edited = await editedExport((text) => text.replaceAll(marchOfPlan, (activity) => activity.replace('"reps","valueInteger":10', '"reps","valueInteger":12')));
    const found = JSON.parse((await edited.run('import', 'fhir.json', '--json')).out);
    expect(found.judged.map(({ change }: { readonly change: unknown }) => change)).toEqual([{ kind: 'amount', exercise: 'standing-march', reps: 12 }]);
    expect(found.left).toEqual([]);
  });

  it('[FH-11] proposes nothing before the first check, and says why', async () => {
    const world = createFakeWorld({ files: { 'plan.json': JSON.stringify(plan) }, diary: memoryDiary() });
    const { out, exitCode } = await world.run('import', 'plan.json');
    expect(exitCode).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Standing march, Kneeling hip flexor lunge, Couch stretch: Sessions are stopped. First comes a new check, or a clinician.');
    expect(out).toContain('Nothing was kept');
  });

  it('[FH-10] refuses what is no plan, by its place, with 2', async () => {
    const world = await worldWithCheck({ 'patient.json': '{"resourceType":"Patient"}', 'over.json': JSON.stringify({ ...plan, status: 'revoked' }) });
    expect((await world.run('import', 'patient.json')).exitCode).toBe(2);
    expect(world.errors()).toContain('patient.json: The file is a FHIR Patient.');
    expect((await world.run('import', 'over.json')).exitCode).toBe(2);
    expect(world.errors()).toContain('CarePlan.status says that the plan is revoked.');
    expect((await world.run('proposals', '--json')).out).toContain('"open": []');
  });

  it('[L-01] refuses an answer that is none, and a proposal that is not there', async () => {
    const world = await worldWithCheck();
    for (const words of [['id-3'], ['id-3', 'perhaps'], ['id-3', 'accept', 'more']]) expect([words, (await world.run('proposals', ...words)).exitCode]).toEqual([words, 2]);
    expect((await world.run('proposals', 'id-9', 'accept')).exitCode).toBe(2);
    expect(world.errors()).toContain('There is no proposal "id-9". Proposals: none.');
    await world.run('import', 'plan.json');
    expect((await world.run('proposals', '', 'accept')).exitCode).toBe(2);
    expect(JSON.parse((await world.run('proposals', '--json')).out)).toMatchObject({ open: [{}], answered: [] });
  });
});
