import 'fake-indexeddb/auto';
import { createMemoryPort, createTestRandom, MemoryRelay, relayKey, testNow, testOrigin, type TestNetwork } from '@psoas/sync/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSyncStorage, type SyncStorage } from '../adapters/sync-storage.ts';
import { createSyncTasks } from './create-sync-tasks.ts';
import type { Exchange, SyncTasks } from './sync-tasks.ts';

type TestEvent = { readonly id: string; readonly kind: string; readonly atMillis: number };

let relay: MemoryRelay;
let network: TestNetwork;
let seed = 0;

beforeEach(() => {
  relay = new MemoryRelay(relayKey, { entries: 1000, bytes: 10_000_000 });
  relay.nowMillis = testNow;
  network = { isDown: false, requests: 0 };
});

/** A device with a store and a diary of its own. */
type Device = { readonly tasks: SyncTasks; readonly diary: TestEvent[]; readonly storage: SyncStorage };

async function device(...ids: readonly string[]): Promise<Device> {
  seed += 1;
  // Each device its own database: the name is the same in each browser.
  vi.stubGlobal('indexedDB', new IDBFactory());
  const storage = await openSyncStorage();
  const diary = ids.map(event);
  return { storage, diary, tasks: tasksOver(storage, diary) };
}

function tasksOver(storage: SyncStorage, diary: readonly unknown[]): SyncTasks {
  return createSyncTasks({
    storage,
    openPort: () => createMemoryPort(relay, network),
    nowMillis: () => relay.nowMillis,
    random: createTestRandom(`device ${seed}`),
    readDiary: () => Promise.resolve(diary),
    turn: (work) => work(),
  });
}

