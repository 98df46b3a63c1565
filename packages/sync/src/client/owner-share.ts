import { err, ok, type Result } from '@psoas/kernel';
import { bytesToHex, type RandomBytes } from '../bytes/bytes.ts';
import type { SealedEvent } from '../entry/seal-entry.ts';
import { applyRecords } from '../feed/apply-record.ts';
import type { NewMember } from '../feed/write-records.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';
import { deriveLinkSecret, deriveMemberKeys, deriveShareSecret } from '../keys/member-keys.ts';
import { countedEntries, eventsOf, lastEntryOf } from '../merge/merge-entries.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import type { Replica } from '../replica/replica.ts';
import { createShare, deriveShareKeys, endShare } from '../share/create-share.ts';
import type { ShareLink } from '../share/share-link.ts';
import type { LoggedRead } from '../wire/records.ts';
import { deviceSecretOf, type RootIdentity } from './identity.ts';
import { enterFeed, readRecords, type FeedFault } from './own-feed.ts';
import { askReadLog, askRecord, type TalkParts } from './relay-port.ts';

/** A share of one's own, on a device with the root. */
export type OwnShare = { readonly identity: RootIdentity; readonly shareId: string };

/** The name of a new share: 16 random bytes as hexadecimal. */
export function createShareId(random: RandomBytes): string {
  return bytesToHex(random(16));
}

/** Begins a share at the relay. `expiresAtMillis`: 0 for no end. */
export async function openShare(
  parts: TalkParts,
  { identity, shareId }: OwnShare,
  expiresAtMillis: number,
): Promise<Result<ShareLink, FeedFault>> {
  const { root, deviceId } = identity;
  const input = { root, shareId, deviceId, deviceSecret: deviceSecretOf(identity), atMillis: parts.nowMillis(), expiresAtMillis };
  const made = createShare(input, parts.random);
  const keys = deriveShareKeys(root, shareId);
  // The reply feed first: a link that can be read can be answered.
  for (const [feed, records] of [[keys.reply, made.reply], [keys.share, made.share]] as const) {
    const posted = await askRecord(parts, { feedId: feed.feedId, signer: feed.owner }, records);
    if (!posted.ok) return posted;
  }
  return ok(made.link);
}

/** The link of a share again: it follows from the root. */
export function linkOfShare({ identity, shareId }: OwnShare): ShareLink {
  const { share, reply } = deriveShareKeys(identity.root, shareId);
  const linkSecret = deriveLinkSecret(deriveShareSecret(identity.root, shareId));
  return { shareFeedId: share.feedId, replyFeedId: reply.feedId, linkSecret };
}

/** Which of the two feeds of a share. */
export type ShareSide = 'share' | 'reply';

/**
 * Enters one of the two feeds of a share, as a device that writes what is shared, or reads what came back. A share that
 * was made under other words has other feeds, and its link goes on there: it is refused as `no-such-feed`, not begun anew.
 */
export function enterShare(parts: TalkParts, own: OwnShare, side: ShareSide): Promise<Result<Replica, FeedFault>> {
  const { identity } = own;
  const keys = keysOf(own, side);
  return enterFeed(parts, { keys, identity, guests: [linkMember(own, keys, side)], isBegun: true });
}

/** Who opened a share: when, by which key. Only the owner may ask. */
export function readsOfShare(parts: TalkParts, own: OwnShare, afterMillis = 0): Promise<Result<readonly LoggedRead[], FeedFault>> {
  const { feedId, owner } = keysOf(own, 'share');
  return askReadLog(parts, { feedId, signer: owner }, afterMillis);
}

/** Ends a share: link and guest are shut out of both feeds. What the guest had written until now stays readable here. */
export async function revokeShare(parts: TalkParts, own: OwnShare, reply: Replica): Promise<Result<true, FeedFault>> {
  const atMillis = parts.nowMillis();
  for (const side of ['share', 'reply'] as const) {
    const keys = keysOf(own, side);
    const records = await readRecords(parts, keys);
    if (!records.ok) return records;
    const feed = applyRecords(records.value ?? [], 0);
    if (!feed.ok) return err({ type: 'damaged-feed', problem: feed.error });
    const lastEntries = new Map([...feed.value.members.keys()].map((key) => [key, lastEntryOf(reply.entries, key)]));
    const ending = endShare(keys, feed.value, side === 'reply' ? lastEntries : new Map(), atMillis);
    if (ending.length === 0) continue;
    const posted = await askRecord(parts, { feedId: keys.feedId, signer: keys.owner }, ending);
    if (!posted.ok) return posted;
  }
  return ok(true);
}

/** Whether somebody has joined a share to answer: the moment of a link that was used first. */
export function hasGuest({ feed }: Replica): boolean {
  return [...feed.members.values()].some(({ invitedBy }) => invitedBy !== undefined);
}

/** The events that a feed holds, in their order. */
export function eventsOfReplica({ entries, feed }: Replica): readonly SealedEvent[] {
  return eventsOf(countedEntries(entries, feed));
}

function keysOf({ identity, shareId }: OwnShare, side: ShareSide): FeedKeys {
  return deriveShareKeys(identity.root, shareId)[side];
}

function linkMember(own: OwnShare, { feedId }: FeedKeys, side: ShareSide): NewMember {
  const { linkSecret } = linkOfShare(own);
  const rights = { read: true, write: false, invite: side === 'reply' };
  return { ...memberToRecipient(deriveMemberKeys(linkSecret, feedId)), rights, expiresAtMillis: 0 };
}
