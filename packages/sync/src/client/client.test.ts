import { beforeEach, describe, expect, it } from 'vitest';
import { createRootSecret } from '../keys/root-secret.ts';
import { createDeviceId } from '../keys/member-keys.ts';
import { addEvents, type Replica } from '../replica/replica.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { createMemoryPort, type TestNetwork } from '../testing/memory-port.ts';
import { MemoryRelay } from '../testing/memory-relay.ts';
import { relayKey, testEvent, testNow, unwrap } from '../testing/test-household.ts';
import { diaryDifference } from './diary-events.ts';
import {
  createShareId,
  deviceIdsOf,
  diaryKeys,
  enterAsLinked,
  enterDiary,
  enterReplyFeed,
  enterShare,
  enterSharedFeed,
  eraseFeed,
  eventsOfReplica,
  exchangeDiary,
  hasDiary,
  hasGuest,
  inviteDevice,
  linkOfShare,
  openShare,
  readsOfShare,
  removeDevice,
  revokeShare,
  syncDiary,
  syncReplica,
  type DiaryFeed,
  type Identity,
  type RootIdentity,
  type SyncParts,
} from './index.ts';

const random = createTestRandom('client');
const root = createRootSecret(random);
let relay: MemoryRelay;
let network: TestNetwork;
let parts: SyncParts;

beforeEach(() => {
  relay = new MemoryRelay(relayKey, { entries: 1000, bytes: 10_000_000 });
  relay.nowMillis = testNow;
  network = { isDown: false, requests: 0 };
  parts = partsOf(relay);
});

function partsOf(through: MemoryRelay): SyncParts {
  return {
    port: createMemoryPort(through, network),
    nowMillis: () => through.nowMillis,
    random,
    pullLimit: 7,
    onStep: () => Promise.resolve(),
  };
}

function newDevice(): RootIdentity {
  return { kind: 'root', deviceId: createDeviceId(random), root };
}

function withEvents(diary: DiaryFeed, ids: readonly string[]): DiaryFeed {
  const events = ids.map((id) => ({ event: testEvent(id), atMillis: testNow }));
  return { ...diary, replica: addEvents(diary.replica, events, random).replica };
}

function idsOf(replica: Replica): readonly string[] {
  return eventsOfReplica(replica).map(({ id }) => id);
}

async function synced(identity: Identity, diary: DiaryFeed, by: SyncParts = parts): Promise<DiaryFeed> {
  const outcome = await syncDiary(identity, diary, by);
  expect(outcome.fault).toBeUndefined();
  expect(outcome.reports).toEqual([]);
  return outcome.diary;
}

