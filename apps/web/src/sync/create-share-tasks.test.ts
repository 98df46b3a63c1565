import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { parseLocalDate, type LocalDate, type Result } from '@psoas/kernel';
import { createReplyEvent, foldShare, type SharedView } from '@psoas/core/sharing';
import { addEvent, textToShareLink, type Replica, type ShareLink } from '@psoas/sync';
import { enterReplyFeed, enterSharedFeed, eventsOfReplica, syncReplica, type SyncParts } from '@psoas/sync/client';
import { createMemoryPort, createTestRandom, MemoryRelay, relayKey, testNow, testOrigin, type TestNetwork } from '@psoas/sync/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSyncStorage } from '../adapters/sync-storage.ts';
import { createShareTasks } from './create-share-tasks.ts';
import { createSyncTasks } from './create-sync-tasks.ts';
import type { ShareDay, ShareTasks } from './share-tasks.ts';
import type { SyncTasks } from './sync-tasks.ts';

const hour = 3_600_000;
const dayMillis = 24 * hour;
const answers = {
  about: { ageYears: 38, sittingHoursPerDay: 8, sports: [], level: 'intermediate', goals: ['flexibility'], daysPerWeek: 5, minutesPerDay: 15, equipment: ['mat', 'chair', 'wall', 'bed'], canKneel: true, canUseFloor: true, needsBalanceSupport: false },
  safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: { hypermobility: { score: 0 }, kneelingHurts: false, backPattern: { worseWith: 'neither' } } },
  pain: { now: 0, where: [] },
  tests: {
    halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'deep-front-hip', when: 'early' } },
    kneeLift: { left: { result: 'pelvis-tips-back' }, right: { result: 'clean', aboveNinety: 'clean' } },
  },
};

let relay: MemoryRelay;
let network: TestNetwork;
let records: unknown[];

beforeEach(() => {
  relay = new MemoryRelay(relayKey, { entries: 1000, bytes: 10_000_000 });
  relay.nowMillis = testNow;
  network = { isDown: false, requests: 0 };
  records = [entry('check-completed', { answers }, 'check-1'), entry('programme-started', { check: 'check-1' }, 'started')];
});

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const dayOf = (text: string): LocalDate => valueOf(parseLocalDate(text));
const today: ShareDay = { today: dayOf('2026-11-21'), order: 'alternate', firstWeekday: 1 };
const tomorrow: ShareDay = { ...today, today: dayOf('2026-11-22') };

function entry(kind: string, data: unknown, id = `${kind}-${records.length}`): unknown {
  return { id, kind, version: 1, atMillis: relay.nowMillis, day: '2026-11-21', data };
}

type Device = { readonly tasks: SyncTasks; readonly shares: ShareTasks };

let seed = 0;

async function device(): Promise<Device> {
  seed += 1;
  vi.stubGlobal('indexedDB', new IDBFactory());
  const parts = {
    storage: await openSyncStorage(),
    openPort: () => createMemoryPort(relay, network),
    nowMillis: () => relay.nowMillis,
    random: createTestRandom(`sharing device ${seed}`),
    readDiary: () => Promise.resolve(records),
    turn: <Value>(work: () => Promise<Value>) => work(),
  };
  return { tasks: createSyncTasks(parts), shares: createShareTasks(parts) };
}

async function owner(): Promise<Device> {
  const own = await device();
  valueOf(await own.tasks.begin(testOrigin));
  return own;
}

/** A share of some parts, in the diary and at the relay. */
async function made({ shares }: Device, untilMillis?: number): Promise<string> {
  const share = valueOf(await shares.open(untilMillis));
  records.push(entry('share-made', { share, label: 'Anna', parts: ['programme', 'sessions'], callMe: 'Kim', ...(untilMillis !== undefined && { untilMillis }) }));
  await sent({ shares }, today);
  return share;
}

async function sent({ shares }: Pick<Device, 'shares'>, day: ShareDay): Promise<number> {
  const exchanges = await shares.exchange(day);
  for (const { fault } of exchanges) if (fault !== undefined) throw new Error(JSON.stringify(fault));
  return exchanges.reduce((sum, { sentCount }) => sum + sentCount, 0);
}

const guestSecret = createTestRandom('guest')(32);
let writtenCount = 0;

function guestParts(): SyncParts {
  writtenCount += 1;
  return { port: createMemoryPort(relay, network), nowMillis: () => relay.nowMillis, random: createTestRandom(`guest ${writtenCount}`), pullLimit: 100, onStep: () => Promise.resolve() };
}

