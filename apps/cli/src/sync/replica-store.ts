import type { MemberKeys, Replica } from '@psoas/sync';
import type { SyncFiles } from '../adapters/sync-folder.ts';
import { emptyLog, headToText, linesFor, readReplica, type LoadedReplica, type LogPlace } from './kept-replica.ts';

/** The replicas of this device, by the id of their feed: two files each, of which one only grows. */
export type ReplicaStore = {
  /** Undefined where none is kept, or what is kept is damaged. */
  readonly load: (member: MemberKeys) => Promise<Replica | undefined>;
  readonly save: (replica: Replica) => Promise<void>;
  readonly remove: (feedId: string) => Promise<void>;
};

/** Opens the replicas that lie in a sync folder. */
export function openReplicaStore(files: SyncFiles): ReplicaStore {
  const kept = new Map<string, KeptFiles>();
  return {
    load: async (member) => {
      const head = await files.read(headName(member.feedId));
      const loaded = await loadReplica(files, member, head);
      kept.set(member.feedId, { log: loaded?.log ?? emptyLog, head: loaded === undefined ? undefined : head });
      return loaded?.replica;
    },
    // The log first: the head never speaks of lines that are not safe on the disk. What did not change is not written.
    save: async (replica) => {
      const { feedId } = replica.feed;
      const { log, head: headBefore } = kept.get(feedId) ?? { log: emptyLog };
      const lines = linesFor(replica, log);
      const text = lines.map((line) => `${line}\n`).join('');
      const bytes = text === '' ? log.bytes : await files.append(logName(feedId), text, log.bytes);
      const head = headToText(replica, bytes);
      if (head !== headBefore) await files.replace(headName(feedId), head);
      kept.set(feedId, { log: text === '' ? log : { ids: new Set(replica.entries.keys()), bytes }, head });
    },
    remove: async (feedId) => {
      await files.remove(headName(feedId));
      await files.remove(logName(feedId));
      kept.delete(feedId);
    },
  };
}

/** Reads a replica without being able to write. */
export async function lookAtReplica(files: Pick<SyncFiles, 'read'>, member: MemberKeys): Promise<Replica | undefined> {
  const head = await files.read(headName(member.feedId));
  return (await loadReplica(files, member, head))?.replica;
}

// What the files of a feed hold; without a head nothing of them counts.
type KeptFiles = { readonly log: LogPlace; readonly head?: string | undefined };

async function loadReplica(
  files: Pick<SyncFiles, 'read'>,
  member: MemberKeys,
  head: string | undefined,
): Promise<LoadedReplica | undefined> {
  if (head === undefined) return undefined;
  const log = await files.read(logName(member.feedId));
  return readReplica({ head, log: log ?? '' }, member);
}

function headName(feedId: string): string {
  return `${feedId}.json`;
}

function logName(feedId: string): string {
  return `${feedId}.jsonl`;
}
