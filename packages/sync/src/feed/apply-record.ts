import { err, ok, type Result } from '@psoas/kernel';
import { noId } from '../bytes/bytes.ts';
import type { SignatureCheck } from '../bytes/suite.ts';
import { publicKeyToFeedId } from '../keys/feed-keys.ts';
import { isRecordSigned, parseRecord, type FeedRecord } from '../record/feed-record.ts';
import { noDevice, type RecordBody } from '../record/record-body.ts';
import type { Refusal } from '../refusal.ts';
import type { FeedState, Member } from './feed-state.ts';
import { requireRight } from './rights.ts';

/**
 * [Y-11] The feed after one more record. `feed` is undefined before the first. The relay gives its time, so that an
 * ended invitation cannot be followed; a reader gives 0, because the relay has judged it.
 */
export function applyRecord(
  feed: FeedState | undefined,
  bytes: Uint8Array,
  nowMillis: number,
  checkSignature?: SignatureCheck,
): Result<FeedState, Refusal> {
  const parsed = parseRecord(bytes);
  if (!parsed.ok) return parsed;
  const record = parsed.value;
  const misplaced = findMisplaced(feed, record);
  if (misplaced !== undefined) return err(misplaced);
  if (!isRecordSigned(record, checkSignature)) return err({ type: 'bad-signature', rule: 'Y-09' });
  if (feed === undefined) return beginFeed(record);
  if (record.body.kind === 'join')
    return applyJoin(feed, { ...record, guestKey: record.body.guestKey }, nowMillis);
  if (record.signerKey !== feed.ownerKey) return err({ type: 'not-the-owner', rule: 'Y-12' });
  const ended = findEnd(feed, record.body);
  if (ended !== undefined) return err(ended);
  const changed = applyBody(feed, record.body);
  return changed.ok ? ok({ ...changed.value, hashes: [...feed.hashes, record.hash] }) : changed;
}

/** [Y-11] A whole chain, from its first record. */
export function applyRecords(
  records: readonly Uint8Array[],
  nowMillis: number,
  checkSignature?: SignatureCheck,
): Result<FeedState, Refusal> {
  let feed: FeedState | undefined;
  for (const bytes of records) {
    const next = applyRecord(feed, bytes, nowMillis, checkSignature);
    if (!next.ok) return next;
    feed = next.value;
  }
  return feed === undefined ? err({ type: 'wrong-number', rule: 'Y-11', found: 0, expected: 1 }) : ok(feed);
}

/** [Y-21] Whether a record is in its place already: a relay passes it over, because an answer may have been lost. */
export function isKnownRecord(feed: FeedState, bytes: Uint8Array): boolean {
  const record = parseRecord(bytes);
  return record.ok && feed.hashes[record.value.number] === record.value.hash;
}

function findMisplaced(feed: FeedState | undefined, record: FeedRecord): Refusal | undefined {
  const { number, previous, feedId } = record;
  const expected = feed?.hashes.length ?? 0;
  if (feed !== undefined && feedId !== feed.feedId) return { type: 'other-feed', rule: 'Y-10' };
  if (number < expected && feed?.hashes[number] !== record.hash)
    return { type: 'fork', rule: 'Y-11', number };
  if (number !== expected) return { type: 'wrong-number', rule: 'Y-11', found: number, expected };
  if (previous !== (feed?.hashes.at(-1) ?? noId)) return { type: 'fork', rule: 'Y-11', number };
  return undefined;
}

function beginFeed({ feedId, signerKey, hash, body }: FeedRecord): Result<FeedState, Refusal> {
  if (body.kind !== 'create') return err({ type: 'wrong-number', rule: 'Y-11', found: 0, expected: 1 });
  if (publicKeyToFeedId(signerKey) !== feedId) return err({ type: 'not-the-owner', rule: 'Y-12' });
  return ok({
    feedId,
    ownerKey: signerKey,
    purpose: body.purpose,
    before: body.before,
    hashes: [hash],
    members: new Map(),
    epoch: 0,
    wraps: [],
    isErased: false,
  });
}