async function linkOf({ shares }: Device, share: string): Promise<ShareLink> {
  return valueOf(textToShareLink(valueOf(await shares.link({ share }))));
}

async function seenBy(link: ShareLink): Promise<SharedView> {
  const parts = guestParts();
  return foldShare(eventsOfReplica(await synced(valueOf(await enterSharedFeed(parts, link)), parts)));
}

async function comment(link: ShareLink, text: string): Promise<void> {
  const parts = guestParts();
  const reply = await synced(valueOf(await enterReplyFeed(parts, link, guestSecret)), parts);
  const event = createReplyEvent('comment', { from: 'Anna', text }, { id: `comment-${writtenCount}`, atMillis: relay.nowMillis, day: today.today });
  await synced(valueOf(addEvent(reply, { ...event }, { nowMillis: relay.nowMillis, random: parts.random })), parts);
}

async function synced(replica: Replica, parts: SyncParts): Promise<Replica> {
  const outcome = await syncReplica(replica, parts);
  if (outcome.fault !== undefined) throw new Error(JSON.stringify(outcome.fault));
  return outcome.replica;
}

describe('what goes out', () => {
  it('[SH-19] the chosen parts go out when a share is made, and later only what has changed', async () => {
    const own = await owner();
    const share = await made(own);
    const link = await linkOf(own, share);
    const view = await seenBy(link);
    expect(view.standing).toMatchObject({ callMe: 'Kim', parts: ['programme', 'sessions'], today: 'sessions' });
    expect(view.programme?.programme?.sessions.length).toBeGreaterThan(0);
    expect([view.findings, view.measurements]).toEqual([undefined, undefined]);
    expect(await sent(own, today)).toBe(0);
    records.push(entry('note', { text: 'Nobody sees this.' }));
    expect(await sent(own, today)).toBe(0);
    records.push(entry('break-taken', { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 30, right: 30, pain: 1 }));
    expect(await sent(own, today)).toBe(1);
    expect((await seenBy(link)).sessions?.done.breaks).toBe(1);
  });

  it('[SH-19] a new day sends the standing, and asks the relay for nothing of the share before', async () => {
    const own = await owner();
    const link = await linkOf(own, await made(own));
    const before = network.requests;
    await sent(own, today);
    // One question: whether an answer has come.
    expect(network.requests - before).toBe(1);
    relay.nowMillis += dayMillis;
    expect(await sent(own, tomorrow)).toBeGreaterThan(0);
    expect((await seenBy(link)).standing?.day).toBe('2026-11-22');
  });

  it('[SH-19] nothing goes out while a session is under way, nor for a share that has ended or run out', async () => {
    const own = await owner();
    await made(own, testNow + dayMillis);
    const item = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
    records.push(entry('session-started', { run: 'run-1', session: 'day-1-home', items: [item], options: { firstSide: 'left', order: 'alternate' } }));
    records.push(entry('set-logged', { run: 'run-1', item: 0, exercise: item.exercise, side: 'left', set: 1, seconds: 45, pain: 1 }));
    expect(await sent(own, today)).toBe(0);
    records.push(entry('session-finished', { run: 'run-1', outcome: 'completed' }));
    expect(await sent(own, today)).toBeGreaterThan(0);
    relay.nowMillis += dayMillis;
    expect(await own.shares.exchange(tomorrow)).toEqual([]);
  });

  it('[SH-19] a second device with the words sends on from the same feed, and not the same again', async () => {
    const own = await owner();
    const share = await made(own);
    const secret = await own.tasks.secret();
    const second = await device();
    valueOf(await second.tasks.enterWords({ words: secret?.words.join(' ') ?? '', relay: testOrigin }));
    expect(await sent(second, today)).toBe(0);
    records.push(entry('break-taken', { occasion: 'desk', left: 0, right: 0 }));
    expect(await sent(second, today)).toBe(1);
    expect(await sent(own, today)).toBe(0);
    expect(await linkOf(second, share)).toEqual(await linkOf(own, share));
  });

  it('[SH-20] a linked device and one without words can do nothing, and hear why', async () => {
    const own = await owner();
    const alone = await device();
    expect(await alone.shares.open()).toMatchObject({ ok: false, error: { type: 'not-set-up' } });
    const { text } = valueOf(await own.tasks.invite());
    const linked = await device();
    valueOf(await linked.tasks.enterLink({ text, relay: testOrigin }));
    expect(await linked.shares.open()).toMatchObject({ ok: false, error: { type: 'needs-root' } });
    expect(await linked.shares.held(['00'.repeat(16)])).toEqual([]);
  });
});

