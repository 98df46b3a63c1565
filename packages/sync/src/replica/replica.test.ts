import { describe, expect, it } from 'vitest';
import { noId } from '../bytes/bytes.ts';
import { applyRecords } from '../feed/apply-record.ts';
import { devicesOf } from '../feed/devices.ts';
import { createSuccessor, followSuccessor } from '../feed/successor.ts';
import { addMember, rotateKeys, writeRecords } from '../feed/write-records.ts';
import { deriveFeedKeys } from '../keys/feed-keys.ts';
import { deriveDeviceSecret, deriveMemberKeys } from '../keys/member-keys.ts';
import { rootToWords, wordsToRoot } from '../keys/root-secret.ts';
import { countedEntries, eventsOf, lastEntryOf } from '../merge/merge-entries.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { pull, push, sync } from '../testing/sync-with-relay.ts';
import {
  at,
  createHousehold,
  postRecords,
  request,
  testNow,
  toWriter,
  unwrap,
  withEvent,
} from '../testing/test-household.ts';
import { writePushBody } from '../wire/push.ts';
import { takePullAnswer } from './pull-replica.ts';
import { entriesToPush, takePushAnswer } from './push-replica.ts';
import { addEvent, carryWaiting, createReplica, type Replica } from './replica.ts';

const idsOf = (...replicas: readonly Replica[]): readonly string[] =>
  eventsOf(replicas.flatMap(({ entries }) => [...entries.values()])).map(({ id }) => id);
const moment = (random: (length: number) => Uint8Array): { nowMillis: number; random: typeof random } => ({
  nowMillis: testNow,
  random,
});

