import { err, ok, type Result } from '@psoas/kernel';
import { applyRecords } from '../feed/apply-record.ts';
import { learnSealKeys } from '../feed/learn-keys.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { createReplica, type Replica } from '../replica/replica.ts';
import { joinReply } from '../share/create-share.ts';
import type { ShareLink } from '../share/share-link.ts';
import { openReplica, type FeedFault } from './own-feed.ts';
import { askPull, askRecord, type TalkParts } from './relay-port.ts';

/** Opens what is shared, as whoever holds the link. It can be read, and not written. */
export async function enterSharedFeed(parts: TalkParts, { shareFeedId, linkSecret }: ShareLink): Promise<Result<Replica, FeedFault>> {
  const member = deriveMemberKeys(linkSecret, shareFeedId);
  const answer = await askPull(parts, { feedId: shareFeedId, signer: member.signing }, { after: 0, recordsAfter: 0, limit: 1 });
  return answer.ok ? openReplica(member, answer.value.records) : answer;
}

/**
 * [Y-18] Opens the reply feed with the guest's own secret, and joins where that has not been done. The first guest of
 * a link is its only one: a second one is refused as `already-joined`.
 */
export async function enterReplyFeed(
  parts: TalkParts,
  link: ShareLink,
  guestSecret: Uint8Array,
): Promise<Result<Replica, FeedFault>> {
  const feedId = link.replyFeedId;
  const linked = deriveMemberKeys(link.linkSecret, feedId);
  const answer = await askPull(parts, { feedId, signer: linked.signing }, { after: 0, recordsAfter: 0, limit: 1 });
  if (!answer.ok) return answer;
  const state = applyRecords(answer.value.records, 0);
  if (!state.ok) return err({ type: 'damaged-feed', problem: state.error });
  const guest = deriveMemberKeys(guestSecret, feedId);
  const joining = state.value.members.has(guest.signing.publicKey)
    ? []
    : [joinReply(link, state.value, guestSecret, parts.nowMillis())];
  if (joining.length > 0) {
    const posted = await askRecord(parts, { feedId, signer: linked.signing }, joining);
    if (!posted.ok) return posted;
  }
  // Sealing keys go to the link; a guest has them by holding it.
  const known = learnSealKeys(state.value, linked);
  const replica = createReplica(guest, [...answer.value.records, ...joining], known);
  return replica.ok ? ok(replica.value) : err({ type: 'damaged-feed', problem: replica.error });
}