const many = (name: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${name}${index}`);

describe('a diary on several devices', () => {
  it('[Y-24] edits made apart come together on both, and nothing waits any more', async () => {
    const [phone, laptop] = [newDevice(), newDevice()];
    let first = withEvents(unwrap(await enterDiary(parts, phone)), many('phone', 20));
    let second = withEvents(unwrap(await enterDiary(parts, laptop)), many('laptop', 15));
    first = await synced(phone, first);
    second = await synced(laptop, second);
    first = await synced(phone, first);
    expect(idsOf(first.replica)).toHaveLength(35);
    expect(idsOf(second.replica)).toEqual(idsOf(first.replica));
    expect([first, second].flatMap(({ replica }) => replica.waiting)).toEqual([]);
  });

  it('[Y-32] a linked device reads all from the beginning, and writes; shut out, it does neither', async () => {
    const phone = newDevice();
    let mine = await synced(phone, withEvents(unwrap(await enterDiary(parts, phone)), ['before']));
    const own = () => ({ identity: phone, keys: diaryKeys(root, 0), replica: mine.replica });
    const link = unwrap(await inviteDevice(parts, own()));
    const linked: Identity = { kind: 'linked', deviceId: link.deviceId, deviceSecret: link.deviceSecret };
    let theirs: DiaryFeed = { generation: 0, earlier: [], replica: unwrap(await enterAsLinked(parts, link)) };
    theirs = await synced(linked, withEvents(theirs, ['after']));
    expect(idsOf(theirs.replica).toSorted()).toEqual(['after', 'before']);
    mine = await synced(phone, mine);
    expect(deviceIdsOf(own())).toEqual([phone.deviceId, link.deviceId]);
    unwrap(await removeDevice(parts, own(), link.deviceId));
    mine = await synced(phone, withEvents(mine, ['secret']));
    expect(deviceIdsOf(own())).toEqual([phone.deviceId]);
    expect(idsOf(mine.replica).toSorted()).toEqual(['after', 'before', 'secret']);
    const refused = await syncDiary(linked, withEvents(theirs, ['late']), parts);
    expect(refused.fault).toMatchObject({ type: 'refused', refused: 'revoked' });
    expect(idsOf(refused.diary.replica)).not.toContain('secret');
  });

  it('[Y-16] goes on in the next feed when one is nearly full, with all devices and all events', async () => {
    const small = new MemoryRelay(relayKey, { entries: 10, bytes: 10_000_000 });
    small.nowMillis = testNow;
    const narrow = partsOf(small);
    const phone = newDevice();
    let mine = await synced(phone, unwrap(await enterDiary(narrow, phone)), narrow);
    const link = unwrap(await inviteDevice(narrow, { identity: phone, keys: diaryKeys(root, 0), replica: mine.replica }));
    const linked: Identity = { kind: 'linked', deviceId: link.deviceId, deviceSecret: link.deviceSecret };
    let theirs: DiaryFeed = { generation: 0, earlier: [], replica: unwrap(await enterAsLinked(narrow, link)) };
    mine = await synced(phone, withEvents(mine, many('first', 8)), narrow);
    expect(mine.generation).toBe(1);
    theirs = await synced(linked, withEvents(theirs, ['theirs']), narrow);
    mine = await synced(phone, mine, narrow);
    expect(theirs.generation).toBe(1);
    expect(idsOf(mine.replica)).toEqual(['theirs']);
    const words = unwrap(await enterDiary(narrow, newDevice()));
    expect(words.earlier.map((replica) => idsOf(replica))).toEqual([many('first', 8)]);
  });

  it('a device without a network loses nothing, and says so', async () => {
    const phone = newDevice();
    const mine = withEvents(unwrap(await enterDiary(parts, phone)), many('offline', 3));
    network.isDown = true;
    const outcome = await syncDiary(phone, mine, parts);
    expect(outcome.fault).toEqual({ type: 'unreachable' });
    expect(outcome.diary.replica.waiting).toHaveLength(3);
    network.isDown = false;
    expect((await synced(phone, outcome.diary)).replica.waiting).toEqual([]);
  });

  it('[Y-09] words of nobody lead to no diary, and begin none', async () => {
    expect(await hasDiary(parts, root)).toEqual({ ok: true, value: false });
    expect(await hasDiary(parts, root)).toEqual({ ok: true, value: false });
    unwrap(await enterDiary(parts, newDevice()));
    expect(await hasDiary(parts, root)).toEqual({ ok: true, value: true });
  });

  it('a page of a hotel in the place of the relay is no relay', async () => {
    const hotel = { ...parts.port, post: () => Promise.resolve({ status: 302, body: '<html>Welcome</html>' }) };
    const entered = await enterDiary({ ...parts, port: hotel }, newDevice());
    expect(entered).toEqual({ ok: false, error: { type: 'unreachable' } });
  });

  it('[Y-17] is erased with a receipt, and nobody begins it anew', async () => {
    const phone = newDevice();
    const mine = await synced(phone, withEvents(unwrap(await enterDiary(parts, phone)), ['gone']));
    const keys = diaryKeys(root, 0);
    const erased = unwrap(await eraseFeed(parts, keys, { feed: mine.replica.feed, relayKey: relayKey.publicKey }));
    expect(erased.receipt).toMatchObject({ feedId: keys.feedId, deleted: { entries: 1 } });
    expect(relay.stored(keys.feedId)).toEqual([]);
    expect(await enterDiary(parts, newDevice())).toEqual({ ok: false, error: { type: 'erased' } });
  });

  it('[Y-16] what lies in the feeds before comes to nobody twice, and goes into no later feed', async () => {
    const small = new MemoryRelay(relayKey, { entries: 10, bytes: 10_000_000 });
    small.nowMillis = testNow;
    const phone = newDevice();
    const records = many('first', 8).map(testEvent);
    const first = await exchangeDiary(phone, unwrap(await enterDiary(partsOf(small), phone)), records, partsOf(small));
    expect(first.diary.generation).toBe(1);
    const again = await exchangeDiary(phone, first.diary, records, partsOf(small));
    expect(again.incoming).toEqual([]);
    expect(again.diary.generation).toBe(1);
    expect(small.stored(diaryKeys(root, 1).feedId)).toEqual([]);
  });

  it('[Y-24] two diaries become one by exchanging what the other does not have', async () => {
    const [phone, laptop] = [newDevice(), newDevice()];
    const mine = many('phone', 120).map(testEvent);
    const sent = await exchangeDiary(phone, unwrap(await enterDiary(parts, phone)), [...mine, 'no event'], parts);
    expect(sent.kept).toEqual({ refused: [], withoutId: 1 });
    const theirs = many('laptop', 3).map(testEvent);
    const got = await exchangeDiary(laptop, unwrap(await enterDiary(parts, laptop)), theirs, parts);
    expect(got.incoming.map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
    const back = await exchangeDiary(phone, sent.diary, mine, parts);
    expect(back.incoming.map(({ id }) => id)).toEqual(theirs.map(({ id }) => id));
  });

  it('[Y-25] a diary and its feed are told apart by ids; what has no id stays here', async () => {
    const phone = newDevice();
    const mine = withEvents(unwrap(await enterDiary(parts, phone)), ['a', 'b']);
    const difference = diaryDifference([testEvent('b'), testEvent('c'), { words: 'no id' }, 7], [mine.replica]);
    expect(difference.unsent.map(({ event }) => event.id)).toEqual(['c']);
    expect(difference.incoming.map(({ id }) => id)).toEqual(['a']);
    expect(difference.withoutId).toBe(2);
  });
});

describe('a share', () => {
  it('[Y-28] [Y-18] is read by its link, answered by one guest, and ends', async () => {
    const identity = newDevice();
    const own = { identity, shareId: createShareId(random) };
    const link = unwrap(await openShare(parts, own, 0));
    expect(linkOfShare(own)).toEqual(link);
    const feed = unwrap(await enterShare(parts, own, 'share'));
    const published = await syncReplica(addEvents(feed, [{ event: testEvent('plan'), atMillis: testNow }], random).replica, parts);
    expect(published.fault).toBeUndefined();

    const guestSecret = random(32);
    const shown = await syncReplica(unwrap(await enterSharedFeed(parts, link)), parts);
    expect(idsOf(shown.replica)).toEqual(['plan']);
    const answering = unwrap(await enterReplyFeed(parts, link, guestSecret));
    const answered = await syncReplica(addEvents(answering, [{ event: testEvent('comment'), atMillis: testNow }], random).replica, parts);
    expect(answered.refused).toEqual([]);
    expect(answered.fault).toBeUndefined();
    expect(unwrap(await enterReplyFeed(parts, link, guestSecret)).feed.members.size).toBe(3);
    expect(await enterReplyFeed(parts, link, random(32))).toMatchObject({ error: { refused: 'already-joined' } });

    const replies = await syncReplica(unwrap(await enterShare(parts, own, 'reply')), parts);
    expect(hasGuest(replies.replica)).toBe(true);
    expect(idsOf(replies.replica)).toEqual(['comment']);
    expect(unwrap(await readsOfShare(parts, own)).length).toBeGreaterThan(0);

    unwrap(await revokeShare(parts, own, replies.replica));
    expect(await enterSharedFeed(parts, link)).toMatchObject({ error: { refused: 'revoked' } });
    expect((await syncReplica(answered.replica, parts)).fault).toMatchObject({ refused: 'revoked' });
    const after = await syncReplica(unwrap(await enterShare(parts, own, 'reply')), parts);
    expect(idsOf(after.replica)).toEqual(['comment']);
  });

  it('[Y-28] a share of other words is refused and not begun anew: its link goes on where it was made', async () => {
    const own = { identity: newDevice(), shareId: createShareId(random) };
    const link = unwrap(await openShare(parts, own, 0));
    const stranger: RootIdentity = { ...own.identity, root: createRootSecret(random) };
    expect(await enterShare(parts, { ...own, identity: stranger }, 'reply')).toMatchObject({ error: { refused: 'no-such-feed' } });
    expect((await enterSharedFeed(parts, link)).ok).toBe(true);
  });

  it('[Y-15] a second device with the root goes on with a share, and the link still opens it', async () => {
    const own = { identity: newDevice(), shareId: createShareId(random) };
    const link = unwrap(await openShare(parts, own, 0));
    const second = { ...own, identity: newDevice() };
    const feed = unwrap(await enterShare(parts, second, 'share'));
    await syncReplica(addEvents(feed, [{ event: testEvent('from the second'), atMillis: testNow }], random).replica, parts);
    const shown = await syncReplica(unwrap(await enterSharedFeed(parts, link)), parts);
    expect(idsOf(shown.replica)).toEqual(['from the second']);
  });
});
