import type { MemberKeys, Replica } from '@psoas/sync';
import type { SyncFiles } from '../adapters/sync-folder.ts';
import { emptyLog, headToText, linesFor, readReplica, type LogPlace } from './kept-replica.ts';

/** The replicas of this device, by the id of their feed: two files each, of which one only grows. */
export type ReplicaStore = {
  /** Undefined where none is kept, or what is kept is damaged. */
  readonly load: (member: MemberKeys, linkMember?: MemberKeys) => Promise<Replica | undefined>;
  readonly save: (replica: Replica) => Promise<void>;
  readonly remove: (feedId: string) => Promise<void>;
};

/** Opens the replicas that lie in a sync folder. */
export function openReplicaStore(files: SyncFiles): ReplicaStore {
  const logs = new Map<string, LogPlace>();
  return {
    load: async (member, linkMember) => {
      const loaded = await loadReplica(files, member, linkMember);
      logs.set(member.feedId, loaded?.log ?? emptyLog);
      return loaded?.replica;
    },
    // The log first: the head never speaks of lines that are not safe on the disk.
    save: async (replica) => {
      const { feedId } = replica.feed;
      const before = logs.get(feedId) ?? emptyLog;
      const lines = linesFor(replica, before);
      const text = lines.map((line) => `${line}\n`).join('');
      const bytes = text === '' ? before.bytes : await files.append(logName(feedId), text, before.bytes);
      await files.replace(headName(feedId), headToText(replica, bytes));
      logs.set(feedId, { ids: new Set(replica.entries.keys()), bytes });
    },
    remove: async (feedId) => {
      await files.remove(headName(feedId));
      await files.remove(logName(feedId));
      logs.delete(feedId);
    },
  };
}

/** Reads a replica without being able to write. */
export async function lookAtReplica(
  files: Pick<SyncFiles, 'read'>,
  member: MemberKeys,
): Promise<Replica | undefined> {
  return (await loadReplica(files, member))?.replica;
}

async function loadReplica(files: Pick<SyncFiles, 'read'>, member: MemberKeys, linkMember?: MemberKeys) {
  const head = await files.read(headName(member.feedId));
  const log = await files.read(logName(member.feedId));
  return head === undefined ? undefined : readReplica({ head, log: log ?? '' }, member, linkMember);
}

function headName(feedId: string): string {
  return `${feedId}.json`;
}

function logName(feedId: string): string {
  return `${feedId}.jsonl`;
}
