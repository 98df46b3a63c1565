import type { Clock, IdSource, LocalDate } from '@psoas/kernel';
import { createEvent, openFold, type DiaryState, type Envelope, type EventDataByKind, type EventKind } from '@psoas/core/diary';
import type { DiaryStorage, StorageProblem } from '../adapters/storage.ts';
import { createWriteQueue } from './write-queue.ts';

/** The diary as screens see it: what happened so far, and how to add to it. */
export type Diary = {
  /** What all events add up to. The same value until something changes. */
  readonly folded: () => DiaryState;
  /** All records as stored. */
  readonly records: () => readonly unknown[];
  /** Set when nothing can be kept on this device. */
  readonly storageProblem: () => StorageProblem | undefined;
  /** [E-14] What could not be stored yet; it is tried again by itself. */
  readonly waitingCount: () => number;
  /** Adds an event at once, of today unless it says otherwise; resolves when it is stored, or waits to be. */
  readonly append: <Kind extends EventKind>(kind: Kind, data: EventDataByKind[Kind], day?: LocalDate) => Promise<Envelope<Kind>>;
  /** Adds many records at their places, all or none (see the storage). */
  readonly addMany: DiaryStorage['addMany'];
  readonly removeMany: DiaryStorage['removeMany'];
  readonly subscribe: (listener: () => void) => () => void;
  readonly readKept: DiaryStorage['readKept'];
  readonly writeKept: DiaryStorage['writeKept'];
  readonly removeKept: DiaryStorage['removeKept'];
  /** Reads everything again: another tab has added to it. */
  readonly refresh: () => Promise<void>;
  readonly erase: () => Promise<void>;
};

/** What a diary is made from. */
export type DiaryParts = {
  readonly storage: DiaryStorage;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly problem: () => StorageProblem | undefined;
  /** Called after each own record, so that other tabs can refresh. */
  readonly onAppended: () => void;
  /** Calls back after so many milliseconds. */
  readonly later: (millis: number, work: () => void) => void;
  /** Calls back whenever it may go better now: the page is seen again, the device is back. */
  readonly onRetry: (listener: () => void) => void;
};

/** Reads the stored records and keeps their fold at hand. */
export async function createDiary({ storage, clock, ids, problem, onAppended, later, onRetry }: DiaryParts): Promise<Diary> {
  const listeners = new Set<() => void>();
  let records = await storage.readAll();
  let fold = openFold(records);
  const tellListeners = (): void => {
    for (const listener of listeners) listener();
  };
  // One after the other: the stored order is the order in which things happened.
  const queue = createWriteQueue({ later, onWaiting: tellListeners });
  const waitingKept = new Map<string, unknown>();
  // What could not be stored is in the diary of this page all the same.
  const unstored = new Map<string, unknown>();
  const keep = async (name: string, value: unknown, write: () => Promise<void>): Promise<void> => {
    waitingKept.set(name, value);
    await queue.add(async () => {
      await write();
      if (waitingKept.get(name) === value) waitingKept.delete(name);
    }, name);
  };
  const refresh = (): Promise<void> =>
    queue.inTurn(async () => {
      const stored = await storage.readAll();
      records = [...stored, ...unstored.values()];
      fold = openFold(records);
      tellListeners();
    });
  onRetry(queue.retry);
  return {
    folded: () => fold.state(),
    records: () => records,
    storageProblem: problem,
    append: async (kind, data, day = clock.today()) => {
      const event = createEvent(kind, data, { id: ids.nextId(), atMillis: fold.momentAfter(clock.nowMillis()), day });
      unstored.set(event.id, event);
      records = [...records, event];
      fold.add([event]);
      tellListeners();
      await queue.add(async () => {
        await storage.add(event);
        unstored.delete(event.id);
        onAppended();
      });
      return event;
    },
    addMany: async (choose, onProgress) => {
      const added = await queue.inTurn(() => storage.addMany(choose, onProgress));
      await refresh();
      onAppended();
      return added;
    },
    removeMany: async (isGone) => {
      await queue.inTurn(() => storage.removeMany(isGone));
      await refresh();
      onAppended();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    waitingCount: queue.waitingCount,
    readKept: (name) => (waitingKept.has(name) ? Promise.resolve(waitingKept.get(name)) : storage.readKept(name)),
    writeKept: (name, value) => keep(name, value, () => storage.writeKept(name, value)),
    removeKept: (name) => keep(name, undefined, () => storage.removeKept(name)),
    refresh,
    erase: () => queue.inTurn(storage.erase),
  };
}
