import { createServer } from 'node:http';
import { once } from 'node:events';
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
  return createFakeWorld({ nowMillis: Date.now() + idStart, idStart: `w${idStart}-`, files: { answers }, ...options });
}
type World = ReturnType<typeof newWorld>;

let phone: World;
let laptop: World;
beforeEach(() => {
  phone = newWorld();
  laptop = newWorld();
});

async function started(world: World): Promise<World> {
  expect(await world.run('sync', 'start', '--relay', relay.address)).toMatchObject({ exitCode: 0 });
  return world;
}

async function wordsOf(world: World): Promise<string> {
  const { words }: { words: readonly string[] } = JSON.parse((await world.run('sync', 'words', '--show', '--json')).out);
  return words.join(' ');
}

async function joined(world: World, text: string): Promise<World> {
  world.pipeIn(text);
  expect(await world.run('sync', 'join', '--relay', relay.address)).toMatchObject({ exitCode: 0 });
  return world;
}

const check = (world: World) => world.run('check', '--answers', 'answers', '--diary', 'diary.jsonl');
const measured = (world: World, side: string) => world.run('measure', 'seated-raises', '--side', side, '--reps', '12');
const entriesOf = async ({ diary }: World): Promise<readonly unknown[]> => {
  const read = await diary.read();
  return read.ok ? read.value.entries : [];
};

describe('psoas sync', () => {
  it('[L-12] shows the words only at a terminal or when told to, and joins with them', async () => {
    await started(phone);
    expect(await phone.run('sync', 'words')).toMatchObject({ exitCode: 2, out: '' });
    expect(phone.newErrors()).toContain('--show');
    const words = await wordsOf(phone);
    expect(words.split(' ')).toHaveLength(24);
    const seen = newWorld({ screen: { isInteractive: true } });
    await started(seen);
    expect((await seen.run('sync', 'words')).out).toMatch(/ 1 {2}\w+ .* 7 {2}\w+/);
    expect(await laptop.run('sync', 'join', ...words.split(' '))).toMatchObject({ exitCode: 2 });
    const said = laptop.newErrors();
    for (const word of words.split(' ').filter((each) => each.length > 5)) expect(said).not.toContain(word);
    await joined(laptop, `  ${words.toUpperCase()}\n`);
    expect(JSON.parse((await laptop.run('sync', 'state', '--json')).out)).toMatchObject({ kind: 'root', relay: relay.address });
  });

  it('[L-13] brings two diaries together, each entry once, and says how many went where', async () => {
    await check(phone);
    await started(phone);
    await joined(laptop, await wordsOf(phone));
    expect(await entriesOf(laptop)).toEqual(await entriesOf(phone));
    await measured(phone, 'left');
    await measured(laptop, 'right');
    expect((await phone.run('sync')).out).toContain('Entries sent: 1.');
    expect((await laptop.run('sync')).out).toMatch(/Entries sent: 1\.\nEntries received: 1\./);
    expect((await phone.run('sync')).out).toContain('Entries received: 1.');
    expect((await phone.run('sync')).out).toContain('Nothing was new');
    expect(await entriesOf(phone)).toHaveLength(4);
    expect(await entriesOf(laptop)).toEqual(await entriesOf(phone));
    expect(JSON.parse((await phone.run('sync', 'state', '--json')).out)).toMatchObject({ entries: 4, unsent: 0, hasFailedSince: false });
  });

  it('[L-11] goes on where the kept state of feeds was lost, and sends nothing twice', async () => {
    await check(phone);
    await started(phone);
    for (const name of phone.synced.keys()) if (name.endsWith('.jsonl')) phone.synced.set(name, 'damaged\n');
    expect(await phone.run('sync', '--json')).toMatchObject({ exitCode: 0 });
    expect(JSON.parse((await phone.run('sync', 'state', '--json')).out)).toMatchObject({ entries: 2, unsent: 0 });
    for (const name of phone.synced.keys()) if (name !== 'identity.json') phone.synced.delete(name);
    expect((await phone.run('sync')).exitCode).toBe(0);
    expect(JSON.parse((await phone.run('sync', 'state', '--json')).out)).toMatchObject({ entries: 2, unsent: 0 });
  });

  it('[L-11] says what is wrong with a damaged identity, and begins none over it', async () => {
    await started(phone);
    phone.synced.set('identity.json', '{"version":1,"kind":"root"}');
    for (const verb of [[], ['start'], ['state'], ['leave', '--keep-local']]) {
      expect((await phone.run('sync', ...verb)).exitCode).toBe(1);
      expect(phone.newErrors()).toMatch(/identity\.json is damaged.*deviceId.*24 words/s);
    }
    phone.synced.set('identity.json', '{"version":2}');
    expect((await phone.run('sync')).exitCode).toBe(1);
    expect(phone.newErrors()).toContain('newer psoas');
    expect(phone.synced.get('identity.json')).toBe('{"version":2}');
  });

  it('a linked device reads and writes, sees no words, and is shut out for good', async () => {
    await check(phone);
    await started(phone);
    const link = (await phone.run('sync', 'add')).out.trim();
    expect(link).toMatch(/^psoas-device:1:[\w-]+$/);
    await joined(laptop, `http://127.0.0.1:1/settings#${link}`);
    expect(await entriesOf(laptop)).toHaveLength(2);
    for (const verb of ['words', 'devices', 'add']) expect((await laptop.run('sync', verb, '--show')).exitCode).toBe(2);
    await measured(laptop, 'left');
    await laptop.run('sync');
    await phone.run('sync');
    expect(await entriesOf(phone)).toHaveLength(3);
    const devices: readonly { id: string; isThis: boolean }[] = JSON.parse((await phone.run('sync', 'devices', '--json')).out);
    expect(devices.map(({ isThis }) => isThis)).toEqual([true, false]);
    const [own, other] = devices.map(({ id }) => id.slice(0, 6));
    expect((await phone.run('sync', 'remove', own ?? '')).exitCode).toBe(2);
    expect((await phone.run('sync', 'remove', 'nobody')).exitCode).toBe(2);
    expect((await phone.run('sync', 'remove', other ?? '')).exitCode).toBe(0);
    await measured(laptop, 'right');
    expect((await laptop.run('sync')).exitCode).toBe(1);
    expect(laptop.newErrors()).toContain('shut out');
    expect(await entriesOf(laptop)).toHaveLength(4);
  });

  it('the app opens a link, and a link that is read from a page knows its relay', async () => {
    await started(phone);
    const { link }: { link: string } = JSON.parse((await phone.run('sync', 'add', '--app', relay.address, '--json')).out);
    laptop.pipeIn(link);
    expect(await laptop.run('sync', 'join')).toMatchObject({ exitCode: 0 });
    const drawn = newWorld({ screen: { isInteractive: true } });
    await started(drawn);
    expect((await drawn.run('sync', 'add')).out).toMatch(/█▀▀|█ ▄▄▄▄▄ █/);
  });

  it.each([
    ['one zwei three', /Word 2 is not in the list: "zwei"/],
    ['abandon ability', /These are 2 words/],
    ['psoas-device:1:AAAA', /not whole/],
    ['psoas:1:AAAA', /not whole/],
    ['', /Nothing was read/],
  ])('[L-12] says what is wrong with "%s"', async (text, said) => {
    laptop.pipeIn(text);
    expect((await laptop.run('sync', 'join', '--relay', relay.address)).exitCode).toBe(2);
    expect(laptop.newErrors()).toMatch(said);
    expect(laptop.synced.size).toBe(0);
  });

  it('[L-12] words of nobody join nothing and begin nothing', async () => {
    laptop.pipeIn(`${'abandon '.repeat(23)}art`);
    for (let time = 0; time < 2; time += 1) expect((await laptop.run('sync', 'join', '--relay', relay.address)).exitCode).toBe(2);
    expect(laptop.newErrors()).toContain('no diary with these words');
    expect(laptop.synced.size).toBe(0);
  });
});

