import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noId } from '../bytes/bytes.ts';
import { seedToSigningKey, type SigningKey } from '../bytes/suite.ts';
import { deriveFeedKeys } from '../keys/feed-keys.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { signRecord } from '../record/feed-record.ts';
import { noDevice, type RecordBody } from '../record/record-body.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import type { Refusal } from '../refusal.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { at, createHousehold, testNow, toWriter, unwrap } from '../testing/test-household.ts';
import { applyRecord, applyRecords } from './apply-record.ts';
import type { FeedState } from './feed-state.ts';
import { learnSealKeys } from './learn-keys.ts';
import { addMember, rotateKeys, writeRecords } from './write-records.ts';

const home = createHousehold(2);
const { keys, records, random } = home;
const feed = unwrap(applyRecords(records, testNow));
const [first, second] = [at(home.devices, 0).member, at(home.devices, 1).member];
const stranger = seedToSigningKey(createTestRandom('stranger')(32));
const grant = (memberKey: string): RecordBody => ({
  kind: 'grant',
  memberKey,
  rights: { read: true, write: true, invite: false },
  device: noDevice,
  expiresAtMillis: 0,
});

/** The feed after one more record, or the name of the refusal. */
function after(
  state: FeedState,
  body: RecordBody,
  signer: SigningKey = keys.owner,
): FeedState | Refusal['type'] {
  const { feedId, hashes } = state;
  const place = { feedId, number: hashes.length, previous: hashes.at(-1) ?? noId, atMillis: testNow };
  const next = applyRecord(state, signRecord(place, body, signer), testNow);
  return next.ok ? next.value : next.error.type;
}

function stateAfter(state: FeedState, ...bodies: readonly RecordBody[]): FeedState {
  return unwrap(applyRecords([...recordsOf(state), ...writeRecords(keys, state, bodies, testNow)], testNow));
}

function recordsOf(state: FeedState): readonly Uint8Array[] {
  return records.slice(0, state.hashes.length);
}

describe('a chain of records', () => {
  it('[Y-11] begins with the key whose hash is the feed id', () => {
    expect([feed.feedId, feed.ownerKey, feed.purpose, feed.epoch]).toEqual([
      keys.feedId,
      keys.owner.publicKey,
      'diary',
      1,
    ]);
    const foreign = writeRecords(
      { feedId: keys.feedId, owner: stranger },
      undefined,
      [{ kind: 'create', purpose: 'diary', before: noId }],
      0,
    );
    expect(applyRecords(foreign, 0)).toEqual({ ok: false, error: { type: 'not-the-owner', rule: 'Y-12' } });
    expect(applyRecords([], 0).ok).toBe(false);
    expect(applyRecords(records.slice(1), 0).ok).toBe(false);
    const noBeginning = writeRecords(keys, undefined, [{ kind: 'erase' }], 0);
    expect(applyRecords(noBeginning, 0).ok).toBe(false);
  });

  it('[Y-11] refuses gaps, doubles and forks', () => {
    const [one, two] = writeRecords(keys, feed, [grant('aa'.repeat(32)), grant('bb'.repeat(32))], testNow);
    const [other] = writeRecords(keys, feed, [grant('cc'.repeat(32))], testNow);
    if (one === undefined || two === undefined || other === undefined) throw new Error('no records');
    expect(applyRecord(feed, two, 0)).toMatchObject({
      ok: false,
      error: { type: 'wrong-number', found: 5, expected: 4 },
    });
    const next = unwrap(applyRecord(feed, one, 0));
    expect(applyRecord(next, one, 0)).toMatchObject({ ok: false, error: { type: 'wrong-number' } });
    expect(applyRecord(next, other, 0)).toEqual({
      ok: false,
      error: { type: 'fork', rule: 'Y-11', number: 4 },
    });
    const onOther = unwrap(applyRecord(feed, other, 0));
    expect(applyRecord(onOther, two, 0)).toEqual({
      ok: false,
      error: { type: 'fork', rule: 'Y-11', number: 5 },
    });
  });

  it('[Y-09] refuses every record with any flipped bit', () => {
    const bodies: readonly RecordBody[] = [
      grant('aa'.repeat(32)),
      { kind: 'revoke', memberKey: second.signing.publicKey, lastEntry: noId },
      { kind: 'successor', next: 'dd'.repeat(32), why: 'full' },
      { kind: 'erase' },
    ];
    const cases = bodies.map((body) => at(writeRecords(keys, feed, [body], testNow), 0));
    for (const record of cases) expect(applyRecord(feed, record, testNow).ok).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(), (record, bit) => {
        expect(applyRecord(feed, flipBit(record, bit), testNow).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever the bytes, the answer is a value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 2, max: 8 }), (bytes, kind) => {
        const framed = new Uint8Array([1, kind, ...bytes]);
        expect(applyRecord(feed, framed, 0).ok || applyRecord(undefined, framed, 0).ok).toBe(false);
      }),
    );
  });

  it('[Y-12] takes records from the owner only', () => {
    expect(after(feed, grant('aa'.repeat(32)), first.signing)).toBe('not-the-owner');
    expect(after(feed, { kind: 'erase' }, stranger)).toBe('not-the-owner');
    expect(
      after(feed, { kind: 'revoke', memberKey: second.signing.publicKey, lastEntry: noId }, first.signing),
    ).toBe('not-the-owner');
    expect(after(feed, grant(keys.owner.publicKey))).toBe('no-right');
  });

  it('[Y-14] revokes once, and for good', () => {
    const { publicKey } = second.signing;
    const revoke = { kind: 'revoke', memberKey: publicKey, lastEntry: noId } as const;
    const revoked = stateAfter(feed, revoke);
    expect(after(revoked, revoke)).toBe('revoked');
    expect(after(revoked, grant(publicKey))).toBe('revoked');
    expect(after(feed, { ...revoke, memberKey: stranger.publicKey })).toBe('no-such-member');
  });

  it('[Y-14] a second grant may add, and never takes', () => {
    const member = stateAfter(feed, grant('aa'.repeat(32)));
    const rights = { read: true, write: true, invite: false };
    const again = {
      ...grant('aa'.repeat(32)),
      kind: 'grant',
      memberKey: 'aa'.repeat(32),
      device: noDevice,
    } as const;
    expect(
      after(member, { ...again, rights: { ...rights, invite: true }, expiresAtMillis: 5 }),
    ).toHaveProperty('feedId');
    expect(after(member, { ...again, rights: { ...rights, write: false }, expiresAtMillis: 0 })).toBe(
      'takes-rights',
    );
  });

  it('[Y-16] after a successor takes only what takes away', () => {
    const ended = stateAfter(feed, { kind: 'successor', next: 'ee'.repeat(32), why: 'full' });
    expect(ended.successor).toEqual({ next: 'ee'.repeat(32), why: 'full' });
    expect(after(ended, grant('aa'.repeat(32)))).toBe('feed-ended');
    expect(after(ended, { kind: 'successor', next: 'ff'.repeat(32), why: 'full' })).toBe('feed-ended');
    expect(
      after(ended, { kind: 'revoke', memberKey: second.signing.publicKey, lastEntry: noId }),
    ).toHaveProperty('feedId');
    expect(after(ended, { kind: 'erase' })).toHaveProperty('isErased', true);
    expect(after(feed, { kind: 'successor', next: feed.feedId, why: 'full' })).toBe('feed-ended');
  });

  it('[Y-17] after an erase takes nothing', () => {
    const erased = stateAfter(feed, { kind: 'erase' });
    expect(after(erased, { kind: 'erase' })).toBe('feed-ended');
    expect(after(erased, { kind: 'revoke', memberKey: second.signing.publicKey, lastEntry: noId })).toBe(
      'feed-ended',
    );
  });
});

