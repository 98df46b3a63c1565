import { lastImportName, planImport } from '@psoas/exchange/diary-file';
import type { Diary } from '../diary/diary.ts';
import { kindOfFault, type SyncFault } from './sync-fault.ts';
import { createSyncLoop, type Attempt, type SyncLoopParts } from './sync-loop.ts';
import { readSyncNote, writeSyncNote, type SyncNote } from './sync-note.ts';
import type { SyncProgress, SyncRole, SyncTasks } from './sync-tasks.ts';

/** How things stand between this device and the others. */
export type SyncState = {
  readonly role: SyncRole;
  readonly isRunning: boolean;
  /** While a long exchange is under way. */
  readonly progress?: SyncProgress;
  readonly note: SyncNote;
  /** Entries that have not gone out, as far as is known. */
  readonly waitingCount: number;
  /** Entries that no feed can hold, and those that came and could not be read. */
  readonly keptCount: number;
  readonly refusedCount: number;
  readonly fault?: SyncFault;
};

/** The diary on several devices, as screens see it. */
export type Sync = {
  readonly state: () => SyncState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly tasks: SyncTasks;
  /** Looks anew who this device is, after a task has changed it, and exchanges at once. */
  readonly refresh: () => Promise<void>;
  /** Exchanges at once; resolves when it is done or could not be done. */
  readonly exchangeNow: () => Promise<void>;
  /** This device forgets its keys. The diary stays. */
  readonly forget: () => Promise<void>;
};

/** What it is made from. */
export type SyncWiring = Omit<SyncLoopParts, 'attempt'> & {
  readonly tasks: SyncTasks;
  readonly diary: Diary;
  readonly nowMillis: () => number;
  /** Calls back when it may go better now: the page is seen again, the network is back. */
  readonly onWake: (listener: () => void) => void;
};

/** [SY-01] Starts by itself where this device keeps its diary elsewhere too. Nothing waits for it. */
export async function createSync({ tasks, diary, nowMillis, later, isVisible, onWake }: SyncWiring): Promise<Sync> {
  const listeners = new Set<() => void>();
  let state: SyncState = {
    role: await tasks.role(),
    isRunning: false,
    note: (await readSyncNote(diary)) ?? {},
    waitingCount: 0,
    keptCount: 0,
    refusedCount: 0,
  };
  const change = (next: SyncState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const attempt = async (): Promise<Attempt> => {
    if (state.role.kind === 'alone') return { kind: 'ended' };
    change({ ...state, isRunning: true });
    try {
      // [SY-04] What has left cannot be taken back: it would come again from the others.
      await diary.removeKept(lastImportName);
      const exchange = await tasks.exchange((progress) => change({ ...state, progress }));
      if (exchange === undefined) return { kind: 'skipped' };
      const { incoming, fault, waitingCount, keptCount, refusedCount } = exchange;
      if (incoming.length > 0) await diary.addMany((current) => planImport(current, incoming).additions);
      const note = noteAfter(state.note, fault, nowMillis());
      const { fault: _before, ...rest } = state;
      change({ ...rest, note, waitingCount, keptCount, refusedCount, ...(fault !== undefined && { fault }) });
      await writeSyncNote(diary, note);
      return attemptOf(fault);
    } finally {
      const { progress: _done, ...rest } = state;
      change({ ...rest, isRunning: false });
    }
  };
  let current: Promise<Attempt> | undefined;
  const attemptOnce = (): Promise<Attempt> => {
    current ??= attempt().finally(() => {
      current = undefined;
    });
    return current;
  };
  let loop = createSyncLoop({ attempt: attemptOnce, later, isVisible });
  const start = (): void => {
    loop.stop();
    loop = createSyncLoop({ attempt: attemptOnce, later, isVisible });
    loop.nudge('now');
  };
  let records = diary.records();
  diary.subscribe(() => {
    if (diary.records() === records) return;
    records = diary.records();
    if (state.role.kind !== 'alone') loop.nudge('soon');
  });
  onWake(() => {
    if (state.role.kind !== 'alone') loop.nudge('now');
  });
  if (state.role.kind !== 'alone') start();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tasks,
    refresh: async () => {
      const role = await tasks.role();
      const { fault: _before, ...rest } = state;
      change({ ...rest, role });
      if (role.kind === 'alone') return;
      await writeSyncNote(diary, state.note);
      start();
    },
    exchangeNow: async () => {
      await attemptOnce().catch(() => undefined);
    },
    forget: async () => {
      loop.stop();
      await tasks.forget();
      await writeSyncNote(diary, undefined);
      change({ role: { kind: 'alone' }, isRunning: false, note: {}, waitingCount: 0, keptCount: 0, refusedCount: 0 });
    },
  };
}

function noteAfter(before: SyncNote, fault: SyncFault | undefined, nowMillis: number): SyncNote {
  if (fault === undefined) return { doneAtMillis: nowMillis };
  return { ...before, faultSinceMillis: before.faultSinceMillis ?? nowMillis };
}

function attemptOf(fault: SyncFault | undefined): Attempt {
  if (fault === undefined) return { kind: 'done' };
  if (kindOfFault(fault) === 'end') return { kind: 'ended' };
  const waitMillis = fault.type === 'refused' ? fault.waitMillis : undefined;
  return { kind: 'failed', ...(waitMillis !== undefined && { waitMillis }) };
}
