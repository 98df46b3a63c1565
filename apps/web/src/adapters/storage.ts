import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { err, ok, type Result } from '@psoas/kernel';

/** Where the diary lies. Records are only ever added; what cannot be understood is given back as it is. */
export type DiaryStorage = {
  /** All records in the order they were added, damaged and newer ones among them. */
  readonly readAll: () => Promise<readonly unknown[]>;
  /** Adds one record; done once it is safely on the disk. Adding the same id twice changes nothing. */
  readonly add: (record: { readonly id: string }) => Promise<void>;
  /** A discardable value under a name: a check under way, the place inside a session. */
  readonly readKept: (name: string) => Promise<unknown>;
  readonly writeKept: (name: string, value: unknown) => Promise<void>;
  readonly removeKept: (name: string) => Promise<void>;
  /** Empties and removes the database. */
  readonly erase: () => Promise<void>;
};

/** Why the diary cannot be kept on this device. */
export type StorageProblem = 'unavailable' | 'newer-version' | 'closed-by-newer-version';

export const databaseName = 'psoas';
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
    add: async (record) => {
      const transaction = database.transaction('events', 'readwrite', strict);
      if ((await transaction.store.index('id').count(record.id)) === 0) await transaction.store.add(record);
      await transaction.done;
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

/** A diary for as long as the page is open, where the browser keeps nothing for us. */
export function createMemoryStorage(): DiaryStorage {
  const records: { readonly id: string }[] = [];
  const kept = new Map<string, unknown>();
  return {
    readAll: () => Promise.resolve([...records]),
    add: (record) => {
      if (!records.some(({ id }) => id === record.id)) records.push(record);
      return Promise.resolve();
    },
    readKept: (name) => Promise.resolve(kept.get(name)),
    writeKept: (name, value) => Promise.resolve(void kept.set(name, value)),
    removeKept: (name) => Promise.resolve(void kept.delete(name)),
    erase: () => {
      records.length = 0;
      kept.clear();
      return Promise.resolve();
    },
  };
}
