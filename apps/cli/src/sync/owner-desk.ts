import { err, ok, type Result } from '@psoas/kernel';
import { diaryKeys, syncDiary, type DiaryFeed, type OwnReplica, type RootIdentity } from '@psoas/sync/client';
import type { ExitCode } from '../io.ts';
import { enterAnew, loadDiaryFeed } from './diary-feed.ts';
import { partsOf, sayFault, type SyncDesk } from './sync-desk.ts';

/** The diary's feed as a device with the root holds it, just synced. */
export type OwnerFeed = { readonly feed: DiaryFeed; readonly owned: OwnReplica };

/** Who may add and remove devices; undefined on a linked device. */
export function rootOf({ own: { identity } }: SyncDesk): RootIdentity | undefined {
  return identity.kind === 'root' ? identity : undefined;
}

/** Syncs the feed, so that what is decided now is decided on its newest state. A fault has been said. */
export async function freshFeed(desk: SyncDesk, identity: RootIdentity): Promise<Result<OwnerFeed, ExitCode>> {
  const { own, store, io } = desk;
  const parts = partsOf(desk, own.relay);
  const kept = await loadDiaryFeed(own, store.load);
  const start = kept === undefined ? await enterAnew(own, parts) : ok(kept);
  if (!start.ok) return err(await sayFault(io, start.error, own.relay));
  const { diary: feed, fault } = await syncDiary(identity, start.value, parts);
  if (fault !== undefined) return err(await sayFault(io, fault, own.relay));
  return ok({ feed, owned: ownedIn(identity, feed) });
}

function ownedIn(identity: RootIdentity, { generation, replica }: DiaryFeed): OwnReplica {
  return { identity, keys: diaryKeys(identity.root, generation), replica };
}