// What ended a feed, for this record: after an erase nothing follows, after a successor only what takes away.
function findEnd(feed: FeedState, body: RecordBody): Refusal | undefined {
  if (feed.isErased) return { type: 'feed-ended', rule: 'Y-17' };
  const takesAway = body.kind === 'revoke' || body.kind === 'erase';
  return feed.successor !== undefined && !takesAway ? { type: 'feed-ended', rule: 'Y-16' } : undefined;
}

function applyBody(feed: FeedState, body: Exclude<RecordBody, { kind: 'join' }>): Result<FeedState, Refusal> {
  switch (body.kind) {
    case 'create':
      return err({ type: 'wrong-number', rule: 'Y-11', found: feed.hashes.length, expected: 0 });
    case 'grant':
      return grant(feed, body);
    case 'revoke':
      return revoke(feed, body.memberKey, body.lastEntry);
    case 'epoch': {
      if (body.epoch !== feed.epoch + 1)
        return err({ type: 'unknown-epoch', rule: 'Y-15', found: body.epoch, current: feed.epoch });
      const isForMember = ({ memberKey }: { memberKey: string }): boolean => {
        const member = feed.members.get(memberKey);
        if (memberKey === noId) return feed.epoch > 0;
        return member !== undefined && member.revokedAfter === undefined;
      };
      if (!body.wraps.every(isForMember)) return err({ type: 'no-such-member', rule: 'Y-15' });
      return ok({
        ...feed,
        epoch: body.epoch,
        wraps: [...feed.wraps, { epoch: body.epoch, wraps: body.wraps }],
      });
    }
    case 'successor':
      if (body.next === feed.feedId) return err({ type: 'feed-ended', rule: 'Y-16' });
      return ok({ ...feed, successor: { next: body.next, why: body.why } });
    case 'erase':
      return ok({ ...feed, isErased: true });
  }
}

// Rights are taken only by a revocation, which says what counts of the entries so far; else readers would differ.
function grant(feed: FeedState, body: Extract<RecordBody, { kind: 'grant' }>): Result<FeedState, Refusal> {
  const { memberKey: key, rights, device, expiresAtMillis } = body;
  if (key === feed.ownerKey) return err({ type: 'no-right', rule: 'Y-13' });
  const known = feed.members.get(key);
  if (known?.revokedAfter !== undefined) return err({ type: 'revoked', rule: 'Y-14' });
  const takesRight = (['read', 'write', 'invite'] as const).some(
    (right) => known?.rights[right] === true && !rights[right],
  );
  if (takesRight) return err({ type: 'takes-rights', rule: 'Y-14' });
  return ok(withMember(feed, { ...known, key, rights, device, expiresAtMillis }));
}

function revoke(feed: FeedState, key: string, lastEntry: string): Result<FeedState, Refusal> {
  const member = feed.members.get(key);
  if (member === undefined) return err({ type: 'no-such-member', rule: 'Y-14' });
  if (member.revokedAfter !== undefined) return err({ type: 'revoked', rule: 'Y-14' });
  return ok(withMember(feed, { ...member, revokedAfter: lastEntry }));
}

type Join = { readonly signerKey: string; readonly guestKey: string; readonly hash: string };

function applyJoin(feed: FeedState, join: Join, nowMillis: number): Result<FeedState, Refusal> {
  const ended = findEnd(feed, { kind: 'join', guestKey: join.guestKey });
  if (ended !== undefined) return err(ended);
  if (feed.purpose !== 'reply' || join.guestKey === feed.ownerKey)
    return err({ type: 'no-right', rule: 'Y-18' });
  const inviting = requireRight(feed, join.signerKey, 'invite', nowMillis);
  if (!inviting.ok) return inviting;
  const isTaken = [...feed.members.values()].some(({ invitedBy }) => invitedBy === join.signerKey);
  if (isTaken || feed.members.has(join.guestKey)) return err({ type: 'already-joined', rule: 'Y-18' });
  const guest: Member = {
    key: join.guestKey,
    rights: { read: true, write: true, invite: false },
    device: noDevice,
    expiresAtMillis: inviting.value.expiresAtMillis,
    invitedBy: join.signerKey,
  };
  return ok({ ...withMember(feed, guest), hashes: [...feed.hashes, join.hash] });
}

function withMember(feed: FeedState, member: Member): FeedState {
  return { ...feed, members: new Map(feed.members).set(member.key, member) };
}
