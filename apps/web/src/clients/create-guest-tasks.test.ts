import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { foldDiary } from '@psoas/core/diary';
import { createReplyEvent, createSharedEvent, foldReplies, sharedPartsOf, sharePartIds, type ReplyEvent } from '@psoas/core/sharing';
import { parseLocalDate, type Result } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { addEvents, createDeviceId, createRootSecret, shareLinkToSealedText, shareLinkToText, type Replica, type SealedEvent, type ShareLink } from '@psoas/sync';
import { createShareId, enterShare, eventsOfReplica, hasGuest, openShare, revokeShare, syncReplica, type SyncParts } from '@psoas/sync/client';
import { createMemoryPort, createTestRandom, MemoryRelay, relayKey, testNow, type TestNetwork } from '@psoas/sync/testing';
import { openSyncStorage, type SyncStorage } from '../adapters/sync-storage.ts';
import { createGuestTasks } from './create-guest-tasks.ts';
import { guestFaultKey } from './guest-fault.ts';
import type { Door, GuestTasks } from './guest-tasks.ts';

const random = createTestRandom('guest');
const today = unwrap(parseLocalDate('2026-11-21'));
const own = { identity: { kind: 'root', deviceId: createDeviceId(random), root: createRootSecret(random) }, shareId: createShareId(random) } as const;

let relay: MemoryRelay;
let network: TestNetwork;
let storage: SyncStorage;
let link: ShareLink;
let written = 0;

beforeEach(async () => {
  relay = new MemoryRelay(relayKey, { entries: 1000, bytes: 10_000_000 });
  relay.nowMillis = testNow;
  network = { isDown: false, requests: 0 };
  storage = await freshStorage();
  link = unwrap(await openShare(parts(), own, 0));
});

function parts(): SyncParts {
  return { port: createMemoryPort(relay, network), nowMillis: () => relay.nowMillis, random, pullLimit: 50, onStep: () => Promise.resolve() };
}

/** The tasks as after a start of the browser: what was not kept is gone. */
function guest(kept: SyncStorage = storage): GuestTasks {
  return createGuestTasks({ storage: kept, port: createMemoryPort(relay, network), nowMillis: () => relay.nowMillis, random, inTurn: (work) => work() });
}

function door(keeps = false): Door {
  return { link: shareLinkToText(link), keeps };
}

async function show(callMe: string, more: readonly SealedEvent[] = []): Promise<void> {
  const feed = unwrap(await enterShare(parts(), own, 'share'));
  const { replica } = await syncReplica(feed, parts());
  const made = sharedPartsOf(foldDiary([]), { catalogue, today, firstWeekday: 1, choice: { parts: sharePartIds, callMe } });
  const events = made.map((part): SealedEvent => {
    written += 1;
    return { ...createSharedEvent(part, { id: `part-${written}`, atMillis: testNow + written, day: today }) };
  });
  await synced(addEvents(replica, [...events, ...more].map((event) => ({ event, atMillis: testNow })), random).replica);
}

async function synced(replica: Replica): Promise<Replica> {
  const outcome = await syncReplica(replica, parts());
  expect(outcome.fault).toBeUndefined();
  return outcome.replica;
}

async function comments(): Promise<readonly string[]> {
  const reply = await synced(unwrap(await enterShare(parts(), own, 'reply')));
  return foldReplies(eventsOfReplica(reply), []).comments.map(({ data }) => data.text);
}

function comment(text: string): ReplyEvent {
  return createReplyEvent('comment', { from: 'Anna', text }, { id: `comment-${text}`, atMillis: testNow, day: today });
}

