import type { Clock, IdSource } from '@psoas/kernel';
import { createEvent, foldDiary, type DiaryState, type Envelope, type EventDataByKind, type EventKind } from '@psoas/core/diary';
import type { DiaryStorage, StorageProblem } from '../adapters/storage.ts';

/** The diary as screens see it: what happened so far, and how to add to it. */
export type Diary = {
  /** What all events add up to. The same value until something changes. */
  readonly folded: () => DiaryState;
  /** All records as stored. */
  readonly records: () => readonly unknown[];
  /** Set when nothing can be kept on this device. */
  readonly storageProblem: () => StorageProblem | undefined;
  readonly append: <Kind extends EventKind>(kind: Kind, data: EventDataByKind[Kind]) => Promise<Envelope<Kind>>;
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
};

/** Reads the stored records and keeps their fold at hand. */
export async function createDiary({ storage, clock, ids, problem, onAppended }: DiaryParts): Promise<Diary> {
  const listeners = new Set<() => void>();
  let records = await storage.readAll();
  let folded = foldDiary(records);
  // One after the other: the stored order is the order in which things happened.
  let lastWrite: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(write: () => Promise<Value>): Promise<Value> => {
    const turn = lastWrite.then(write, write);
    lastWrite = turn;
    return turn;
  };
  const take = (next: readonly unknown[]): void => {
    records = next;
    folded = foldDiary(records);
    for (const listener of listeners) listener();
  };
  return {
    folded: () => folded,
    records: () => records,
    storageProblem: problem,
    append: async (kind, data) => {
      const event = createEvent(kind, data, { id: ids.nextId(), atMillis: clock.nowMillis(), day: clock.today() });
      await inTurn(() => storage.add(event));
      take([...records, event]);
      onAppended();
      return event;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    readKept: storage.readKept,
    writeKept: storage.writeKept,
    removeKept: storage.removeKept,
    refresh: async () => take(await storage.readAll()),
    erase: storage.erase,
  };
}

/** Everything in one file that a person can keep or move: the records exactly as stored. */
export function diaryToFile(records: readonly unknown[], exportedOn: string): string {
  return `${JSON.stringify({ format: 'psoas-diary', version: 1, exportedOn, events: records }, null, 1)}\n`;
}

