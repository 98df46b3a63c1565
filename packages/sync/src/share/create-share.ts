import { noId, type RandomBytes } from '../bytes/bytes.ts';
import { createFeed, writeRecords, type NewMember } from '../feed/write-records.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { deriveFeedKeys, type FeedKeys } from '../keys/feed-keys.ts';
import { deriveLinkSecret, deriveMemberKeys, deriveShareSecret } from '../keys/member-keys.ts';
import type { RootSecret } from '../keys/root-secret.ts';
import { noDevice, type RecordBody, type Rights } from '../record/record-body.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import type { ShareLink } from './share-link.ts';

/** What a new share needs. */
export type ShareInput = {
  readonly root: RootSecret;
  /** 16 random bytes as hexadecimal; kept in the owner's diary, so that every device can find the share. */
  readonly shareId: string;
  /** The owner's device that writes into it. */
  readonly deviceId: string;
  readonly deviceSecret: Uint8Array;
  readonly atMillis: number;
  /** When the share ends by itself; 0 for never. */
  readonly expiresAtMillis: number;
};

/** A new share: the first records of its two feeds, and its link. */
export type NewShare = {
  readonly share: readonly Uint8Array[];
  readonly reply: readonly Uint8Array[];
  readonly link: ShareLink;
};

/** The owner's keys of the two feeds of a share. */
export function deriveShareKeys(
  root: RootSecret,
  shareId: string,
): { readonly share: FeedKeys; readonly reply: FeedKeys } {
  const secret = deriveShareSecret(root, shareId);
  return {
    share: deriveFeedKeys(secret, { purpose: 'share', generation: 0 }),
    reply: deriveFeedKeys(secret, { purpose: 'reply', generation: 0 }),
  };
}

/** [Y-28] Makes a share. The device reads and writes; the link reads, and in the reply feed invites its guest. */
export function createShare(input: ShareInput, random: RandomBytes): NewShare {
  const { root, shareId, deviceId, deviceSecret, atMillis, expiresAtMillis } = input;
  const { share, reply } = deriveShareKeys(root, shareId);
  const linkSecret = deriveLinkSecret(deriveShareSecret(root, shareId));
  const device = (keys: FeedKeys): NewMember => ({
    ...memberToRecipient(deriveMemberKeys(deviceSecret, keys.feedId)),
    rights: { read: true, write: true, invite: false },
    deviceId,
    expiresAtMillis: 0,
  });
  const link = (keys: FeedKeys, rights: Rights): NewMember => ({
    ...memberToRecipient(deriveMemberKeys(linkSecret, keys.feedId)),
    rights,
    expiresAtMillis,
  });
  const reader = link(share, { read: true, write: false, invite: false });
  const inviting = link(reply, { read: true, write: false, invite: true });
  return {
    share: createFeed({ keys: share, members: [device(share), reader], atMillis }, random),
    reply: createFeed({ keys: reply, members: [device(reply), inviting], atMillis }, random),
    link: { shareFeedId: share.feedId, replyFeedId: reply.feedId, linkSecret },
  };
}

/** [Y-18] The record by which a guest who holds a link gets the right to answer, with a key of its own. */
export function joinReply(
  link: ShareLink,
  reply: FeedState,
  guestSecret: Uint8Array,
  atMillis: number,
): Uint8Array {
  const { feedId } = reply;
  const { signing: owner } = deriveMemberKeys(link.linkSecret, feedId);
  const guestKey = deriveMemberKeys(guestSecret, feedId).signing.publicKey;
  const [record = new Uint8Array(0)] = writeRecords(
    { feedId, owner },
    reply,
    [{ kind: 'join', guestKey }],
    atMillis,
  );
  return record;
}

/** What ends a share in one of its feeds: who is no device is revoked. What a guest wrote until `lastEntry` counts. */
export function endShare(
  keys: FeedKeys,
  feed: FeedState,
  lastEntryByMember: ReadonlyMap<string, string>,
  atMillis: number,
): readonly Uint8Array[] {
  const guests = [...feed.members.values()].filter(
    ({ device, revokedAfter }) => device === noDevice && revokedAfter === undefined,
  );
  const bodies = guests.map(({ key }): RecordBody => {
    return { kind: 'revoke', memberKey: key, lastEntry: lastEntryByMember.get(key) ?? noId };
  });
  return writeRecords(keys, feed, bodies, atMillis);
}
