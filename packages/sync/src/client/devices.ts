import { ok, type Result } from '@psoas/kernel';
import { devicesOf } from '../feed/devices.ts';
import { addMember, rotateKeys, writeRecords } from '../feed/write-records.ts';
import type { DeviceLink } from '../keys/device-link.ts';
import { createDeviceId, deriveDeviceSecret, deriveMemberKeys } from '../keys/member-keys.ts';
import { lastEntryOf } from '../merge/merge-entries.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import type { Replica } from '../replica/replica.ts';
import { readReceipt, type Receipt } from '../request/receipt.ts';
import type { RootIdentity } from './identity.ts';
import { memberOf, openReplica, recipientsOf, toDeviceMember, type FeedFault } from './own-feed.ts';
import { askPull, askRecord, type TalkParts } from './relay-port.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';

/** The diary's feed as a device with the root holds it. */
export type OwnReplica = { readonly identity: RootIdentity; readonly keys: FeedKeys; readonly replica: Replica };

/** Makes room for a new device and gives what it has to be told (Y-32). The replica should have been synced just before. */
export async function inviteDevice(parts: TalkParts, own: OwnReplica): Promise<Result<DeviceLink, FeedFault>> {
  const { identity, keys, replica } = own;
  const deviceId = createDeviceId(parts.random);
  const addition = {
    keys,
    feed: replica.feed,
    member: toDeviceMember(memberOf(identity.root, deviceId, keys.feedId), deviceId),
    recipients: recipientsOf(replica.feed, { keys, identity }),
    atMillis: parts.nowMillis(),
  };
  const posted = await askRecord(parts, ownerOf(keys), addMember(addition, parts.random));
  if (!posted.ok) return posted;
  return ok({ deviceId, deviceSecret: deriveDeviceSecret(identity.root, deviceId), feedId: keys.feedId });
}

/** Enters the diary's feed as a linked device: with what another device showed. */
export async function enterAsLinked(parts: TalkParts, link: DeviceLink): Promise<Result<Replica, FeedFault>> {
  const member = deriveMemberKeys(link.deviceSecret, link.feedId);
  const answer = await askPull(parts, { feedId: link.feedId, signer: member.signing }, { after: 0, recordsAfter: 0, limit: 1 });
  return answer.ok ? openReplica(member, answer.value.records) : answer;
}

/** The ids of all devices that read and write, this one first. */
export function deviceIdsOf({ identity, keys, replica }: OwnReplica): readonly string[] {
  const others = devicesOf(replica.feed, keys, identity.root).map(({ deviceId }) => deviceId);
  return [identity.deviceId, ...others.filter((id) => id !== identity.deviceId)];
}

/**
 * Shuts a device out: it reads and writes nothing new, and a new sealing key goes to all others (SPEC.md, "Rotation,
 * and a lost device"). What it had sent until now counts.
 */
export async function removeDevice(parts: TalkParts, own: OwnReplica, deviceId: string): Promise<Result<number, FeedFault>> {
  const { identity, keys, replica } = own;
  const lost = memberOf(identity.root, deviceId, keys.feedId).signing.publicKey;
  const remaining = devicesOf(replica.feed, keys, identity.root).filter((device) => device.deviceId !== deviceId);
  const rotation = {
    keys,
    feed: replica.feed,
    lost: { memberKey: lost, lastEntry: lastEntryOf(replica.entries, lost) },
    recipients: remaining.map(({ member }) => memberToRecipient(member)),
    atMillis: parts.nowMillis(),
  };
  const posted = await askRecord(parts, ownerOf(keys), rotateKeys(rotation, parts.random));
  return posted.ok ? ok(posted.value.count) : posted;
}

/** What an erase came to. The receipt is missing where it is not signed by the relay's key. */
export type Erased = { readonly feedId: string; readonly receipt?: Receipt; readonly receiptBytes?: Uint8Array };

/** [Y-17] Empties a feed for ever. Asked again, the relay answers the same. */
export async function eraseFeed(
  parts: TalkParts,
  keys: Pick<FeedKeys, 'feedId' | 'owner'>,
  { feed, relayKey }: { readonly feed: Replica['feed']; readonly relayKey: string },
): Promise<Result<Erased, FeedFault>> {
  const records = feed.isErased ? [] : writeRecords(keys, feed, [{ kind: 'erase' }], parts.nowMillis());
  const posted = await askRecord(parts, ownerOf(keys), records);
  if (!posted.ok) return posted;
  const bytes = posted.value.receipt;
  if (bytes === null) return ok({ feedId: keys.feedId });
  const receipt = readReceipt(bytes, relayKey);
  return ok({ feedId: keys.feedId, receiptBytes: bytes, ...(receipt.ok && { receipt: receipt.value }) });
}

function ownerOf({ feedId, owner }: Pick<FeedKeys, 'feedId' | 'owner'>): { readonly feedId: string; readonly signer: FeedKeys['owner'] } {
  return { feedId, signer: owner };
}
