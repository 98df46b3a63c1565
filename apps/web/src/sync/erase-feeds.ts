import { err, ok, type Result } from '@psoas/kernel';
import { bytesToBase64url, type RootSecret } from '@psoas/sync';
import { diaryKeys, eraseFeed, syncReplica, type DiaryFeed, type Erased, type SyncParts } from '@psoas/sync/client';
import type { SyncFault } from './sync-fault.ts';
import type { ErasedFeed } from './sync-tasks.ts';

type Erasing = {
  readonly root: RootSecret;
  readonly diary: DiaryFeed;
  /** The key with which the relay signs receipts. */
  readonly relayKey: string;
};

/** [Y-17] Empties every feed of the diary, the present one last: until then it shows where the others are. */
export async function eraseFeeds(parts: SyncParts, { root, diary, relayKey }: Erasing): Promise<Result<readonly ErasedFeed[], SyncFault>> {
  const erased: ErasedFeed[] = [];
  for (const [generation, replica] of [...diary.earlier, diary.replica].entries()) {
    // The chain goes on from its newest record, which another device may have written.
    const synced = await syncReplica({ ...replica, waiting: [] }, { ...parts, onStep: () => Promise.resolve() });
    if (synced.fault !== undefined) return err(synced.fault);
    const done = await eraseFeed(parts, diaryKeys(root, generation), { feed: synced.replica.feed, relayKey });
    if (!done.ok) return done;
    erased.push(toErasedFeed(done.value, relayKey));
  }
  return ok(erased);
}

/** What a relay said of one feed, as a screen shows it. */
export function toErasedFeed({ feedId, receipt, receiptBytes }: Erased, relayKey: string): ErasedFeed {
  const signed = receipt !== undefined && receiptBytes !== undefined && { receipt: { atMillis: receipt.atMillis, ...receipt.deleted, text: bytesToBase64url(receiptBytes) } };
  return { feedId, relayKey, ...signed };
}
