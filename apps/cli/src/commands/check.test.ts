import { describe, expect, it } from 'vitest';
import { isRecord } from '@psoas/kernel';
import { createFakeWorld, memoryDiary, readPerson } from '../testing/fake-io.ts';

const kindsOf = (entries: readonly unknown[]): readonly unknown[] =>
  entries.map((entry) => (isRecord(entry) ? entry['kind'] : entry));
const jsonOf = (text: string): unknown => JSON.parse(text);

async function checkPerson(name: string, ...more: readonly string[]) {
  const diary = memoryDiary();
  const world = createFakeWorld({ files: { 'a.yaml': await readPerson(name) }, diary });
  return { ...(await world.run('check', '--answers', 'a.yaml', ...more)), world, entries: diary.entries };
}

describe('psoas check --answers', () => {
  it('prints finding and programme of a tight and weak person', async () => {
    const { exitCode, out } = await checkPerson('desk-worker', '--json');
    expect(exitCode).toBe(0);
    expect(jsonOf(out)).toMatchObject({
      triage: { level: 'none', reasons: [], actions: [] },
      findings: { left: { result: 'both', tight: 'yes', weak: 'yes' }, right: { result: 'both' } },
      problems: [],
      programme: {
        sessions: [
          {
            id: 'day-1-home',
            items: [{ exercise: 'kneeling-hip-flexor-lunge', side: 'both', holdSeconds: 45 }, {}, {}],
          },
          {},
          {},
          {},
          {},
        ],
      },
    });
  });

  it('[S-01] answers an emergency with what to do first, and without a programme', async () => {
    const { exitCode, out } = await checkPerson('numb-saddle', '--json');
    expect(exitCode).toBe(0);
    expect(jsonOf(out)).toMatchObject({
      triage: {
        level: 'A',
        reasons: [
          { id: 'RF01', urgency: 'A' },
          { id: 'S-PAIN', urgency: 'C' },
        ],
      },
      findings: null,
      programme: null,
    });
    const shown = await checkPerson('numb-saddle');
    expect(shown.out.split('\n')[0]).toBe('[A] Get help now');
    expect(shown.out).toContain('112');
  });

  it('[S-03] answers an emergency beside damaged answers, and lists the problems', async () => {
    const world = createFakeWorld({
      files: { 'a.yaml': 'safety: { yes: [RF01, RF99] }\npain: { now: much }\n' },
    });
    const { exitCode, out } = await world.run('check', '--answers', 'a.yaml', '--json');
    expect(exitCode).toBe(0);
    expect(jsonOf(out)).toMatchObject({ triage: { level: 'A' }, findings: null, programme: null });
    expect(out).toContain('"field": "safety.yes[1]"');
    expect(out).toContain('pain.now is \\"much\\". Allowed: a number from 0 to 10.');
  });

  it('[S-03] refuses missing answers and a text in place of a yes, and names them', async () => {
    const text = (await readPerson('pregnant'))
      .replace('clinicianAgreed: false', 'clinicianAgreed: "true"')
      .replace('ageYears: 31', '');
    const world = createFakeWorld({ files: { 'a.yaml': text } });
    const { exitCode, out } = await world.run('check', '--answers', 'a.yaml', '--json');
    expect(exitCode).toBe(2);
    expect(jsonOf(out)).toMatchObject({
      triage: { level: 'C' },
      findings: null,
      programme: null,
      problems: [
        { field: 'safety.clinicianAgreed', kind: 'not-allowed', allowed: 'true | false', found: '"true"' },
        { field: 'about.ageYears', kind: 'missing' },
      ],
    });
    expect(world.errors()).toContain('about.ageYears is missing');
  });

  it('[L-02] names line and column of a file that is no YAML, and the flags it mentions', async () => {
    const world = createFakeWorld({ files: { 'a.yaml': 'safety:\n  yes: [RF01\n' } });
    const { exitCode } = await world.run('check', '--answers', 'a.yaml');
    expect(exitCode).toBe(2);
    expect(world.errors()).toMatch(/a\.yaml could not be understood at line 3, column 1/);
    expect(world.errors()).toContain('Nothing in it was used');
    expect(world.errors()).toContain('RF01: Call your emergency number');
    expect((await world.run('check', '--answers', 'b.yaml')).exitCode).toBe(2);
    expect(world.errors()).toContain('b.yaml could not be read: there is no such file');
  });

  it('[L-02] refuses a key that stands twice: one of both answers would be lost', async () => {
    const world = createFakeWorld({ files: { 'a.yaml': 'safety:\n  yes: [RF01]\n  yes: []\n' } });
    expect((await world.run('check', '--answers', 'a.yaml')).exitCode).toBe(2);
    expect(world.errors()).toContain('line 3');
  });

  it('[L-02] a yes that is no list is refused, and the flag in it is named with what to do', async () => {
    const world = createFakeWorld({ files: { 'a.yaml': 'safety: { yes: RF01 }' } });
    expect((await world.run('check', '--answers', 'a.yaml')).exitCode).toBe(2);
    expect(world.errors()).toContain('safety.yes is "RF01". Allowed: a list of RF01 … RF54.');
    expect(world.errors()).toContain('RF01: Call your emergency number');
  });

  it('takes JSON, and standard input', async () => {
    const world = createFakeWorld({ files: { '-': JSON.stringify({ safety: { yes: ['RF03'] } }) } });
    const { exitCode, out } = await world.run('check', '--answers', '-');
    expect([exitCode, out.split('\n')[0]]).toEqual([0, '[A] Get help now']);
  });

  it('the printed template is refused with a name for every empty place', async () => {
    const template = (await createFakeWorld().run('questions', '--template')).out;
    const world = createFakeWorld({ files: { 't.yaml': template } });
    const { exitCode, out } = await world.run('check', '--answers', 't.yaml', '--json');
    expect(exitCode).toBe(2);
    const empty = template
      .split('\n')
      .filter((line) => /^ +(?!halfKneeling|kneeLift|left|right)\w+: *(#.*)?$/.test(line));
    expect(jsonOf(out)).toMatchObject({ problems: empty.map(() => ({ kind: 'missing' })) });
    expect(empty).toHaveLength(14);
  });

  it('[L-03] touches no diary unless one is named', async () => {
    const { world } = await checkPerson('desk-worker');
    expect(world.opened).toEqual([]);
  });

  it('records check, agreement and start in the named diary', async () => {
    expect(kindsOf((await checkPerson('desk-worker', '--diary', 'd')).entries)).toEqual([
      'check-completed',
      'programme-started',
    ]);
    const agreed = (await checkPerson('hip-replacement-after', '--diary', 'd')).entries;
    expect(kindsOf(agreed)).toEqual(['check-completed', 'clinician-agreed', 'programme-started']);
    expect(agreed[1]).toMatchObject({ data: { flags: ['RF21'], date: '2026-03-02' } });
    expect(kindsOf((await checkPerson('numb-saddle', '--diary', 'd')).entries)).toEqual(['check-completed']);
  });

  it('records nothing of refused answers', async () => {
    const diary = memoryDiary();
    const world = createFakeWorld({ files: { 'a.yaml': 'safety: { yes: [] }' }, diary });
    expect((await world.run('check', '--answers', 'a.yaml', '--diary', 'd')).exitCode).toBe(2);
    expect(diary.entries).toEqual([]);
  });

  it('calls an empty file empty', async () => {
    const world = createFakeWorld({ files: { 'a.yaml': '' } });
    expect((await world.run('check', '--answers', 'a.yaml')).exitCode).toBe(2);
    expect(world.errors()).toContain('The file is empty. psoas questions --template');
  });

  it('[L-06] breaks no word of an error at a terminal, and no line of it in a file', async () => {
    const files = { 'a.yaml': '{}' };
    const shown = createFakeWorld({ files, screen: { isInteractive: true, columns: 60 } });
    await shown.run('check', '--answers', 'a.yaml');
    expect(
      shown
        .errors()
        .split('\n')
        .filter((line) => line.length > 60),
    ).toEqual([]);
    const piped = createFakeWorld({ files });
    await piped.run('check', '--answers', 'a.yaml');
    expect(shown.errors().split(/\s+/)).toEqual(piped.errors().split(/\s+/));
  });

  it('says that it needs a file where nobody can be asked', async () => {
    const world = createFakeWorld();
    expect((await world.run('check')).exitCode).toBe(2);
    expect(world.errors()).toContain('--answers FILE');
  });

  it('[L-06] colour carries nothing alone: without it the words are the same', async () => {
    const files = { 'a.yaml': await readPerson('numb-saddle') };
    const plain = await createFakeWorld({ files }).run('check', '--answers', 'a.yaml');
    const coloured = await createFakeWorld({ files, screen: { hasColour: true } }).run(
      'check',
      '--answers',
      'a.yaml',
    );
    const escape = new RegExp(`${String.fromCharCode(27)}\\[[0-9]+m`, 'g');
    expect(coloured.out).toMatch(escape);
    expect(plain.out).not.toMatch(escape);
    expect(coloured.out.replaceAll(escape, '')).toBe(plain.out);
  });
});

describe('psoas check, asked at a terminal', () => {
  const person = [
    [/Age/, '41'],
    [/Hours you sit/, '9'],
    [/Days a week/, '5'],
    [/Minutes a day/, '12'],
    [/Things you have/, ['mat', 'chair', 'wall']],
    [/Where did you feel it most/, 'deep-front-hip'],
    [/When did the pull begin/, 'early'],
    [/thigh came up to level/, 'pelvis-tips-back'],
    [/What makes your back worse/, 'neither'],
  ] as const;
  const asking = { screen: { isInteractive: true } };

  it('asks a healthy person everything, and records it', async () => {
    const diary = memoryDiary();
    const world = createFakeWorld({ ...asking, diary, script: person });
    const { exitCode, out } = await world.run('check');
    expect(exitCode).toBe(0);
    expect(out).toContain('tight and weak');
    expect(kindsOf(diary.entries)).toEqual(['check-completed', 'programme-started']);
    expect(
      world.asked.filter((question) =>
        /^(Right now|Back and nerves|Belly|Hip and groin|Illness|Operations|Life stage)/.test(question),
      ),
    ).toHaveLength(7);
  });

  it('a back that is fine changes nothing, and the next steps are named', async () => {
    const diary = memoryDiary();
    const world = createFakeWorld({
      ...asking,
      diary,
      script: person.filter(([question]) => !question.test('What makes your back worse?')),
    });
    const { out } = await world.run('check');
    expect(JSON.stringify(diary.entries[0])).not.toContain('backPattern');
    expect(out).not.toContain('M-BACK');
    expect(out).toContain('psoas today');
  });

  it('[S-03] answers a numb saddle at once: nothing more is asked', async () => {
    const diary = memoryDiary();
    const world = createFakeWorld({
      ...asking,
      diary,
      script: [[/^Back and nerves/, ['RF01']], [/numb/i, 'yes'], ...person],
    });
    const { exitCode, out } = await world.run('check');
    expect(exitCode).toBe(0);
    expect(out.split('\n')[0]).toBe('[A] Get help now');
    expect(out).not.toContain('is missing');
    expect(world.asked).toHaveLength(3);
    expect(kindsOf(diary.entries)).toEqual(['check-completed']);
  });

  it('a marked line counts only once its whole question has a yes', async () => {
    const world = createFakeWorld({ ...asking, script: [[/^Back and nerves/, ['RF01']], ...person] });
    expect((await world.run('check')).out).toContain('You can start');
  });

  it('[S-05] a level C is not asked to try the tests, unless a clinician agreed', async () => {
    const pregnant = [
      [/^Life stage/, ['RF23']],
      [/in which week/, '20'],
      [/pregnant/i, 'yes'],
      ...person,
    ] as const;
    const waiting = createFakeWorld({ ...asking, script: pregnant });
    expect((await waiting.run('check')).out).toContain('[C] Ask before you start');
    expect(waiting.asked.some((question) => question.includes('timer'))).toBe(false);
    const agreed = createFakeWorld({
      ...asking,
      script: [[/Has a clinician/, 'yes'], [/On which day/, '2026-03-01'], ...pregnant],
    });
    expect((await agreed.run('check')).out).toContain('[D] You can start');
    expect(agreed.asked.some((question) => question.includes('timer'))).toBe(true);
    // [S-09] Twenty weeks: nobody is sent to the edge of a bed.
    expect(agreed.asked.some((question) => question.includes('Thomas'))).toBe(false);
  });
});