describe('a guest', () => {
  it('[Y-29] opens a link, and one with a passphrase only with it', async () => {
    const sealed = shareLinkToSealedText(link, 'green door', random);
    expect(await guest().unlock({ text: sealed })).toMatchObject({ error: { type: 'passphrase-needed' } });
    expect(await guest().unlock({ text: sealed, passphrase: 'red door' })).toMatchObject({ error: { type: 'passphrase-wrong' } });
    expect(await guest().unlock({ text: sealed, passphrase: 'green door' })).toEqual({ ok: true, value: shareLinkToText(link) });
    expect(await guest().unlock({ text: sealed.slice(0, -2) })).toMatchObject({ error: { type: 'link-damaged' } });
  });

  it('[SH-02] reads the latest, keeps nothing of a passing visit and the latest parts of a client', async () => {
    for (let version = 1; version <= 5; version += 1) await show(`Kim ${version}`, [{ id: `damaged-${version}`, kind: 'shared-part', version: 1 }]);
    const passing = guest();
    expect((await passing.look(door())).sight?.view).toMatchObject({ standing: { callMe: 'Kim 5' }, unreadableCount: 1 });
    expect(await guest().known(door())).toBeUndefined();
    await guest().look(door(true));
    expect((await guest().known(door(true)))?.view.standing?.callMe).toBe('Kim 5');
    expect((await storage.readReplica(link.shareFeedId))?.entries.size).toBe(2);
    await show('Kim 6');
    expect((await guest().look(door(true))).sight?.view.standing?.callMe).toBe('Kim 6');
  });

  it('[Y-18] answers after a start of the browser too, and joins no sooner than with the first answer', async () => {
    await show('Kim');
    await guest().look(door());
    expect(hasGuest(unwrap(await enterShare(parts(), own, 'reply')))).toBe(false);
    expect(await guest().write(door(), comment('one'))).toEqual({});
    const later = guest();
    await later.look(door());
    const looked = await later.write(door(), comment('two'));
    expect(looked.sight?.messages.map(({ isSent }) => isSent)).toEqual([true, true]);
    expect(await comments()).toEqual(['one', 'two']);
  });

  it('[Y-18] a second guest reads, is told, and nothing of theirs waits for ever', async () => {
    await show('Kim');
    await guest().write(door(), comment('first'));
    const other = await otherBrowser();
    expect(await other.look(door())).toMatchObject({ sight: { mayAnswer: false, messages: [], view: { standing: { callMe: 'Kim' } } } });
    const refused = await other.write(door(), comment('second'));
    expect(refused.fault && guestFaultKey(refused.fault)).toBe('taken');
    expect(refused.sight?.messages).toEqual([]);
  });

  it('[Y-18] the right to answer goes along in the diary of a professional', async () => {
    await show('Kim');
    const here = guest();
    const guestSecret = await here.guestSecret(shareLinkToText(link));
    await here.write(door(), comment('here'));
    const there = await otherBrowser();
    const kept: Door = { ...door(true), guestSecret };
    expect((await there.look(kept)).sight).toMatchObject({ mayAnswer: true, messages: [{ isSent: true }] });
    await there.write(kept, comment('there'));
    expect(await comments()).toEqual(['here', 'there']);
  });

  it('without a network a message waits, and goes once', async () => {
    await show('Kim');
    const tasks = guest();
    await tasks.look(door());
    network.isDown = true;
    const waiting = await tasks.write(door(), comment('later'));
    expect(waiting).toMatchObject({ fault: { type: 'unreachable' }, sight: { messages: [{ isSent: false }] } });
    network.isDown = false;
    expect((await guest().look(door())).sight?.messages).toMatchObject([{ isSent: true }]);
    await guest().look(door());
    expect(await comments()).toEqual(['later']);
  });

  it('[Y-14] once it is ended nothing is shown any more, and what was held is gone', async () => {
    await show('Kim');
    await guest().look(door(true));
    unwrap(await revokeShare(parts(), own, await synced(unwrap(await enterShare(parts(), own, 'reply')))));
    const ended = await guest().look(door(true));
    expect(ended.sight).toBeUndefined();
    expect(ended.fault && guestFaultKey(ended.fault)).toBe('ended');
    expect(await guest().known(door(true))).toBeUndefined();
  });

  it('a wrong clock is told apart', async () => {
    await show('Kim');
    const port = createMemoryPort(relay, network);
    const wrong = createGuestTasks({ storage, port, nowMillis: () => relay.nowMillis + 3_600_000, random, inTurn: (work) => work() });
    const { fault } = await wrong.look(door());
    expect(fault && guestFaultKey(fault)).toBe('clock');
  });

  it('[SH-15] forgets a client, and the right to answer with it', async () => {
    await show('Kim');
    await guest().write(door(true), comment('before'));
    await guest().forget(shareLinkToText(link));
    expect(await guest().known(door(true))).toBeUndefined();
    expect((await guest().look(door())).sight?.mayAnswer).toBe(false);
  });
});

// Another browser has another database.
async function otherBrowser(): Promise<GuestTasks> {
  storage = await freshStorage();
  return guest();
}

function freshStorage(): Promise<SyncStorage> {
  globalThis.indexedDB = new IDBFactory();
  return openSyncStorage();
}

function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
