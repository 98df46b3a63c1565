import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { isRecord } from '@psoas/kernel';
import type { OpenEntry, Replica } from '@psoas/sync';

/**
 * Where this device keeps what it holds of feeds, apart from the diary. All of it can be had again from the diary and a
 * relay, but for who this device is. Whoever writes holds the lock of `sync-turn.ts`.
 */
export type SyncStorage = {
  /** Who this device is, and other single values. */
  readonly readKept: (name: string) => Promise<unknown>;
  readonly writeKept: (name: string, value: unknown) => Promise<void>;
  readonly removeKept: (name: string) => Promise<void>;
  /** What this device holds of a feed; undefined where it holds nothing, or nothing that this version can read. */
  readonly readReplica: (feedId: string) => Promise<Replica | undefined>;
  /** Keeps a replica. Of its entries only those are written that have changed since it was last read or written. */
  readonly writeReplica: (replica: Replica) => Promise<void>;
  readonly removeReplica: (feedId: string) => Promise<void>;
};

const databaseName = 'psoas-sync';
const databaseVersion = 1;
const replicaVersion = 1;

/** All of a replica but what grows with the diary. */
type ReplicaRecord = Omit<Replica, 'entries' | 'waiting'> & {
  readonly version: typeof replicaVersion;
  /** Another number with each writing: tells whether somebody else has written since. */
  readonly writing: number;
  /** Ids of own entries on their way, in their order; the relay has confirmed those that are stored. */
  readonly waiting: readonly { readonly id: string; readonly isStored: boolean }[];
};

/** An entry as it is kept: the event once, as its text. */
type EntryRecord = Omit<OpenEntry, 'event'>;
type WaitingRecord = { readonly bytes: Uint8Array; readonly epoch: number };
type EntryKey = [feedId: string, id: string];

type SyncDatabase = DBSchema & {
  readonly kept: { readonly key: string; readonly value: unknown };
  readonly replicas: { readonly key: string; readonly value: ReplicaRecord };
  readonly entries: { readonly key: EntryKey; readonly value: EntryRecord };
  readonly waiting: { readonly key: EntryKey; readonly value: WaitingRecord };
};

type Written = { readonly replica: Replica; readonly writing: number };

