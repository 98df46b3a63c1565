import { err, ok, type Result } from '@psoas/kernel';
import { applyRecords } from '../feed/apply-record.ts';
import { devicesOf } from '../feed/devices.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { addMember, createFeed, type NewMember } from '../feed/write-records.ts';
import { deriveFeedKeys, type FeedKeys } from '../keys/feed-keys.ts';
import { deriveDeviceSecret, deriveMemberKeys, type MemberKeys } from '../keys/member-keys.ts';
import type { RootSecret } from '../keys/root-secret.ts';
import { memberToRecipient, type Recipient } from '../record/wrap-key.ts';
import { createReplica, type Replica } from '../replica/replica.ts';
import type { Refusal } from '../refusal.ts';
import { deviceSecretOf, type RootIdentity } from './identity.ts';
import { askPull, askRecord, isRefusal, type RelayFault, type TalkParts } from './relay-port.ts';

/** Why an own feed cannot be entered: the relay gave nothing, what it gave is no such feed, or the feed was erased. */
export type FeedFault = RelayFault | { readonly type: 'damaged-feed'; readonly problem: Refusal } | { readonly type: 'erased' };

/** An own feed to enter. */
export type OwnFeed = {
  readonly keys: FeedKeys;
  readonly identity: RootIdentity;
  /** Members besides devices, who keep their right to read when keys change: the link of a share. */
  readonly guests?: readonly NewMember[];
  /** It has been begun before: where the relay knows nothing of it, nothing is begun in its place. */
  readonly isBegun?: boolean;
};

/** The keys of a device in a feed. */
export function memberOf(root: RootSecret, deviceId: string, feedId: string): MemberKeys {
  return deriveMemberKeys(deriveDeviceSecret(root, deviceId), feedId);
}

/** A device that reads and writes. */
export function toDeviceMember(member: MemberKeys, deviceId: string): NewMember {
  const rights = { read: true, write: true, invite: false };
  return { ...memberToRecipient(member), rights, deviceId, expiresAtMillis: 0 };
}

/** All records of a feed, as its owner sees them; undefined where there is no such feed yet. */
export async function readRecords(
  parts: TalkParts,
  { feedId, owner }: Pick<FeedKeys, 'feedId' | 'owner'>,
): Promise<Result<readonly Uint8Array[] | undefined, RelayFault>> {
  const answer = await askPull(parts, { feedId, signer: owner }, { after: 0, recordsAfter: 0, limit: 1 });
  if (answer.ok) return ok(answer.value.records);
  return isRefusal(answer.error, 'no-such-feed') ? ok(undefined) : answer;
}

/** Whether a relay holds a diary of this root. Words that are right and of nobody lead to a feed that is not there. */
export async function hasDiary(parts: TalkParts, root: RootSecret): Promise<Result<boolean, RelayFault>> {
  const records = await readRecords(parts, diaryKeys(root, 0));
  return records.ok ? ok(records.value !== undefined) : records;
}

/**
 * Enters an own feed with the root: begins it where it is not there, and adds this device where it is no member yet.
 * Where another device was quicker with a record, it is asked once more (Y-11).
 */
export async function enterFeed(parts: TalkParts, own: OwnFeed): Promise<Result<Replica, FeedFault>> {
  const first = await tryToEnter(parts, own);
  return !first.ok && isFork(first.error) ? tryToEnter(parts, own) : first;
}

async function tryToEnter(parts: TalkParts, own: OwnFeed): Promise<Result<Replica, FeedFault>> {
  const { keys, identity } = own;
  const found = await readRecords(parts, keys);
  if (!found.ok) return found;
  if (found.value === undefined && own.isBegun === true) return err({ type: 'refused', refused: 'no-such-feed', status: 404 });
  const member = deriveMemberKeys(deviceSecretOf(identity), keys.feedId);
  const records = found.value ?? [];
  const state = found.value === undefined ? undefined : applyRecords(records, 0);
  if (state?.ok === false) return err({ type: 'damaged-feed', problem: state.error });
  if (state?.value.isErased === true) return err({ type: 'erased' });
  const fresh = recordsToEnter(parts, own, { state: state?.value, member });
  if (fresh.length > 0) {
    const posted = await askRecord(parts, { feedId: keys.feedId, signer: keys.owner }, fresh);
    if (!posted.ok) return posted;
  }
  return openReplica(member, [...records, ...fresh]);
}

function recordsToEnter(
  { nowMillis, random }: TalkParts,
  { keys, identity, guests = [] }: OwnFeed,
  { state, member }: { readonly state: FeedState | undefined; readonly member: MemberKeys },
): readonly Uint8Array[] {
  const device = toDeviceMember(member, identity.deviceId);
  const atMillis = nowMillis();
  if (state === undefined) return createFeed({ keys, members: [device, ...guests], atMillis }, random);
  if (state.successor !== undefined || state.members.has(member.signing.publicKey)) return [];
  const recipients = recipientsOf(state, { keys, identity, guests });
  return addMember({ keys, feed: state, member: device, recipients, atMillis }, random);
}

/** Everybody who gets the next sealing key of a feed: its devices, and guests who are not revoked. */
export function recipientsOf(feed: FeedState, { keys, identity, guests = [] }: OwnFeed): readonly Recipient[] {
  const isMember = ({ memberKey }: Recipient): boolean => {
    const member = feed.members.get(memberKey);
    return member !== undefined && member.revokedAfter === undefined;
  };
  return [...devicesOf(feed, keys, identity.root).map(({ member }) => memberToRecipient(member)), ...guests.filter(isMember)];
}

/** A replica from the records of a feed. */
export function openReplica(member: MemberKeys, records: readonly Uint8Array[]): Result<Replica, FeedFault> {
  const replica = createReplica(member, records);
  return replica.ok ? replica : err({ type: 'damaged-feed', problem: replica.error });
}

/** The owner's keys of a generation of the diary's feed. */
export function diaryKeys(root: RootSecret, generation: number): FeedKeys {
  return deriveFeedKeys(root, { purpose: 'diary', generation });
}

function isFork(fault: FeedFault): boolean {
  return fault.type === 'refused' && fault.status === 409;
}