describe('two devices', () => {
  it('[Y-24] show the same after both were offline', () => {
    const home = createHousehold(2);
    let [one, two] = [at(home.devices, 0).replica, at(home.devices, 1).replica];
    one = withEvent(withEvent(one, 'a', home.random), 'c', home.random, testNow + 2000);
    two = withEvent(two, 'b', home.random, testNow + 1000);
    expect(idsOf(one)).toEqual(['a', 'c']);
    one = sync(home, one);
    two = sync(home, two);
    one = sync(home, one);
    expect([idsOf(one), idsOf(two)]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
    expect([one, two].flatMap(entriesToPush)).toEqual([]);
  });

  it('[Y-21] pushing twice stores once, and one refused entry does not hold up the others', () => {
    const home = createHousehold(1);
    let { replica } = at(home.devices, 0);
    replica = withEvent(withEvent(replica, 'a', home.random), 'b', home.random);
    const [first = new Uint8Array(), second = new Uint8Array()] = entriesToPush(replica);
    const body = writePushBody([first, flipBit(first, 2000), first, second]);
    const answer = home.relay.handle(request(home, 'push', replica.member.signing, body));
    expect(JSON.parse(answer.ok ? answer.body : '{}')).toMatchObject({
      results: [{ seq: 1 }, { refused: 'bad-signature' }, { seq: 1 }, { seq: 2 }],
    });
    expect(entriesToPush(push(home, replica).replica)).toEqual([]);
    expect(home.relay.stored(home.keys.feedId)).toHaveLength(2);
  });

  it('[Y-21] an entry that the relay has answers with its number even when it would be refused now', () => {
    const home = createHousehold(2);
    const before = withEvent(at(home.devices, 0).replica, 'a', home.random);
    push(home, before);
    const recipients = home.devices.map(({ member }) => memberToRecipient(member));
    expect(
      postRecords(
        home,
        rotateKeys({ keys: home.keys, feed: before.feed, recipients, atMillis: testNow }, home.random),
      ).ok,
    ).toBe(true);
    const pushed = push(home, before);
    expect([pushed.refused, entriesToPush(pushed.replica)]).toEqual([[], []]);
  });

  it('[Y-22] the same answer again changes nothing, and one that would leave a gap does not move the cursor', () => {
    const home = createHousehold(2);
    let [one, two] = [at(home.devices, 0).replica, at(home.devices, 1).replica];
    one = push(home, withEvent(withEvent(one, 'a', home.random), 'b', home.random)).replica;
    const entries = home.relay.stored(home.keys.feedId);
    const answer = { after: 0, records: [], entries, last: 99, head: noId };
    two = takePullAnswer(two, answer, moment(home.random)).replica;
    expect(takePullAnswer(two, answer, moment(home.random)).replica).toEqual(two);
    expect(two.cursor).toBe(2);
    const ahead = takePullAnswer(one, { ...answer, after: 7 }, moment(home.random)).replica;
    expect([one.cursor, ahead.cursor]).toEqual([0, 0]);
  });

  it('[Y-05] an entry from a clock that is far ahead is merged, told, and does not move the own clock', () => {
    const home = createHousehold(2);
    const ahead = withEvent(at(home.devices, 0).replica, 'a', home.random, testNow + 3_600_000);
    push(home, ahead);
    const { replica, reports } = pull(home, at(home.devices, 1).replica);
    expect(reports).toEqual([
      { part: 'entry', problem: { type: 'clock-ahead', aheadMillis: 3_600_000, limitMillis: 300_000 } },
    ]);
    expect([idsOf(replica), replica.clock.millis]).toEqual([['a'], 0]);
  });

  it('[Y-26] what a lying relay sends stops nothing, and what a record explains later is not lost', () => {
    const home = createHousehold(1);
    const known = at(home.devices, 0);
    const secret = deriveDeviceSecret(home.root, 'ffeeddccbbaa9988');
    const member = deriveMemberKeys(secret, home.keys.feedId);
    const addition = {
      keys: home.keys,
      feed: known.replica.feed,
      member: toWriter(member, 'ffeeddccbbaa9988'),
      recipients: [memberToRecipient(known.member)],
      atMillis: testNow,
    };
    const records = addMember(addition, home.random);
    const added = withEvent(unwrap(createReplica(member, [...home.records, ...records])), 'new', home.random);
    const own = withEvent(known.replica, 'own', home.random);
    const [entry = new Uint8Array()] = entriesToPush(added);
    const [ownEntry = new Uint8Array()] = entriesToPush(own);
    const lie = {
      after: 0,
      records: [],
      entries: [flipBit(ownEntry, 999), entry, ownEntry],
      last: 99,
      head: noId,
    };
    const first = takePullAnswer(own, lie, moment(home.random));
    expect(first.reports).toMatchObject([{ part: 'entry', problem: { type: 'bad-signature' } }]);
    expect([idsOf(first.replica), first.replica.waiting, first.replica.unexplained.length]).toEqual([
      ['own'],
      [],
      1,
    ]);
    const later = takePullAnswer(
      first.replica,
      { after: 3, records, entries: [], last: 99, head: first.replica.head },
      moment(home.random),
    );
    expect([later.reports, later.replica.unexplained]).toEqual([[], []]);
    expect([...idsOf(later.replica)].toSorted()).toEqual(['new', 'own']);
  });

  it('[Y-11] a fork from the relay is refused and reported', () => {
    const home = createHousehold(1);
    const { replica } = at(home.devices, 0);
    const other = writeRecords(
      home.keys,
      { hashes: replica.feed.hashes.slice(0, 2) },
      [{ kind: 'erase' }],
      testNow,
    );
    const taken = takePullAnswer(
      replica,
      { after: 0, records: other, entries: [], last: 99, head: noId },
      moment(home.random),
    );
    expect(taken.reports).toMatchObject([{ part: 'record', problem: { type: 'fork' } }]);
    expect(taken.replica.feed).toBe(replica.feed);
  });

  it('[Y-07] an event that does not fit is refused and changes nothing', () => {
    const home = createHousehold(1);
    const added = addEvent(
      at(home.devices, 0).replica,
      { id: 'x', text: 'a'.repeat(70_000) },
      moment(home.random),
    );
    expect(added).toMatchObject({ ok: false, error: { type: 'event-too-large', limit: 65_524 } });
  });
});

describe('a lost device', () => {
  it('[Y-14, Y-15] writes and reads nothing new; what was written offline by the others is sealed anew', () => {
    const home = createHousehold(3);
    let [kept, offline, lost] = home.devices.map(({ replica }) => replica);
    if (kept === undefined || offline === undefined || lost === undefined) throw new Error('no devices');
    lost = push(home, withEvent(lost, 'before', home.random)).replica;
    kept = sync(home, kept);
    offline = withEvent(offline, 'offline', home.random);
    const lastEntry = lastEntryOf(kept.entries, lost.member.signing.publicKey);
    expect(lastEntry).toBe(lost.previous);
    const known = devicesOf(kept.feed, home.keys, home.root);
    expect(known.map(({ deviceId }) => deviceId)).toEqual(home.devices.map(({ deviceId }) => deviceId));
    const recipients = known.slice(0, 2).map(({ member }) => memberToRecipient(member));
    const revocation = { memberKey: lost.member.signing.publicKey, lastEntry };
    const rotation = { keys: home.keys, feed: kept.feed, lost: revocation, recipients, atMillis: testNow };
    expect(postRecords(home, rotateKeys(rotation, home.random)).ok).toBe(true);

    const thief = withEvent(lost, 'forged', home.random);
    expect(() => push(home, thief)).toThrow('revoked');
    expect(() => pull(home, thief)).toThrow('revoked');

    const tooOld = push(home, offline);
    expect(tooOld.refused).toMatchObject([{ refused: 'old-epoch' }]);
    expect(entriesToPush(tooOld.replica)).toHaveLength(1);
    offline = sync(home, offline);
    kept = sync(home, kept);
    expect(idsOf(kept)).toEqual(idsOf(offline));
    expect([...idsOf(kept)].toSorted()).toEqual(['before', 'offline']);

    // A relay in league with the thief gives the forged entry out; it is opened and does not count.
    const lie = { after: 0, records: [], entries: entriesToPush(thief), last: 99, head: noId };
    const deceived = takePullAnswer(kept, lie, moment(home.random)).replica;
    expect(eventsOf(countedEntries(deceived.entries, deceived.feed)).map(({ id }) => id)).toEqual(
      idsOf(kept),
    );

    // What the others write from now on, the thief cannot open, even with every byte of the relay.
    push(home, withEvent(kept, 'after', home.random));
    const all = { after: 0, records: [], entries: home.relay.stored(home.keys.feedId), last: 99, head: noId };
    expect(idsOf(takePullAnswer(thief, all, moment(home.random)).replica)).not.toContain('after');
  });

  it('[Y-02, Y-26] the words alone bring everything back', () => {
    const home = createHousehold(1);
    push(home, withEvent(withEvent(at(home.devices, 0).replica, 'a', home.random), 'b', home.random));
    const root = unwrap(wordsToRoot(rootToWords(home.root).join(' ')));
    const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
    const member = deriveMemberKeys(deriveDeviceSecret(root, '0102030405060708'), keys.feedId);
    const feed = unwrap(applyRecords(home.records, 0));
    const old = home.devices.map((device) => memberToRecipient(device.member));
    const addition = {
      keys,
      feed,
      member: toWriter(member, '0102030405060708'),
      recipients: old,
      atMillis: testNow,
    };
    const records = addMember(addition, home.random);
    expect(postRecords(home, records).ok).toBe(true);
    const restored = sync(home, unwrap(createReplica(member, [...home.records, ...records])));
    expect(idsOf(restored)).toEqual(['a', 'b']);
  });

  it('[Y-27] a device that begins anew goes on from its last entry', () => {
    const home = createHousehold(1);
    const { replica, member } = at(home.devices, 0);
    const pushed = push(home, withEvent(replica, 'a', home.random)).replica;
    const anew = sync(home, unwrap(createReplica(member, home.records)));
    expect(anew.previous).toBe(pushed.previous);
    expect(withEvent(anew, 'b', home.random).clock).not.toEqual(pushed.clock);
  });
});

describe('a full feed', () => {
  it('[Y-16] says so at 80 percent, goes on in its successor, and loses nothing', () => {
    const home = createHousehold(1, { entries: 5, bytes: 1_000_000 });
    const { member, secret, deviceId } = at(home.devices, 0);
    let { replica } = at(home.devices, 0);
    for (const id of ['a', 'b', 'c']) replica = withEvent(replica, id, home.random);
    const third = push(home, replica);
    expect(third.nearlyFull).toBe(false);
    const fourth = push(home, withEvent(third.replica, 'd', home.random));
    expect(fourth.nearlyFull).toBe(true);
    replica = withEvent(fourth.replica, 'e', home.random);

    const next = deriveFeedKeys(home.root, { purpose: 'diary', generation: 1 });
    const nextMember = deriveMemberKeys(secret, next.feedId);
    expect(nextMember.signing.publicKey).not.toBe(member.signing.publicKey);
    const succession = {
      keys: home.keys,
      feed: replica.feed,
      next,
      members: [toWriter(nextMember, deviceId)],
      atMillis: testNow,
    };
    const { opening, closing } = createSuccessor(succession, home.random);
    expect(followSuccessor(replica.feed, opening)).toMatchObject({
      ok: false,
      error: { type: 'no-successor' },
    });
    const nextHome = { ...home, keys: next };
    expect([postRecords(nextHome, opening).ok, postRecords(home, closing).ok]).toEqual([true, true]);

    expect(push(home, replica).refused).toMatchObject([{ refused: 'feed-ended' }]);
    replica = pull(home, replica).replica;
    expect(unwrap(followSuccessor(replica.feed, opening)).feedId).toBe(next.feedId);
    const moved = unwrap(carryWaiting(replica, unwrap(createReplica(nextMember, opening)), home.random));
    const pushed = push(nextHome, moved).replica;
    expect(entriesToPush(pushed)).toEqual([]);
    expect(idsOf(replica, pushed)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(home.relay.stored(next.feedId)).toHaveLength(1);
  });

  it('[Y-16] is not followed to a feed that does not name it, nor to a new root', () => {
    const home = createHousehold(1);
    const { feed } = at(home.devices, 0).replica;
    const stranger = deriveFeedKeys(home.random(32), { purpose: 'diary', generation: 0 });
    const opening = writeRecords(
      stranger,
      undefined,
      [{ kind: 'create', purpose: 'diary', before: noId }],
      testNow,
    );
    const ended = (why: 'full' | 'new-root'): typeof feed => ({
      ...feed,
      successor: { next: stranger.feedId, why },
    });
    expect(followSuccessor(ended('full'), opening)).toMatchObject({
      ok: false,
      error: { type: 'other-feed' },
    });
    expect(followSuccessor(ended('new-root'), opening)).toMatchObject({
      ok: false,
      error: { type: 'needs-words' },
    });
  });
});

describe('a relay that went back', () => {
  it('[Y-31] is told, pulled from the beginning, and given every own event again, which counts once', () => {
    const home = createHousehold(2);
    let [one, two] = [at(home.devices, 0).replica, at(home.devices, 1).replica];
    one = sync(home, withEvent(withEvent(one, 'a', home.random), 'b', home.random));
    two = sync(home, withEvent(two, 'c', home.random));
    one = sync(home, one);
    home.relay.loseEntries(home.keys.feedId, 1);
    const told = pull(home, one);
    expect(told.reports).toEqual([{ part: 'feed', problem: { type: 'entries-lost', had: 3, has: 1 } }]);
    expect([told.replica.cursor, told.replica.waiting.length]).toEqual([0, 2]);
    one = push(home, told.replica).replica;
    two = sync(home, two);
    two = sync(home, two);
    one = sync(home, one);
    const anew = sync(home, unwrap(createReplica(at(home.devices, 0).member, home.records)));
    for (const replica of [one, two, anew]) expect([...idsOf(replica)].toSorted()).toEqual(['a', 'b', 'c']);
    expect([one, two].flatMap(entriesToPush)).toEqual([]);
  });

  it('[Y-31] is found out even when it has grown again, and when only what was not pulled yet is gone', () => {
    const home = createHousehold(2);
    const { feedId } = home.keys;
    let [one, two] = [at(home.devices, 0).replica, at(home.devices, 1).replica];
    one = push(home, withEvent(one, 'a', home.random)).replica;
    home.relay.loseEntries(feedId, 0);
    two = push(home, withEvent(two, 'b', home.random)).replica;
    // The first device has pulled nothing yet, so it sees no lie; it only misses what was confirmed.
    const pulled = pull(home, one);
    expect(pulled.reports).toEqual([]);
    expect(entriesToPush(pulled.replica)).toHaveLength(1);
    one = push(home, pulled.replica).replica;
    one = pull(home, one).replica;
    two = pull(home, two).replica;
    expect([idsOf(one), idsOf(two)]).toEqual([idsOf(one), idsOf(one)]);
    expect(home.relay.stored(feedId)).toHaveLength(2);
    // Now both have pulled two; the relay goes back to one, and the first device makes it two again.
    home.relay.loseEntries(feedId, 1);
    push(home, withEvent(unwrap(createReplica(one.member, home.records)), 'c', home.random));
    expect(pull(home, two).reports).toEqual([
      { part: 'feed', problem: { type: 'entries-lost', had: 2, has: 2 } },
    ]);
  });

  it('[Y-17, Y-31] an erased feed is no feed that lost its entries', () => {
    const home = createHousehold(1);
    const replica = sync(home, sync(home, withEvent(at(home.devices, 0).replica, 'a', home.random)));
    expect(replica.cursor).toBe(1);
    expect(postRecords(home, writeRecords(home.keys, replica.feed, [{ kind: 'erase' }], testNow)).ok).toBe(
      true,
    );
    const ended = pull(home, replica);
    expect([ended.reports, ended.replica.waiting, ended.replica.feed.isErased]).toEqual([[], [], true]);
  });
});

describe('answers out of turn', () => {
  it('[Y-21] an answer to a push that comes twice or for what is gone changes nothing', () => {
    const home = createHousehold(1);
    const replica = withEvent(at(home.devices, 0).replica, 'a', home.random);
    const answer = { results: [{ id: replica.previous, seq: 1 }], nearlyFull: false };
    const once = takePushAnswer(replica, answer).replica;
    expect(takePushAnswer(once, answer).replica).toEqual(once);
    expect(
      takePushAnswer(once, { results: [{ id: 'gone', refused: 'no-right' }], nearlyFull: false }).refused,
    ).toEqual([]);
  });
});