/** Opens the database, and makes it where there is none. Rejects where the browser keeps nothing for us. */
export async function openSyncStorage(): Promise<SyncStorage> {
  const database = await openDB<SyncDatabase>(databaseName, databaseVersion, {
    upgrade: (fresh) => {
      fresh.createObjectStore('kept');
      fresh.createObjectStore('replicas');
      fresh.createObjectStore('entries');
      fresh.createObjectStore('waiting');
    },
    // Another tab wants it gone or newer: it must not have to wait.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  // What was last read or written, so that a long replica is neither read nor written as a whole each time.
  const known = new Map<string, Written>();
  return {
    readKept: (name) => database.get('kept', name),
    writeKept: async (name, value) => {
      const transaction = database.transaction('kept', 'readwrite', strict);
      await Promise.all([transaction.store.put(value, name), transaction.done]);
    },
    removeKept: (name) => database.delete('kept', name),
    readReplica: async (feedId) => {
      const read = await readReplica(database, feedId, known.get(feedId));
      if (read === undefined) known.delete(feedId);
      else known.set(feedId, read);
      return read?.replica;
    },
    writeReplica: async (replica) => {
      const { feedId } = replica.feed;
      known.set(feedId, await writeReplica(database, replica, known.get(feedId)));
    },
    removeReplica: async (feedId) => {
      known.delete(feedId);
      const transaction = database.transaction(['replicas', 'entries', 'waiting'], 'readwrite', strict);
      await Promise.all([...clearReplica(transaction, feedId), transaction.done]);
    },
  };
}

// The chain of own entries hangs on what was written last, so it has to be on the disk.
const strict = { durability: 'strict' } as const;

type Writing = IDBPTransaction<SyncDatabase, ('replicas' | 'entries' | 'waiting')[], 'readwrite'>;

async function readReplica(database: IDBPDatabase<SyncDatabase>, feedId: string, known: Written | undefined): Promise<Written | undefined> {
  const transaction = database.transaction(['replicas', 'entries', 'waiting']);
  const record = await transaction.objectStore('replicas').get(feedId);
  if (record === undefined || record.version !== replicaVersion) return undefined;
  const { version: _version, writing, waiting: row, ...rest } = record;
  if (known?.writing === writing) return known;
  const rows = await transaction.objectStore('entries').getAll(rangeOf(feedId));
  const entries = new Map(rows.map((entry) => [entry.id, withEvent(entry)] as const));
  const waiting = await Promise.all(
    row.map(async ({ id, isStored }) => {
      const sealed = await transaction.objectStore('waiting').get([feedId, id]);
      const entry = entries.get(id);
      return sealed === undefined || entry === undefined ? undefined : { entry, ...sealed, isStored };
    }),
  );
  const whole = waiting.filter((each) => each !== undefined);
  // A gap in what waits would break the chain of own entries.
  return whole.length === row.length ? { replica: { ...rest, entries, waiting: whole }, writing } : undefined;
}

async function writeReplica(database: IDBPDatabase<SyncDatabase>, replica: Replica, known: Written | undefined): Promise<Written> {
  const { entries: _entries, waiting, ...rest } = replica;
  const { feedId } = replica.feed;
  const transaction: Writing = database.transaction(['replicas', 'entries', 'waiting'], 'readwrite', strict);
  const found = await transaction.objectStore('replicas').get(feedId);
  const before = known !== undefined && found?.writing === known.writing ? known.replica : undefined;
  if (known !== undefined && before === replica) return known;
  const writing = (found?.writing ?? 0) + 1;
  const row = waiting.map(({ entry, isStored }) => ({ id: entry.id, isStored }));
  await Promise.all([
    ...(before === undefined ? clearReplica(transaction, feedId) : []),
    ...writeEntries(transaction, replica, before?.entries),
    ...writeWaiting(transaction, replica, before?.waiting),
    transaction.objectStore('replicas').put({ ...rest, version: replicaVersion, writing, waiting: row }, feedId),
    transaction.done,
  ]);
  return { replica, writing };
}

function writeEntries(transaction: Writing, { entries, feed }: Replica, before: Replica['entries'] | undefined): readonly Promise<unknown>[] {
  if (entries === before) return [];
  const store = transaction.objectStore('entries');
  const fresh = [...entries.values()].filter(({ id }) => before?.has(id) !== true);
  const gone = [...(before?.keys() ?? [])].filter((id) => !entries.has(id));
  return [
    ...fresh.map(({ event: _event, ...entry }) => store.put(entry, [feed.feedId, entry.id])),
    ...gone.map((id) => store.delete([feed.feedId, id])),
  ];
}

function writeWaiting(transaction: Writing, { waiting, feed }: Replica, before: Replica['waiting'] = []): readonly Promise<unknown>[] {
  const store = transaction.objectStore('waiting');
  const now = new Set(waiting.map(({ entry }) => entry.id));
  const then = new Set(before.map(({ entry }) => entry.id));
  return [
    ...waiting.filter(({ entry }) => !then.has(entry.id)).map(({ entry, bytes, epoch }) => store.put({ bytes, epoch }, [feed.feedId, entry.id])),
    ...[...then].filter((id) => !now.has(id)).map((id) => store.delete([feed.feedId, id])),
  ];
}

function clearReplica(transaction: Writing, feedId: string): readonly Promise<unknown>[] {
  const range = rangeOf(feedId);
  return [
    transaction.objectStore('replicas').delete(feedId),
    transaction.objectStore('entries').delete(range),
    transaction.objectStore('waiting').delete(range),
  ];
}

// Ids are hexadecimal, so all of them lie before a letter of no number.
function rangeOf(feedId: string): IDBKeyRange {
  return IDBKeyRange.bound([feedId, ''], [feedId, 'g']);
}

function withEvent(entry: EntryRecord): OpenEntry {
  const event: unknown = JSON.parse(entry.text);
  const id = isRecord(event) ? event['id'] : undefined;
  if (!isRecord(event) || typeof id !== 'string') throw new Error(`a kept entry holds no event: ${entry.id}`);
  return { ...entry, event: { ...event, id } };
}
