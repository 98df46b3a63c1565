import { err, ok, type Result } from '@psoas/kernel';
import { deriveMemberKeys, type Replica } from '@psoas/sync';
import {
  deviceSecretOf,
  enterAsLinked,
  enterDiary,
  syncDiary,
  type DiaryFeed,
  type FeedFault,
  type SyncParts,
} from '@psoas/sync/client';
import type { SyncFiles } from '../adapters/sync-folder.ts';
import type { KeptIdentity } from './kept-identity.ts';
import { lookAtReplica, type ReplicaStore } from './replica-store.ts';

/** The diary's feeds as they are kept here, from the first on; undefined where the first is not. */
export async function loadDiaryFeed(
  { identity, firstFeedId }: KeptIdentity,
  load: ReplicaStore['load'],
): Promise<DiaryFeed | undefined> {
  const secret = deviceSecretOf(identity);
  const replicas: Replica[] = [];
  let feedId: string | undefined = firstFeedId;
  while (feedId !== undefined) {
    const replica: Replica | undefined = await load(deriveMemberKeys(secret, feedId));
    if (replica === undefined) break;
    replicas.push(replica);
    feedId = replica.feed.successor?.next;
  }
  const replica = replicas.pop();
  return replica && { generation: replicas.length, replica, earlier: replicas };
}

/** The same, without being able to write. */
export function lookAtDiaryFeed(own: KeptIdentity, files: Pick<SyncFiles, 'read'>): Promise<DiaryFeed | undefined> {
  return loadDiaryFeed(own, (member) => lookAtReplica(files, member));
}

/**
 * Enters the diary's feed at the relay, and reads it once before anything is written: what lies there already is not
 * sent a second time.
 */
export async function enterAnew(own: KeptIdentity, parts: SyncParts): Promise<Result<DiaryFeed, FeedFault>> {
  const entered = own.identity.kind === 'root' ? await enterDiary(parts, own.identity) : await enterLinked(own, parts);
  if (!entered.ok) return entered;
  for (const replica of [...entered.value.earlier, entered.value.replica]) await parts.onStep(replica);
  const read = await syncDiary(own.identity, entered.value, parts);
  return read.fault === undefined ? ok(read.diary) : err(read.fault);
}

async function enterLinked(
  { identity, firstFeedId }: KeptIdentity,
  parts: SyncParts,
): Promise<Result<DiaryFeed, FeedFault>> {
  const { deviceId } = identity;
  const entered = await enterAsLinked(parts, { deviceId, deviceSecret: deviceSecretOf(identity), feedId: firstFeedId });
  return entered.ok ? ok({ generation: 0, replica: entered.value, earlier: [] }) : entered;
}