describe('sealing keys', () => {
  it('[Y-15] come to every member, and to nobody else', () => {
    for (const member of [first, second]) expect(learnSealKeys(feed, member).get(1)).toEqual(keys.sealKey(1));
    const other = deriveMemberKeys(random(32), feed.feedId);
    expect(learnSealKeys(feed, other).size).toBe(0);
    expect(learnSealKeys(feed, { ...first, wrapKey: other.wrapKey }).size).toBe(0);
    expect(learnSealKeys(feed, { ...first, signing: second.signing }).size).toBe(0);
  });

  it('[Y-15] a lost device learns no later key; those who stay do', () => {
    const lost = { memberKey: second.signing.publicKey, lastEntry: noId };
    const rotation = { keys, feed, lost, recipients: [memberToRecipient(first)], atMillis: testNow };
    const rotated = unwrap(applyRecords([...records, ...rotateKeys(rotation, random)], testNow));
    expect([...learnSealKeys(rotated, first).keys()]).toEqual([2, 1]);
    expect([...learnSealKeys(rotated, second).keys()]).toEqual([1]);
    expect(rotated.members.get(second.signing.publicKey)?.revokedAfter).toBe(noId);
  });

  it('[Y-15] a new device reads the whole history, through all epochs', () => {
    const once = { keys, feed, recipients: [first, second].map(memberToRecipient), atMillis: testNow };
    const twoEpochs = unwrap(applyRecords([...records, ...rotateKeys(once, random)], testNow));
    const third = deriveMemberKeys(random(32), feed.feedId);
    const addition = { ...once, feed: twoEpochs, member: toWriter(third, '00'.repeat(8)) };
    let grown: FeedState = twoEpochs;
    for (const record of addMember(addition, random)) grown = unwrap(applyRecord(grown, record, testNow));
    const learnt = learnSealKeys(grown, third);
    for (const epoch of [1, 2, 3]) expect(learnt.get(epoch)).toEqual(keys.sealKey(epoch));
    for (const member of [first, second]) expect(learnSealKeys(grown, member).size).toBe(3);
  });

  it('[Y-15] epochs follow on each other, and go only to members', () => {
    expect(after(feed, { kind: 'epoch', epoch: 1, wraps: [] })).toBe('unknown-epoch');
    expect(after(feed, { kind: 'epoch', epoch: 3, wraps: [] })).toBe('unknown-epoch');
    const wrap = { nonce: random(24), sealed: random(48) };
    expect(
      after(feed, { kind: 'epoch', epoch: 2, wraps: [{ ...wrap, memberKey: stranger.publicKey }] }),
    ).toBe('no-such-member');
    expect(
      after(feed, { kind: 'epoch', epoch: 2, wraps: [{ ...wrap, memberKey: first.signing.publicKey }] }),
    ).toHaveProperty('epoch', 2);
  });
});

describe('purposes', () => {
  it('[Y-11] the next generation is another feed, and names the one before', () => {
    const next = deriveFeedKeys(home.root, { purpose: 'diary', generation: 1 });
    const created = writeRecords(
      next,
      undefined,
      [{ kind: 'create', purpose: 'diary', before: feed.feedId }],
      testNow,
    );
    const state = unwrap(applyRecords(created, testNow));
    expect([state.before, state.feedId === feed.feedId]).toEqual([feed.feedId, false]);
    expect(applyRecord(feed, at(created, 0), 0)).toMatchObject({ ok: false, error: { type: 'other-feed' } });
  });
});