function event(id: string): TestEvent {
  return { id, kind: 'note', atMillis: testNow };
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Exchanges and takes what comes into the diary. */
async function exchange({ tasks, diary }: Device): Promise<Exchange> {
  const done = await tasks.exchange(() => undefined);
  diary.push(...done.incoming.map(({ id }) => event(id)));
  return done;
}

async function begun(...ids: readonly string[]): Promise<Device> {
  const phone = await device(...ids);
  valueOf(await phone.tasks.begin(testOrigin));
  return phone;
}

async function linked(to: Device, ...ids: readonly string[]): Promise<Device> {
  const { text } = valueOf(await to.tasks.invite());
  const laptop = await device(...ids);
  valueOf(await laptop.tasks.enterLink({ text, relay: testOrigin }));
  return laptop;
}

const idsOf = ({ diary }: Device): readonly string[] => diary.map(({ id }) => id).toSorted();

describe('the diary on two devices', () => {
  it('[SY-01] edits made apart come together, and nothing waits', async () => {
    const phone = await begun('a', 'b');
    await exchange(phone);
    const laptop = await linked(phone, 'c');
    expect((await exchange(laptop)).waitingCount).toBe(0);
    expect((await exchange(phone)).incoming.map(({ id }) => id)).toEqual(['c']);
    expect(idsOf(laptop)).toEqual(['a', 'b', 'c']);
    expect(idsOf(phone)).toEqual(['a', 'b', 'c']);
    expect(await exchange(phone)).toEqual({ incoming: [], waitingCount: 0, keptCount: 0, refusedCount: 0 });
  });

  it('[SY-03] without a network it says how much waits, and sends it later', async () => {
    const phone = await begun('a');
    await exchange(phone);
    network.isDown = true;
    phone.diary.push(event('b'), event('c'));
    expect(await exchange(phone)).toMatchObject({ waitingCount: 2, fault: { type: 'unreachable' } });
    network.isDown = false;
    expect(await exchange(phone)).toMatchObject({ waitingCount: 0 });
  });

  it('[SY-11] what it holds survives a new start, and is had again where it was lost', async () => {
    const phone = await begun('a', 'b');
    await exchange(phone);
    const laptop = await linked(phone, 'c');
    await exchange(laptop);
    const requests = network.requests;
    // A new start: another page over the same store.
    const again = { ...phone, tasks: tasksOver(phone.storage, phone.diary) };
    expect((await exchange(again)).incoming.map(({ id }) => id)).toEqual(['c']);
    expect(network.requests - requests).toBeLessThan(4);
    for (const each of [phone, laptop]) {
      const role = await each.tasks.role();
      expect(role.kind).not.toBe('alone');
      const setup = Object(await each.storage.readKept('setup'));
      const stored = relay.stored(setup.feedId).length;
      await each.storage.removeReplica(setup.feedId);
      expect(await exchange(each)).toMatchObject({ incoming: [], waitingCount: 0 });
      expect(relay.stored(setup.feedId)).toHaveLength(stored);
    }
  });

  it('[SY-11] whoever leaves and enters the same words again sends nothing twice', async () => {
    const phone = await begun('a', 'b');
    await exchange(phone);
    const words = (await phone.tasks.secret())?.words.join(' ') ?? '';
    const { feedId } = Object(await phone.storage.readKept('setup'));
    await phone.tasks.forget();
    valueOf(await phone.tasks.enterWords({ words, relay: testOrigin }));
    expect(await exchange(phone)).toMatchObject({ incoming: [], waitingCount: 0 });
    expect(relay.stored(feedId)).toHaveLength(2);
  });

  it('[SY-08] a removed device gets nothing new and is told so; the others go on', async () => {
    const phone = await begun('a');
    const laptop = await linked(phone);
    await exchange(laptop);
    const ids = (await phone.tasks.devices()) ?? [];
    expect(ids).toHaveLength(2);
    expect(await laptop.tasks.devices()).toBeUndefined();
    valueOf(await phone.tasks.removeDevice(ids[1] ?? ''));
    expect(await phone.tasks.devices()).toEqual(ids.slice(0, 1));
    phone.diary.push(event('secret'));
    expect((await exchange(phone)).fault).toBeUndefined();
    laptop.diary.push(event('late'));
    expect((await exchange(laptop)).fault).toMatchObject({ type: 'refused', refused: 'revoked' });
    expect(idsOf(laptop)).not.toContain('secret');
  });

  it('a linked device cannot invite, remove, erase, or show words', async () => {
    const laptop = await linked(await begun());
    expect(await laptop.tasks.invite()).toEqual({ ok: false, error: { type: 'needs-root' } });
    expect(await laptop.tasks.eraseAtRelay()).toEqual({ ok: false, error: { type: 'needs-root' } });
    expect(await laptop.tasks.secret()).toBeUndefined();
  });

  it('[SY-09] is erased with a receipt; every device hears of it and keeps its own', async () => {
    const phone = await begun('a', 'b');
    await exchange(phone);
    const laptop = await linked(phone);
    await exchange(laptop);
    const [erased] = valueOf(await phone.tasks.eraseAtRelay());
    expect(erased).toMatchObject({ relayKey: relayKey.publicKey, receipt: { entries: 2, atMillis: testNow } });
    expect(relay.stored(erased?.feedId ?? '')).toEqual([]);
    expect((await exchange(laptop)).fault).toEqual({ type: 'erased' });
    expect(idsOf(laptop)).toEqual(['a', 'b']);
    expect(valueOf(await phone.tasks.eraseAtRelay())).toEqual([erased]);
    await phone.tasks.forget();
    expect(await phone.tasks.role()).toEqual({ kind: 'alone' });
    expect((await exchange(phone)).fault).toEqual({ type: 'not-set-up' });
  });

  it('[SY-09] where the relay is not reached nothing is forgotten', async () => {
    const phone = await begun('a');
    network.isDown = true;
    expect(await phone.tasks.eraseAtRelay()).toEqual({ ok: false, error: { type: 'unreachable' } });
    expect((await phone.tasks.role()).kind).toBe('root');
  });
});

describe('the words', () => {
  it('bring everything back on a new device, typed or scanned', async () => {
    const phone = await begun('a', 'b');
    await exchange(phone);
    const secret = await phone.tasks.secret();
    for (const words of [` ${secret?.words.join('  ').toUpperCase() ?? ''} `, secret?.text ?? '']) {
      const other = await device();
      valueOf(await other.tasks.enterWords({ words, relay: testOrigin }));
      await exchange(other);
      expect(idsOf(other)).toEqual(['a', 'b']);
    }
  });

  it('make a full device of a linked one, if they are those of its diary', async () => {
    const phone = await begun();
    const laptop = await linked(phone);
    const other = await (await begun()).tasks.secret();
    expect(await laptop.tasks.enterWords({ words: other?.words.join(' ') ?? '', relay: testOrigin })).toEqual({ ok: false, error: { type: 'other-diary' } });
    const own = await phone.tasks.secret();
    valueOf(await laptop.tasks.enterWords({ words: own?.words.join(' ') ?? '', relay: testOrigin }));
    expect((await laptop.tasks.role()).kind).toBe('root');
    expect(await laptop.tasks.secret()).toEqual(own);
    expect(valueOf(await laptop.tasks.invite()).text).toMatch(/^psoas-device:1:/);
  });

  it('that no relay knows begin nothing by mistake', async () => {
    const phone = await begun();
    const secret = await phone.tasks.secret();
    relay = new MemoryRelay(relayKey, { entries: 10, bytes: 10_000 });
    relay.nowMillis = testNow;
    const other = await device();
    expect(await other.tasks.enterWords({ words: secret?.text ?? '', relay: testOrigin })).toEqual({ ok: false, error: { type: 'no-such-diary' } });
    expect(await other.tasks.role()).toEqual({ kind: 'alone' });
  });

  it.each([
    ['abandon abandon', { type: 'word-count', found: 2, expected: 24 }],
    ['abandn', { type: 'unknown-words' }],
  ])('that are wrong are named: %s', async (words, fault) => {
    const other = await device();
    expect(await other.tasks.enterWords({ words, relay: testOrigin })).toMatchObject({ ok: false, error: fault });
  });
});

describe('what is refused', () => {
  it('a device that takes part already is not set up a second time', async () => {
    const phone = await begun();
    const { text } = valueOf(await phone.tasks.invite());
    expect(await phone.tasks.begin(testOrigin)).toEqual({ ok: false, error: { type: 'already-set-up' } });
    expect(await phone.tasks.enterLink({ text, relay: testOrigin })).toEqual({ ok: false, error: { type: 'already-set-up' } });
  });

  it('a cut link is told from a wrong text', async () => {
    const { text } = valueOf(await (await begun()).tasks.invite());
    const other = await device();
    expect(await other.tasks.enterLink({ text: text.slice(0, -3), relay: testOrigin })).toEqual({ ok: false, error: { type: 'device-link-damaged' } });
    expect(await other.tasks.enterLink({ text: 'hello', relay: testOrigin })).toMatchObject({ ok: false, error: { type: 'not-a-device-link' } });
  });

  it('where no relay is, nothing is begun', async () => {
    const phone = await device('a');
    network.isDown = true;
    expect(await phone.tasks.begin(testOrigin)).toEqual({ ok: false, error: { type: 'unreachable' } });
    expect(await phone.tasks.role()).toEqual({ kind: 'alone' });
  });

  it('a damaged setup is not begun anew over', async () => {
    const phone = await begun();
    await phone.storage.writeKept('setup', { version: 2 });
    await expect(phone.tasks.begin(testOrigin)).rejects.toThrow('damaged');
    expect(await phone.storage.readKept('setup')).toEqual({ version: 2 });
  });
});
