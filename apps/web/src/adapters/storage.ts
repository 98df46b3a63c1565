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
  /** Lets go of the database, so that it can be changed or erased. */
  readonly close: () => void;
  /** Empties and removes the database. */
  readonly erase: () => Promise<void>;
};

/** Why the diary cannot be kept on this device. */
export type StorageProblem = 'unavailable' | 'newer-version' | 'closed-by-newer-version';

export const databaseName = 'psoas';
const databaseVersion = 1;
const eventStore = 'events';
const keptStore = 'kept';

/** What the adapter needs to know of its surroundings. */
export type StorageSurroundings = {
  readonly factory: IDBFactory;
  /** Another tab asked for a newer database: this one has let go and must be reloaded. */
  readonly onClosed: () => void;
};

/** Opens the database, and makes it where there is none. */
export async function openStorage({ factory, onClosed }: StorageSurroundings): Promise<Result<DiaryStorage, StorageProblem>> {
  try {
    const database = await openDatabase(factory);
    database.onversionchange = () => {
      database.close();
      onClosed();
    };
    return ok(storageOver(database, factory));
  } catch (error) {
    return err(error instanceof DOMException && error.name === 'VersionError' ? 'newer-version' : 'unavailable');
  }
}

function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, databaseVersion);
    request.onupgradeneeded = () => {
      const events = request.result.createObjectStore(eventStore, { autoIncrement: true });
      events.createIndex('id', 'id', { unique: true });
      request.result.createObjectStore(keptStore);
    };
    // An open tab with an older version is told to let go; until it has, this waits.
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database did not open'));
  });
}

function storageOver(database: IDBDatabase, factory: IDBFactory): DiaryStorage {
  // Strict: the answer comes only when the record is on the disk, not in a buffer.
  const write = (store: string, change: (objects: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(store));
    return finished(transaction);
  };
  return {
    readAll: () => result(database.transaction(eventStore).objectStore(eventStore).getAll()),
    add: async (record) => {
      const known = await result(database.transaction(eventStore).objectStore(eventStore).index('id').count(record.id));
      if (known === 0) await write(eventStore, (objects) => void objects.add(record));
    },
    readKept: (name) => result<unknown>(database.transaction(keptStore).objectStore(keptStore).get(name)),
    writeKept: (name, value) => write(keptStore, (objects) => void objects.put(value, name)),
    removeKept: (name) => write(keptStore, (objects) => void objects.delete(name)),
    close: () => database.close(),
    erase: async () => {
      // Emptied first: even if another tab holds on to the database, nothing is left in it.
      await write(eventStore, (objects) => void objects.clear());
      await write(keptStore, (objects) => void objects.clear());
      database.close();
      await deleted(factory.deleteDatabase(databaseName));
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
    close: () => undefined,
    erase: () => {
      records.length = 0;
      kept.clear();
      return Promise.resolve();
    },
  };
}

function result<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database did not answer'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('the database did not write'));
    transaction.onabort = () => reject(transaction.error ?? new Error('the database gave up writing'));
  });
}

function deleted(request: IDBOpenDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    // Blocked by a tab that is slow to let go: the browser deletes it as soon as that tab has.
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('the database was not deleted'));
  });
}
