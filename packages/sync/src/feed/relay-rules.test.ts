import { describe, expect, it } from 'vitest';
import { bytesToHex, noId } from '../bytes/bytes.ts';
import { seedToSigningKey, type SigningKey } from '../bytes/suite.ts';
import { sealEntry } from '../entry/seal-entry.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { noDevice, type Rights } from '../record/record-body.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import { createTestRandom } from '../testing/deterministic-random.ts';
import { flipBit } from '../testing/flip-bit.ts';
import { at, createHousehold, testEvent, testNow, unwrap } from '../testing/test-household.ts';
import { acceptEntry, verifyEntry, type RelayView } from './accept-entry.ts';
import { applyRecord, applyRecords } from './apply-record.ts';
import type { FeedState } from './feed-state.ts';
import { isNearlyFull } from './quota.ts';
import { createFeed, rotateKeys, writeRecords } from './write-records.ts';

const home = createHousehold(2);
const { keys, random } = home;
const feed = unwrap(applyRecords(home.records, testNow));
const device = at(home.devices, 0).member;
const quota = { entries: 10, bytes: 100_000 };
const view: RelayView = { feed, usage: { entries: 0, bytes: 0 }, quota, nowMillis: testNow };

/** An entry of a writer, sealed with the true key of its epoch. */
function entryOf(writer: SigningKey, epoch = 1, feedId = keys.feedId): Uint8Array {
  const stamp = { millis: testNow, counter: 0 };
  const sealKey = keys.sealKey(epoch);
  const input = { feedId, writer, epoch, sealKey, previous: noId, stamp, event: testEvent('e') };
  return unwrap(sealEntry(input, random)).bytes;
}

/** `stored`, or the name of the refusal. */
function relaySays(bytes: Uint8Array, changed: Partial<RelayView> = {}): string {
  const accepted = acceptEntry({ ...view, ...changed }, bytes);
  return accepted.ok ? 'stored' : accepted.error.type;
}

function readerSays(state: FeedState, bytes: Uint8Array): string {
  const verified = verifyEntry(state, bytes);
  return verified.ok ? 'taken' : verified.error.type;
}

/** A feed with one more member. */
function withMember(
  rights: Rights,
  expiresAtMillis = 0,
): { readonly state: FeedState; readonly key: SigningKey } {
  const member = deriveMemberKeys(random(32), keys.feedId);
  const body = {
    kind: 'grant',
    memberKey: member.signing.publicKey,
    rights,
    device: noDevice,
    expiresAtMillis,
  } as const;
  const [record = new Uint8Array()] = writeRecords(keys, feed, [body], testNow);
  return { state: unwrap(applyRecord(feed, record, testNow)), key: member.signing };
}

