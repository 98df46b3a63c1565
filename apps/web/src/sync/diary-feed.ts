import { ok, type Result } from '@psoas/kernel';
import type { Replica } from '@psoas/sync';
import { enterAsLinked, enterDiary, type DiaryFeed, type FeedFault, type SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import type { SyncSetup } from './identity-store.ts';

/** The diary's feed as this device holds it. What is lost or unreadable here is had again from the relay. */
export async function openDiaryFeed(storage: SyncStorage, setup: SyncSetup, parts: SyncParts): Promise<Result<DiaryFeed, FeedFault>> {
  const { identity, generation, feedId, earlierFeedIds } = setup;
  const replica = await storage.readReplica(feedId);
  const earlier: Replica[] = [];
  for (const id of earlierFeedIds) {
    const read = await storage.readReplica(id);
    if (read !== undefined) earlier.push(read);
  }
  if (replica !== undefined && earlier.length === earlierFeedIds.length) return ok({ generation, replica, earlier });
  if (identity.kind === 'root') return enterDiary(parts, identity);
  const entered = await enterAsLinked(parts, { ...identity, feedId });
  return entered.ok ? ok({ generation, replica: entered.value, earlier }) : entered;
}

/** Keeps the diary's feed, and gives the setup that finds it again. */
export async function keepDiaryFeed(storage: SyncStorage, setup: SyncSetup, { generation, replica, earlier }: DiaryFeed): Promise<SyncSetup> {
  for (const each of [...earlier, replica]) await storage.writeReplica(each);
  return { ...setup, generation, feedId: replica.feed.feedId, earlierFeedIds: earlier.map(({ feed }) => feed.feedId) };
}
