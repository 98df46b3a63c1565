import { ok, type Result } from '@psoas/kernel';
import { deriveShareKeys, type Replica } from '@psoas/sync';
import { enterShare, type FeedFault, type OwnShare, type ShareSide, type SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';

/** One of the two feeds of a share as this device holds it; what it does not hold it enters at the relay. */
export async function openShareFeed(storage: SyncStorage, parts: SyncParts, own: OwnShare, side: ShareSide): Promise<Result<Replica, FeedFault>> {
  const held = await storage.readReplica(feedIdOf(own, side));
  return held === undefined ? enterShare(parts, own, side) : ok(held);
}

/** The id of one of the two feeds of a share. */
export function feedIdOf({ identity, shareId }: OwnShare, side: ShareSide): string {
  return deriveShareKeys(identity.root, shareId)[side].feedId;
}
