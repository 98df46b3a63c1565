import { err, ok, type Result } from '@psoas/kernel';
import { deriveShareKeys } from '@psoas/sync';
import { eraseFeed, syncReplica, type OwnShare, type SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import { toErasedFeed } from './erase-feeds.ts';
import { feedIdOf, openShareFeed } from './share-feed.ts';
import { writeShareMark } from './share-mark.ts';
import type { SyncFault } from './sync-fault.ts';
import type { ErasedFeed } from './sync-tasks.ts';

type Erasing = {
  readonly storage: SyncStorage;
  readonly talking: SyncParts;
  readonly own: OwnShare;
  /** The key with which the relay signs receipts. */
  readonly relayKey: string;
};

/** [Y-17] [SH-22] Empties both feeds of a share for ever; one that was emptied before is passed by. */
export async function eraseShare({ storage, talking, own, relayKey }: Erasing): Promise<Result<readonly ErasedFeed[], SyncFault>> {
  const erased: ErasedFeed[] = [];
  const keys = deriveShareKeys(own.identity.root, own.shareId);
  for (const side of ['share', 'reply'] as const) {
    const opened = await openShareFeed(storage, talking, own, side);
    if (!opened.ok && opened.error.type === 'erased') continue;
    if (!opened.ok) return opened;
    const { replica, fault } = await syncReplica({ ...opened.value, waiting: [] }, talking);
    if (fault !== undefined) return err(fault);
    const done = await eraseFeed(talking, keys[side], { feed: replica.feed, relayKey });
    if (!done.ok) return done;
    erased.push(toErasedFeed(done.value, relayKey));
  }
  await storage.removeReplica(feedIdOf(own, 'share'));
  await writeShareMark(storage, own.shareId, { isEmptied: true });
  return ok(erased);
}
