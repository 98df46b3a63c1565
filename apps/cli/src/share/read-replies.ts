import { ok, type Result } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import type { Replies } from '@psoas/core/sharing';
import type { FeedFault } from '@psoas/sync/client';
import { repliesIn } from './push-all.ts';
import type { ShareDesk } from './share-desk.ts';
import { openShareFeed } from './share-feed.ts';

/** A share with what its guest wrote. */
export type ShareReplies = { readonly made: MadeShare; readonly replies: Replies };

/**
 * Reads the replies of shares, one after the other; the first fault ends it. Among several, a share of other words is
 * passed by: it must not stand in the way of the others.
 */
export async function readReplies(desk: ShareDesk, shares: readonly MadeShare[]): Promise<Result<readonly ShareReplies[], FeedFault>> {
  const read: ShareReplies[] = [];
  for (const made of shares) {
    const feed = await openShareFeed(desk, made.share, 'reply');
    if (!feed.ok && shares.length > 1 && feed.error.type === 'refused' && feed.error.refused === 'no-such-feed') continue;
    if (!feed.ok) return feed;
    read.push({ made, replies: repliesIn(feed.value, made, desk.state) });
  }
  return ok(read);
}
