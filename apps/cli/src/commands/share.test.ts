import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeWorld, readPerson, type FakeOptions } from '../testing/fake-io.ts';
import { startRelay, type TestRelay } from '../testing/start-relay.ts';

let relay: TestRelay;
let answers: string;
let idStart = 0;

beforeAll(async () => {
  relay = await startRelay();
  answers = await readPerson('desk-worker');
});
afterAll(() => relay.stop());

function newWorld(options: FakeOptions = {}) {
  idStart += 1;
  const flagged = answers.replace('yes: []', 'yes: [RF21]');
  const files = { answers, flagged, passphrase: 'four words apart\n', short: 'four' };
  return createFakeWorld({ nowMillis: Date.now() + idStart, idStart: `w${idStart}-`, files, ...options });
}
type World = ReturnType<typeof newWorld>;

let kim: World;
let anna: World;
beforeEach(async () => {
  kim = newWorld();
  anna = newWorld();
  await kim.run('check', '--answers', 'answers', '--diary', 'diary.jsonl');
  await kim.run('sync', 'start', '--relay', relay.address);
});

async function madeLink(...options: readonly string[]): Promise<string> {
  const made = await kim.run('share', 'make', '--with', 'Anna', '--parts', 'programme,sessions', '--call-me', 'Kim', '--json', ...options);
  expect(made.exitCode).toBe(0);
  const { link }: { link: string } = JSON.parse(made.out);
  return link;
}

async function added(world: World, link: string): Promise<void> {
  world.pipeIn(link);
  expect(await world.run('clients', 'add')).toMatchObject({ exitCode: 0 });
}

type Line = { readonly label: string; readonly status: string; readonly key: string; readonly fault?: string };
async function listOf(world: World, ...options: readonly string[]): Promise<readonly Line[]> {
  const lines: readonly Line[] = JSON.parse((await world.run('clients', '--json', ...options)).out);
  return lines;
}

async function openIds(): Promise<readonly string[]> {
  const shares: readonly { open: readonly { id: string }[] }[] = JSON.parse((await kim.run('share', 'replies', '--json')).out);
  return shares.flatMap(({ open }) => open.map(({ id }) => id));
}

const marchReps = async (): Promise<readonly number[]> => {
  const { out } = await kim.run('today', '--json');
  const { sessions }: { sessions: readonly { items: readonly { exercise: string; reps?: number }[] }[] } = JSON.parse(out);
  return sessions.flatMap(({ items }) => items.flatMap(({ exercise, reps }) => (exercise === 'standing-march' && reps !== undefined ? [reps] : [])));
};

const propose = (...what: readonly string[]) => anna.run('clients', 'propose', 'kim', '--from', 'Anna', ...what);
const moreReps = ['--exercise', 'standing-march', '--reps', '12'];

