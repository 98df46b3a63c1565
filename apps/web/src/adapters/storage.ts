import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { withAdditions } from '@psoas/exchange/diary-file';
import { err, isRecord, ok, type Result } from '@psoas/kernel';

/** Where the diary lies. Records are only ever added; what cannot be understood is given back as it is. */
export type DiaryStorage = {
  /** All records in the order they were added, damaged and newer ones among them. */
  readonly readAll: () => Promise<readonly unknown[]>;
  /** Names what is stored: another text as soon as a record was added or removed. Costs the same for any diary. */
  readonly revision: () => Promise<string>;
  /** Adds one record; done once it is safely on the disk. Adding the same id twice changes nothing. */
  readonly add: (record: { readonly id: string }) => Promise<void>;
  /**
   * Adds many records between those that are there, all of them or none. `choose` sees what is there at that moment;
   * each new one stands before the record that now has the place `before`. Gives back what was added.
   */
  readonly addMany: (choose: (current: readonly unknown[]) => readonly PlacedRecord[], onProgress?: (done: number, of: number) => void) => Promise<readonly PlacedRecord[]>;
  /** Takes records away again, all of them or none; the order of the others stays. */
  readonly removeMany: (isGone: (record: unknown) => boolean) => Promise<void>;
  /** A discardable value under a name: a check under way, the place inside a session. */
  readonly readKept: (name: string) => Promise<unknown>;
  readonly writeKept: (name: string, value: unknown) => Promise<void>;
  readonly removeKept: (name: string) => Promise<void>;
  /** Empties and removes the database. */
  readonly erase: () => Promise<void>;
};

/** A new record, and the place before which it goes; the number of records stands for the end. */
export type PlacedRecord = { readonly value: unknown; readonly before: number };

/** Why the diary cannot be kept on this device. */
export type StorageProblem = 'unavailable' | 'newer-version' | 'closed-by-newer-version';

const databaseName = 'psoas';
const databaseVersion = 1;

/** What the adapter needs to know of its surroundings. */
export type StorageSurroundings = {
  /** Another tab asked for a newer database: this one has let go and must be reloaded. */
  readonly onClosed: () => void;
};

/** The shape of the database. Whatever a record holds, it is kept. */
type DiaryDatabase = DBSchema & {
  readonly events: { readonly key: number; readonly value: unknown; readonly indexes: { readonly id: string } };
  readonly kept: { readonly key: string; readonly value: unknown };
};

/** Opens the database, and makes it where there is none. */
export async function openStorage({ onClosed }: StorageSurroundings): Promise<Result<DiaryStorage, StorageProblem>> {
  try {
    const database = await openDB<DiaryDatabase>(databaseName, databaseVersion, {
      upgrade: (fresh) => {
        fresh.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
        fresh.createObjectStore('kept');
      },
      // Another tab wants a newer database, or wants it gone: let go, so that it does not have to wait.
      blocking: (_current, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed();
      },
      terminated: onClosed,
    });
    return ok(storageOver(database));
  } catch (error) {
    return err(error instanceof DOMException && error.name === 'VersionError' ? 'newer-version' : 'unavailable');
  }
}

// Strict: the answer comes only when the record is on the disk, not in a buffer.
const strict = { durability: 'strict' } as const;