describe('who may write', () => {
  it('a device may', () => {
    expect([relaySays(entryOf(device.signing)), readerSays(feed, entryOf(device.signing))]).toEqual([
      'stored',
      'taken',
    ]);
  });

  it('[Y-13] a reader cannot write, at the relay or before other readers, though it holds the sealing key', () => {
    const { state, key } = withMember({ read: true, write: false, invite: true });
    expect([relaySays(entryOf(key), { feed: state }), readerSays(state, entryOf(key))]).toEqual([
      'no-right',
      'no-right',
    ]);
  });

  it('[Y-13] a stranger cannot, nor can the owner key, nor a reader in the name of a device', () => {
    const { state, key } = withMember({ read: true, write: false, invite: false });
    const stranger = seedToSigningKey(createTestRandom('stranger')(32));
    expect([relaySays(entryOf(stranger)), readerSays(feed, entryOf(stranger))]).toEqual([
      'no-right',
      'unknown-writer',
    ]);
    expect(relaySays(entryOf(keys.owner))).toBe('no-right');
    const forged = entryOf({ publicKey: device.signing.publicKey, seed: key.seed });
    expect([relaySays(forged, { feed: state }), readerSays(state, forged)]).toEqual([
      'bad-signature',
      'bad-signature',
    ]);
  });

  it('[Y-13] a grant that is over gives nothing', () => {
    const { state, key } = withMember({ read: true, write: true, invite: false }, testNow + 1000);
    const bytes = entryOf(key);
    expect(relaySays(bytes, { feed: state, nowMillis: testNow + 999 })).toBe('stored');
    expect(relaySays(bytes, { feed: state, nowMillis: testNow + 1000 })).toBe('expired');
  });

  it('[Y-14] a revoked writer cannot write', () => {
    const lost = { memberKey: device.signing.publicKey, lastEntry: noId };
    const recipients = [memberToRecipient(at(home.devices, 1).member)];
    const rotation = rotateKeys({ keys, feed, lost, recipients, atMillis: testNow }, random);
    const state = unwrap(applyRecords([...home.records, ...rotation], testNow));
    for (const epoch of [1, 2])
      expect(relaySays(entryOf(device.signing, epoch), { feed: state })).toBe('revoked');
  });

  it('[Y-10] an entry of another feed is refused', () => {
    const moved = entryOf(device.signing, 1, 'ab'.repeat(32));
    expect([relaySays(moved), readerSays(feed, moved)]).toEqual(['other-feed', 'other-feed']);
  });

  it('[Y-15] older epochs are refused by the relay, unknown ones by everybody', () => {
    const recipients = home.devices.map(({ member }) => memberToRecipient(member));
    const rotation = rotateKeys({ keys, feed, recipients, atMillis: testNow }, random);
    const state = unwrap(applyRecords([...home.records, ...rotation], testNow));
    expect(relaySays(entryOf(device.signing, 1), { feed: state })).toBe('old-epoch');
    expect(readerSays(state, entryOf(device.signing, 1))).toBe('taken');
    expect(relaySays(entryOf(device.signing, 2), { feed: state })).toBe('stored');
    expect([relaySays(entryOf(device.signing, 2)), readerSays(feed, entryOf(device.signing, 2))]).toEqual([
      'unknown-epoch',
      'unknown-epoch',
    ]);
  });

  it('[Y-09] a relay stores nothing with a flipped bit', () => {
    const bytes = entryOf(device.signing);
    for (let bit = 3; bit < bytes.length * 8; bit += 97)
      expect(relaySays(flipBit(bytes, bit))).not.toBe('stored');
  });
});

describe('quota', () => {
  it('[Y-16] 80 percent of entries or bytes says that it is time for the successor', () => {
    expect(isNearlyFull({ entries: 7, bytes: 79_999 }, quota)).toBe(false);
    expect(isNearlyFull({ entries: 8, bytes: 0 }, quota)).toBe(true);
    expect(isNearlyFull({ entries: 0, bytes: 80_000 }, quota)).toBe(true);
  });

  it('[Y-16] a full feed takes nothing, by entries and by bytes', () => {
    const bytes = entryOf(device.signing);
    expect(relaySays(bytes, { usage: { entries: 9, bytes: 0 } })).toBe('stored');
    expect(relaySays(bytes, { usage: { entries: 10, bytes: 0 } })).toBe('feed-full');
    expect(relaySays(bytes, { usage: { entries: 0, bytes: quota.bytes - bytes.length } })).toBe('stored');
    expect(relaySays(bytes, { usage: { entries: 0, bytes: quota.bytes - bytes.length + 1 } })).toBe(
      'feed-full',
    );
  });

  it('[Y-16, Y-17] after successor and erase no entry is taken', () => {
    const bytes = entryOf(device.signing);
    for (const body of [
      { kind: 'successor', next: 'aa'.repeat(32), why: 'full' },
      { kind: 'erase' },
    ] as const) {
      const state = unwrap(
        applyRecords([...home.records, ...writeRecords(keys, feed, [body], testNow)], testNow),
      );
      expect(relaySays(bytes, { feed: state })).toBe('feed-ended');
    }
  });
});

describe('a new feed', () => {
  it('holds nothing that tells its secrets', () => {
    const records = createFeed({ keys, members: [], atMillis: testNow }, random).map(bytesToHex).join('');
    for (const secret of [keys.owner.seed, keys.sealKey(1), home.root])
      expect(records).not.toContain(bytesToHex(secret));
  });
});