describe('psoas share and psoas clients', () => {
  it('[L-15] is read by its link, with what was chosen and nothing else', async () => {
    await added(anna, await madeLink('--days', '30'));
    expect(await listOf(anna)).toMatchObject([{ label: 'Kim', status: 'due', key: 'sessionDue' }]);
    const { out } = await anna.run('clients', 'show', 'kim');
    expect(out).toContain('Shares: programme, sessions and pain.');
    expect(out).toContain('Not shared: findings, measurements.');
    expect(out).toContain('Standing march (standing-march), both sides: 2×10');
    expect(out).not.toContain('Lower back');
    expect((await kim.run('share', 'reads', 'anna')).out).toContain('Opened by Anna');
    expect((await kim.run('share')).out).toMatch(/Anna.*programme, sessions and pain/);
  });

  it('[SH-08] a proposal is judged on both sides, accepted, seen today, and taken back', async () => {
    await added(anna, await madeLink());
    expect((await propose(...moreReps)).out).toMatch(/This fits the plan\. Now 10 repetitions, then 12\.\nSent to Kim/);
    expect((await kim.run('sync')).out).toMatch(/Anna: proposals that wait for your answer: 1/);
    expect((await kim.run('share', 'replies')).out).toMatch(/Anna proposes[\s\S]*Now 10 repetitions, then 12/);
    const [id = ''] = await openIds();
    expect(await marchReps()).toEqual([10]);
    expect((await kim.run('share', 'answer', id, 'accept')).exitCode).toBe(0);
    expect(await marchReps()).toEqual([12]);
    expect((await anna.run('clients', 'show', 'kim')).out).toMatch(/accepted on/);
    expect((await kim.run('share', 'answer', id, 'accept')).exitCode).toBe(2);
    expect((await kim.run('share', 'answer', id, 'take-back')).exitCode).toBe(0);
    expect(await marchReps()).toEqual([10]);
  });

  it('[SH-08] what cannot come is not sent, and a declined proposal changes nothing', async () => {
    await added(anna, await madeLink());
    expect((await propose('--exercise', 'standing-march', '--swap-for', 'low-lunge')).exitCode).toBe(2);
    for (const what of [[], ['--exercise', 'nonsense', '--reps', '9'], [...moreReps, '--only', 'left'], ['--exercise', 'standing-march', '--reps', '0']])
      expect((await propose(...what)).exitCode).toBe(2);
    expect(await openIds()).toEqual([]);
    await propose(...moreReps);
    const [id = ''] = await openIds();
    expect((await kim.run('share', 'answer', id.slice(0, 5), 'decline')).exitCode).toBe(0);
    expect(await marchReps()).toEqual([10]);
    expect(await openIds()).toEqual([]);
  });

  it('[L-16] words of others reach the terminal without anything that steers it', async () => {
    await added(anna, await madeLink());
    expect((await anna.run('clients', 'comment', 'kim', '--from', 'Anna', '--text', 'Well\u001B[2J done')).exitCode).toBe(2);
    expect((await anna.run('clients', 'comment', 'kim', '--from', 'Anna', '--text', 'Well done.\nGo on.')).exitCode).toBe(0);
    expect((await kim.run('share', 'replies', 'anna')).out).toMatch(/Anna:\n {3}Well done\.\n {3}Go on\./);
    await madeLink('--with', 'Ben\u001B[2J');
    expect((await kim.run('share')).out).not.toContain('\u001B');
  });

  it('[S-05] that a clinician agreed counts once the person takes it over', async () => {
    await added(anna, await madeLink());
    for (const what of [[], ['--flags', 'RF99'], ['--flags', 'RF21', '--on', '2999-01-01'], ['--flags', 'RF21', '--on', 'monday']])
      expect((await anna.run('clients', 'agree', 'kim', '--from', 'Anna', ...what)).exitCode).toBe(2);
    expect((await anna.run('clients', 'agree', 'kim', '--from', 'Anna', '--flags', 'RF21', '--on', '2026-03-02')).exitCode).toBe(0);
    const { out } = await kim.run('share', 'replies');
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/a clinician agreed on Monday 2 March that you may train with: .+ \(RF21\)/);
    const id = /\[([\w-]+)\]/.exec(out)?.[1] ?? '';
    const words = async () => {
      const read = await kim.diary.read();
      return (read.ok ? read.value.entries : []).filter((entry) => JSON.stringify(entry).includes('clinician-agreed'));
    };
    expect(await words()).toEqual([]);
    // What no safety answer names would lie ready to lift what comes later.
    expect((await kim.run('share', 'answer', id, 'accept')).exitCode).toBe(2);
    expect(await words()).toEqual([]);
    await kim.run('check', '--answers', 'flagged', '--diary', 'diary.jsonl');
    expect((await kim.run('share', 'answer', id, 'accept')).out).toMatch(/\(RF21\)/);
    expect(await words()).toMatchObject([{ data: { flags: ['RF21'], date: '2026-03-02' } }]);
  });

  it('[L-12] a passphrase opens the link, and is asked for once', async () => {
    const link = await madeLink('--passphrase-file', 'passphrase');
    anna.pipeIn(link);
    expect((await anna.run('clients', 'add')).exitCode).toBe(2);
    expect(anna.newErrors()).toContain('--passphrase-file');
    expect((await anna.run('clients', 'add', '--passphrase-file', 'short')).exitCode).toBe(2);
    expect(anna.newErrors()).toContain('not right');
    expect((await anna.run('clients', 'add', '--passphrase-file', 'passphrase')).exitCode).toBe(0);
    expect(await listOf(anna)).toMatchObject([{ label: 'Kim' }]);
    for (const options of [['--passphrase'], ['--passphrase-file', 'short'], ['--passphrase-file', 'nowhere']])
      expect((await kim.run('share', 'make', '--with', 'Ben', '--parts', 'sessions', ...options)).exitCode).toBe(2);
    expect(JSON.parse((await kim.run('share', '--json')).out)).toHaveLength(1);
  });

  it('[L-12] a link on the command line is refused and not repeated', async () => {
    const link = await madeLink();
    expect((await anna.run('clients', 'add', link)).exitCode).toBe(2);
    expect(anna.newErrors()).not.toContain(link.slice(-40));
  });

  it.each([
    ['', /Nothing was read/],
    ['http://127.0.0.1:1/shared#AAAA', /not whole/],
    ['psoas-device:1:AAAA', /device/],
  ])('says what is wrong with the link "%s"', async (link, said) => {
    anna.pipeIn(link);
    expect((await anna.run('clients', 'add')).exitCode).toBe(2);
    expect(anna.newErrors()).toMatch(said);
  });

  it('[L-17] shows what was known last without a network, and when a share is over', async () => {
    const link = await madeLink();
    await added(anna, link);
    anna.pipeIn(link);
    expect((await anna.run('clients', 'add', '--label', 'Again')).exitCode).toBe(2);
    await listOf(anna);
    expect(await listOf(anna, '--offline')).toMatchObject([{ label: 'Kim', status: 'due' }]);
    expect((await kim.run('share', 'end', 'anna')).exitCode).toBe(0);
    expect((await kim.run('share', 'end', 'anna')).exitCode).toBe(2);
    expect((await kim.run('share')).out).toContain('ended on');
    expect(await listOf(anna)).toMatchObject([{ status: 'ended', fault: 'revoked' }]);
    expect((await anna.run('clients')).out).toContain('They have ended this share');
    expect((await propose(...moreReps)).exitCode).not.toBe(0);
    expect((await anna.run('clients', 'remove', 'kim')).exitCode).toBe(0);
    expect(await listOf(anna)).toEqual([]);
  });

  it('[L-15] only what has changed is sent again, and by every sync', async () => {
    await madeLink();
    expect((await kim.run('share', 'push')).out).toContain('Parts sent: 0.');
    await kim.run('today', '--travelling', 'on');
    expect((await kim.run('share', 'push')).out).not.toContain('Parts sent: 0.');
    kim.nextDay();
    const shown = JSON.parse((await kim.run('share', '--json')).out);
    expect(shown).toMatchObject([{ isOpen: true }]);
  });

  it('a linked device cannot share, and names that fit nothing or several are told', async () => {
    const linked = newWorld();
    linked.pipeIn((await kim.run('sync', 'add')).out);
    await linked.run('sync', 'join', '--relay', relay.address);
    expect((await linked.run('share', 'make', '--with', 'Anna', '--parts', 'sessions')).exitCode).toBe(2);
    expect(linked.newErrors()).toContain('24 words');
    await madeLink();
    await kim.run('share', 'make', '--with', 'Anne', '--parts', 'sessions');
    expect((await kim.run('share', 'end', 'ben')).exitCode).toBe(2);
    expect(kim.newErrors()).toMatch(/no share "ben".*Anna.*Anne/);
    expect((await kim.run('share', 'end', 'ann')).exitCode).toBe(2);
    expect(kim.newErrors()).toContain('Several shares');
    expect((await kim.run('share', 'make', '--with', 'Ben', '--parts', 'everything')).exitCode).toBe(2);
    expect((await kim.run('share', 'make', '--with', 'Ben', '--parts', 'sessions', '--days', '0')).exitCode).toBe(2);
  });
});
