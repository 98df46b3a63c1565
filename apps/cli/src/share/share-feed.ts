import { ok, type Result } from '@psoas/kernel';
import type { Replica } from '@psoas/sync';
import { deriveMemberKeys, deriveShareKeys } from '@psoas/sync';
import { deviceSecretOf, enterShare, syncReplica, type FeedFault, type ShareSide } from '@psoas/sync/client';
import { partsOf } from '../sync/sync-desk.ts';
import type { ShareDesk } from './share-desk.ts';

/** What is needed of it here. */
type FeedDesk = Pick<ShareDesk, 'root' | 'store' | 'own' | 'io'>;

/** One of the two feeds of a share as this device holds it, with what is new at the relay. */
export async function openShareFeed(desk: FeedDesk, shareId: string, side: ShareSide): Promise<Result<Replica, FeedFault>> {
  const { root: identity, store, own } = desk;
  const parts = partsOf(desk, own.relay);
  const { feedId } = deriveShareKeys(identity.root, shareId)[side];
  const kept = await store.load(deriveMemberKeys(deviceSecretOf(identity), feedId));
  const entered = kept === undefined ? await enterShare(parts, { identity, shareId }, side) : ok(kept);
  if (!entered.ok) return entered;
  const { replica, fault } = await syncReplica(entered.value, parts);
  return fault === undefined ? ok(replica) : { ok: false, error: fault };
}