describe('psoas sync leave', () => {
  it('[L-14] deletes at the relay, keeps the receipt, and does with the diary as told', async () => {
    await check(phone);
    await started(phone);
    await joined(laptop, await wordsOf(phone));
    expect((await phone.run('sync', 'leave')).exitCode).toBe(2);
    expect((await phone.run('sync', 'leave', '--keep-local', '--erase-local')).exitCode).toBe(2);
    const left = await phone.run('sync', 'leave', '--keep-local');
    expect(left.exitCode).toBe(0);
    expect(left.out.replaceAll(/\s+/g, ' ')).toMatch(/deleted 2 entries \(\d+ bytes\).*receipt-1/);
    const { feeds }: { feeds: readonly { deleted: { entries: number }; receipt: string }[] } = JSON.parse(phone.papers.get('receipt') ?? '');
    expect(feeds).toMatchObject([{ deleted: { entries: 2 } }]);
    expect(feeds[0]?.receipt).toMatch(/^[\w-]{200,}$/);
    expect(await entriesOf(phone)).toHaveLength(2);
    expect(phone.synced.size).toBe(0);
    expect((await laptop.run('sync')).exitCode).toBe(1);
    expect(laptop.newErrors()).toContain('deleted from the relay by one of your devices');
    expect((await laptop.run('sync', 'leave', '--erase-local')).exitCode).toBe(0);
    expect(await entriesOf(laptop)).toEqual([]);
  });

  it('[L-14] deletes what was shared too, also what was shared before', async () => {
    await check(phone);
    await started(phone);
    for (const name of ['Anna', 'Ben']) await phone.run('share', 'make', '--with', name, '--parts', 'sessions');
    await phone.run('share', 'end', 'Ben');
    expect((await phone.run('sync', 'leave', '--keep-local')).exitCode).toBe(0);
    const { feeds }: { feeds: readonly { deleted: { entries: number } }[] } = JSON.parse(phone.papers.get('receipt') ?? '');
    expect(feeds.map(({ deleted }) => deleted.entries > 0)).toEqual([true, false, true, false, true]);
    const shares: readonly { isOpen: boolean }[] = JSON.parse((await phone.run('share', '--json')).out);
    expect(shares.map(({ isOpen }) => isOpen)).toEqual([false, false]);
  });

  it('[L-14] asks at a terminal, and changes nothing where the person stays', async () => {
    const asking = newWorld({ screen: { isInteractive: true }, script: [[/delete|Leaving/, 'stay']] });
    await started(asking);
    expect((await asking.run('sync', 'leave')).out).toContain('Nothing was changed');
    expect((await asking.run('sync')).exitCode).toBe(0);
  });

  it('[L-14] leaves without a relay that is gone for good, but only when told so', async () => {
    const own = await startRelay();
    expect((await phone.run('sync', 'start', '--relay', own.address)).exitCode).toBe(0);
    await own.stop();
    expect((await phone.run('sync', 'leave', '--keep-local')).exitCode).toBe(1);
    expect(phone.newErrors()).toMatch(/cannot be reached.*--without-relay/s);
    expect(phone.synced.has('identity.json')).toBe(true);
    expect((await phone.run('sync', 'leave', '--keep-local', '--without-relay')).exitCode).toBe(0);
    expect(phone.synced.size).toBe(0);
  });
});