function storageOver(database: IDBPDatabase<DiaryDatabase>): DiaryStorage {
  return {
    readAll: () => database.getAll('events'),
    revision: async () => {
      const transaction = database.transaction('events');
      const [count, cursor] = await Promise.all([transaction.store.count(), transaction.store.openKeyCursor(null, 'prev')]);
      return revisionOf(count, cursor?.key ?? 0);
    },
    add: async (record) => {
      const transaction = database.transaction('events', 'readwrite', strict);
      if ((await transaction.store.index('id').count(record.id)) === 0) await transaction.store.add(record);
      await transaction.done;
    },
    addMany: (choose, onProgress) => addBetween(database, choose, onProgress),
    removeMany: async (isGone) => {
      const transaction = database.transaction('events', 'readwrite', strict);
      const [records, keys] = await Promise.all([transaction.store.getAll(), transaction.store.getAllKeys()]);
      const gone = keys.filter((_, index) => isGone(records[index]));
      await Promise.all([...gone.map((key) => transaction.store.delete(key)), transaction.done]);
    },
    readKept: (name) => database.get('kept', name),
    writeKept: async (name, value) => {
      const transaction = database.transaction('kept', 'readwrite', strict);
      await Promise.all([transaction.store.put(value, name), transaction.done]);
    },
    removeKept: (name) => database.delete('kept', name),
    erase: async () => {
      // Emptied first: even if another tab holds on to the database, nothing is left in it.
      await Promise.all([database.clear('events'), database.clear('kept')]);
      database.close();
      // A tab that is slow to let go delays the deletion; it follows as soon as that tab has.
      await Promise.race([deleteDB(databaseName), new Promise<void>((resolve) => setTimeout(resolve, 1000))]);
    },
  };
}

// Keys are given upwards and never again, so that the count and the last key tell any two contents apart.
function revisionOf(count: number, lastKey: number): string {
  return `${count}/${lastKey}`;
}

/** So many records between two words about how far it is. */
const progressEvery = 500;

// Keys only grow, so what stands behind the first new record is written once more behind it, in one transaction.
async function addBetween(
  database: IDBPDatabase<DiaryDatabase>,
  choose: Parameters<DiaryStorage['addMany']>[0],
  onProgress: Parameters<DiaryStorage['addMany']>[1],
): Promise<readonly PlacedRecord[]> {
  const transaction = database.transaction('events', 'readwrite', strict);
  // An error in one of the writes comes out of the transaction as a whole.
  transaction.done.catch(() => undefined);
  try {
    const [current, keys] = await Promise.all([transaction.store.getAll(), transaction.store.getAllKeys()]);
    const additions = choose(current);
    const from = additions[0]?.before ?? current.length;
    const firstMoved = keys[from];
    if (firstMoved !== undefined) await transaction.store.delete(IDBKeyRange.lowerBound(firstMoved));
    const tail = withAdditions(current.slice(from), additions.map(({ value, before }) => ({ value, before: before - from })));
    for (let done = 0; done < tail.length; done += progressEvery) {
      await Promise.all(tail.slice(done, done + progressEvery).map((record) => transaction.store.add(record)));
      onProgress?.(Math.min(done + progressEvery, tail.length), tail.length);
    }
    await transaction.done;
    return additions;
  } catch (error) {
    abortIfOpen(transaction);
    throw error;
  }
}

function abortIfOpen(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with the same error.
  }
}

/** A diary for as long as the page is open, where the browser keeps nothing for us. */
export function createMemoryStorage(): DiaryStorage {
  let records: readonly unknown[] = [];
  let changes = 0;
  const setRecords = (next: readonly unknown[]): void => {
    records = next;
    changes += 1;
  };
  const kept = new Map<string, unknown>();
  return {
    readAll: () => Promise.resolve(records),
    revision: () => Promise.resolve(revisionOf(records.length, changes)),
    add: (record) => {
      if (!records.some((one) => isRecord(one) && one['id'] === record.id)) setRecords([...records, record]);
      return Promise.resolve();
    },
    addMany: (choose) => {
      const additions = choose(records);
      setRecords(withAdditions(records, additions));
      return Promise.resolve(additions);
    },
    removeMany: (isGone) => {
      setRecords(records.filter((record) => !isGone(record)));
      return Promise.resolve();
    },
    readKept: (name) => Promise.resolve(kept.get(name)),
    writeKept: (name, value) => Promise.resolve(void kept.set(name, value)),
    removeKept: (name) => Promise.resolve(void kept.delete(name)),
    erase: () => {
      records = [];
      kept.clear();
      return Promise.resolve();
    },
  };
}