describe('what comes back', () => {
  it('[SH-06] [SH-21] an answer comes with the exchange and is here without a network too', async () => {
    const own = await owner();
    const share = await made(own);
    await comment(await linkOf(own, share), 'Well done.');
    expect((await own.shares.held([share]))[0]?.replies).toEqual([]);
    await sent(own, today);
    network.isDown = true;
    expect(await own.shares.held([share])).toMatchObject([{ share, replies: [{ kind: 'comment', data: { text: 'Well done.' } }], isEmptied: false }]);
    expect(await own.shares.exchange(today)).toMatchObject([{ share, fault: { type: 'unreachable' } }]);
  });

  it('[Y-30] the owner sees when the link was used', async () => {
    const own = await owner();
    const share = await made(own);
    expect(await own.shares.reads(share)).toEqual({ ok: true, value: [] });
    relay.nowMillis += hour;
    await seenBy(await linkOf(own, share));
    const reads = valueOf(await own.shares.reads(share));
    expect(reads.length).toBeGreaterThan(0);
    expect(new Set(reads.map(({ atMillis }) => atMillis))).toEqual(new Set([testNow + hour]));
  });
});

describe('the end', () => {
  it('[SH-22] after the end the guest is refused, and what it wrote until then stays', async () => {
    const own = await owner();
    const share = await made(own);
    const link = await linkOf(own, share);
    await comment(link, 'One last word.');
    valueOf(await own.shares.revoke(share));
    expect(await enterSharedFeed(guestParts(), link)).toMatchObject({ ok: false, error: { refused: 'revoked' } });
    expect((await own.shares.held([share]))[0]?.replies).toHaveLength(1);
  });

  it('[SH-22] both feeds are emptied with signed receipts, and it is remembered', async () => {
    const own = await owner();
    const share = await made(own);
    await comment(await linkOf(own, share), 'Soon gone.');
    valueOf(await own.shares.revoke(share));
    const erased = valueOf(await own.shares.erase(share));
    expect(erased.map(({ receipt }) => (receipt?.entries ?? 0) > 0)).toEqual([true, true]);
    expect((await own.shares.held([share]))[0]?.isEmptied).toBe(true);
  });

  it('[SY-09] [SH-22] erasing the diary at the relay empties its shares too, those that have ended as well', async () => {
    const own = await owner();
    const link = await linkOf(own, await made(own));
    const ended = await made(own);
    valueOf(await own.shares.revoke(ended));
    expect(valueOf(await own.tasks.eraseAtRelay())).toHaveLength(5);
    expect(relay.stored(link.shareFeedId)).toEqual([]);
    expect(await own.shares.held([ended])).toMatchObject([{ isEmptied: true }]);
    // Asked once more, what is empty already is in nobody's way.
    expect((await own.tasks.eraseAtRelay()).ok).toBe(true);
  });

  it('[SY-09] whoever stops here keeps nothing of a share on the device', async () => {
    const own = await owner();
    const share = await made(own);
    await comment(await linkOf(own, share), 'Between us.');
    await sent(own, today);
    const feeds = await linkOf(own, share);
    await own.tasks.forget();
    const held = await openSyncStorage();
    expect(await held.readReplica(feeds.shareFeedId)).toBeUndefined();
    expect(await held.readReplica(feeds.replyFeedId)).toBeUndefined();
    expect(await held.readKept(`share:${share}`)).toBeUndefined();
  });

  it('[SH-22] under new words an earlier share is neither ended nor sent on in another place', async () => {
    const own = await owner();
    const share = await made(own);
    const link = await linkOf(own, share);
    await own.tasks.forget();
    valueOf(await own.tasks.begin(testOrigin));
    const gone = { type: 'refused', refused: 'no-such-feed' };
    expect(await own.shares.exchange(today)).toMatchObject([{ share, sentCount: 0, fault: gone }]);
    expect(await own.shares.revoke(share)).toMatchObject({ ok: false, error: gone });
    expect((await seenBy(link)).standing?.callMe).toBe('Kim');
  });

  it('[SH-22] without a network nothing is ended', async () => {
    const own = await owner();
    const share = await made(own);
    const link = await linkOf(own, share);
    network.isDown = true;
    expect(await own.shares.revoke(share)).toMatchObject({ ok: false, error: { type: 'unreachable' } });
    network.isDown = false;
    expect((await seenBy(link)).standing?.callMe).toBe('Kim');
  });
});
