import { foldDiary } from '@psoas/core/diary';
import { exchangeDiary, type RootIdentity, type SyncParts } from '@psoas/sync/client';
import { keepDiaryFeed, openDiaryFeed } from './diary-feed.ts';
import { createEntryTasks } from './entry-tasks.ts';
import { createIdentityStore } from './identity-store.ts';
import { createOwnerTasks } from './owner-tasks.ts';
import { feedIdOf } from './share-feed.ts';
import { removeShareMark } from './share-mark.ts';
import { talkWith, type SyncTaskParts } from './sync-task-parts.ts';
import type { Exchange, SyncTasks } from './sync-tasks.ts';

/** The tasks over storage and network. Each one that talks or writes holds the turn meanwhile. */
export function createSyncTasks(parts: SyncTaskParts): SyncTasks {
  const { storage, turn } = parts;
  const identities = createIdentityStore(storage);
  return {
    ...createEntryTasks(parts),
    ...createOwnerTasks(parts),
    role: async () => {
      const setup = await identities.read();
      return setup === undefined ? { kind: 'alone' } : { kind: setup.identity.kind, deviceId: setup.identity.deviceId, relay: setup.relay };
    },
    exchange: (onProgress) => turn(() => exchange(parts, onProgress)),
    forget: () =>
      turn(async () => {
        const setup = await identities.read();
        await identities.remove();
        if (setup === undefined) return;
        for (const feedId of [...setup.earlierFeedIds, setup.feedId]) await storage.removeReplica(feedId);
        if (setup.identity.kind === 'root') await forgetShares(parts, setup.identity);
      }),
  };
}

// What is held of a share's feeds holds their keys.
async function forgetShares({ storage, readDiary }: SyncTaskParts, identity: RootIdentity): Promise<void> {
  for (const { share } of foldDiary(await readDiary()).shares) {
    for (const side of ['share', 'reply'] as const) await storage.removeReplica(feedIdOf({ identity, shareId: share }, side));
    await removeShareMark(storage, share);
  }
}

const nothingExchanged: Exchange = { incoming: [], waitingCount: 0, keptCount: 0, refusedCount: 0 };

async function exchange(parts: SyncTaskParts, onProgress: Parameters<SyncTasks['exchange']>[0]): Promise<Exchange> {
  const { storage } = parts;
  const identities = createIdentityStore(storage);
  const setup = await identities.read();
  if (setup === undefined) return { ...nothingExchanged, fault: { type: 'not-set-up' } };
  const talking: SyncParts = {
    ...talkWith(parts, setup.relay),
    onStep: async (replica) => {
      await storage.writeReplica(replica);
      onProgress({ fetched: replica.entries.size, waiting: replica.waiting.filter(({ isStored }) => !isStored).length });
    },
  };
  const opened = await openDiaryFeed(storage, setup, talking);
  const records = await parts.readDiary();
  if (!opened.ok) return { ...nothingExchanged, waitingCount: records.length, fault: opened.error };
  const { diary, incoming, kept, reports, fault } = await exchangeDiary(setup.identity, opened.value, records, talking);
  await identities.write(await keepDiaryFeed(storage, setup, diary));
  return {
    incoming,
    // Where the relay was never asked, nothing was sealed, and all of it waits.
    waitingCount: fault !== undefined && diary.replica.cursor === 0 ? records.length : diary.replica.waiting.filter(({ isStored }) => !isStored).length,
    keptCount: kept.refused.length + kept.withoutId,
    refusedCount: reports.filter(({ part }) => part !== 'feed').length,
    ...(fault !== undefined && { fault }),
  };
}
