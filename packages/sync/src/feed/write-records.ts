import { noId, type RandomBytes } from '../bytes/bytes.ts';
import { hashToHex, splitSigned } from '../bytes/suite.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';
import { signRecord } from '../record/feed-record.ts';
import { noDevice, type RecordBody, type Rights } from '../record/record-body.ts';
import { wrapSealKey, type Recipient } from '../record/wrap-key.ts';
import { sealDeviceId } from './devices.ts';
import type { FeedState } from './feed-state.ts';

/** Where a chain ends: how many records it has, and the hash of the last. */
type ChainEnd = { readonly count: number; readonly hash: string };

/** Writes records that follow on each other, behind those of `feed`; without one they begin a chain. */
export function writeRecords(
  { feedId, owner }: Pick<FeedKeys, 'feedId' | 'owner'>,
  feed: Pick<FeedState, 'hashes'> | undefined,
  bodies: readonly RecordBody[],
  atMillis: number,
): readonly Uint8Array[] {
  let end: ChainEnd = { count: feed?.hashes.length ?? 0, hash: feed?.hashes.at(-1) ?? noId };
  return bodies.map((body) => {
    const record = signRecord({ feedId, number: end.count, previous: end.hash, atMillis }, body, owner);
    end = { count: end.count + 1, hash: hashToHex(splitSigned(record).unsigned) };
    return record;
  });
}

/** A member of a new feed: what it may do, and to whom its sealing key goes. */
export type NewMember = Recipient & {
  readonly rights: Rights;
  /** Absent for what is no device. */
  readonly deviceId?: string;
  /** 0 for never. */
  readonly expiresAtMillis: number;
};

/** What a new feed begins with. */
export type NewFeed = {
  readonly keys: FeedKeys;
  readonly members: readonly NewMember[];
  readonly atMillis: number;
  /** The feed that this one goes on from, when it does (Y-16). */
  readonly before?: string;
};

/** The first records of a feed: it is created, members get their rights, the first epoch gives them the key. */
export function createFeed(
  { keys, members, atMillis, before }: NewFeed,
  random: RandomBytes,
): readonly Uint8Array[] {
  const bodies = [
    { kind: 'create', purpose: keys.purpose, before: before ?? noId } as const,
    ...members.map((member) => grantBody(keys, member, random)),
    epochBody(keys, 1, members, random),
  ];
  return writeRecords(keys, undefined, bodies, atMillis);
}

/** A lost member, and who goes on. */
export type Rotation = {
  readonly keys: FeedKeys;
  readonly feed: FeedState;
  /** Absent when keys change without a loss. */
  readonly lost?: { readonly memberKey: string; readonly lastEntry: string };
  /** Everybody who goes on. */
  readonly recipients: readonly Recipient[];
  readonly atMillis: number;
};

/** The records of a lost device, or of a change of keys (SPEC.md, "Rotation, and a lost device"). */
export function rotateKeys(rotation: Rotation, random: RandomBytes): readonly Uint8Array[] {
  const { keys, feed, lost, recipients, atMillis } = rotation;
  const epoch = epochBody(keys, feed.epoch + 1, recipients, random);
  const bodies = lost === undefined ? [epoch] : [{ kind: 'revoke', ...lost } as const, epoch];
  return writeRecords(keys, feed, bodies, atMillis);
}

/** A member to be added, and who is there already. */
export type Addition = Omit<Rotation, 'lost'> & { readonly member: NewMember };

/** [Y-15] The records of a new member: its grant, and a new epoch through which it can open all earlier ones. */
export function addMember(addition: Addition, random: RandomBytes): readonly Uint8Array[] {
  const { keys, feed, member, recipients, atMillis } = addition;
  const epoch = epochBody(keys, feed.epoch + 1, [...recipients, member], random);
  return writeRecords(keys, feed, [grantBody(keys, member, random), epoch], atMillis);
}

function grantBody(keys: FeedKeys, member: NewMember, random: RandomBytes): RecordBody {
  const { memberKey, rights, deviceId, expiresAtMillis } = member;
  const device = deviceId === undefined ? noDevice : sealDeviceId(keys, memberKey, deviceId, random);
  return { kind: 'grant', memberKey, rights, device, expiresAtMillis };
}

// The key before comes along under the new one, as a wrap for nobody.
function epochBody(
  keys: FeedKeys,
  epoch: number,
  recipients: readonly Recipient[],
  random: RandomBytes,
): RecordBody {
  const sealKey = keys.sealKey(epoch);
  const place = { feedId: keys.feedId, epoch };
  const before =
    epoch === 1
      ? []
      : [wrapSealKey(keys.sealKey(epoch - 1), place, { memberKey: noId, wrapKey: sealKey }, random)];
  const wraps = recipients.map((recipient) => wrapSealKey(sealKey, place, recipient, random));
  return { kind: 'epoch', epoch, wraps: [...before, ...wraps] };
}