describe('what can go wrong with a relay', () => {
  it.each([
    ['http://relay.example', 'needs https'],
    ['relay.example', 'is not an address'],
    ['https://relay.example/psoas', 'has no path'],
    ['ftp://127.0.0.1', 'is not an address'],
  ])('[L-13] %s', async (address, said) => {
    expect((await phone.run('sync', 'start', '--relay', address)).exitCode).toBe(2);
    expect(phone.newErrors()).toContain(said);
    expect(phone.synced.size).toBe(0);
  });

  it('[L-13] a page in its place is no relay, and nobody there is not reached', async () => {
    const hotel = createServer((_request, response) => response.end('<html>Welcome</html>')).listen(0, '127.0.0.1');
    await once(hotel, 'listening');
    const place = hotel.address();
    const address = `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}`;
    expect((await phone.run('sync', 'start', '--relay', address)).exitCode).toBe(1);
    expect(phone.newErrors()).toContain('is not a relay');
    hotel.closeAllConnections();
    hotel.close();
    await once(hotel, 'close');
    expect((await phone.run('sync', 'start', '--relay', address)).exitCode).toBe(1);
    expect(phone.newErrors()).toContain('cannot be reached');
    expect(phone.synced.size).toBe(0);
  });

  it('[L-13] a clock that is off is told with minutes, and what was written waits', async () => {
    const slow = newWorld({ nowMillis: Date.now() - 20 * 60_000 });
    await check(slow);
    expect((await slow.run('sync', 'start', '--relay', relay.address)).exitCode).toBe(1);
    expect(slow.newErrors()).toMatch(/20 min apart/);
    expect(await entriesOf(slow)).toHaveLength(2);
    expect(JSON.parse((await slow.run('sync', 'state', '--json')).out)).toMatchObject({ isStarted: true, unsent: 2, hasFailedSince: true });
  });

  it('[L-13] a full place goes on in the next one, by itself', async () => {
    const small = await startRelay({ PSOAS_RELAY_FEED_ENTRIES: '5' });
    await check(phone);
    expect((await phone.run('sync', 'start', '--relay', small.address)).exitCode).toBe(0);
    for (const side of ['left', 'right', 'left', 'right', 'left']) {
      await measured(phone, side);
      expect((await phone.run('sync')).exitCode).toBe(0);
    }
    const words = await wordsOf(phone);
    laptop.pipeIn(words);
    expect((await laptop.run('sync', 'join', '--relay', small.address)).exitCode).toBe(0);
    expect(await entriesOf(laptop)).toEqual(await entriesOf(phone));
    expect(await entriesOf(laptop)).toHaveLength(7);
    expect((await laptop.run('sync', 'leave', '--keep-local')).exitCode).toBe(0);
    const { feeds }: { feeds: readonly unknown[] } = JSON.parse(laptop.papers.get('receipt') ?? '');
    expect(feeds.length).toBeGreaterThan(1);
    await small.stop();
  });

  it('[L-13] a relay that lost everything is given it again, and says so', async () => {
    const first = await startRelay();
    const port = new URL(first.address).port;
    await check(phone);
    expect((await phone.run('sync', 'start', '--relay', first.address)).exitCode).toBe(0);
    await first.stop();
    const second = await startRelay({}, port);
    expect((await phone.run('sync')).out).toMatch(/had lost the diary/);
    laptop.pipeIn(await wordsOf(phone));
    expect((await laptop.run('sync', 'join', '--relay', second.address)).exitCode).toBe(0);
    expect(await entriesOf(laptop)).toEqual(await entriesOf(phone));
    await second.stop();
  });
});
