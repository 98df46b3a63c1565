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
  readonly progress?: SyncProgress | undefined;
  readonly note: SyncNote;
  /** Entries that have not gone out, as far as is known. */
  readonly waitingCount: number;
  /** Entries that no feed can hold, and those that came and could not be read. */
  readonly keptCount: number;
  readonly refusedCount: number;
  readonly fault?: SyncFault | undefined;
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
export async function createSync(wiring: SyncWiring): Promise<Sync> {
  const { tasks, diary, later, isVisible, onWake } = wiring;
  const holder = holdState({ ...resting, role: await tasks.role(), note: (await readSyncNote(diary)) ?? {} });
  let current: Promise<Attempt> | undefined;
  const attempt = (): Promise<Attempt> => {
    current ??= exchangeOnce(wiring, holder).finally(() => {
      current = undefined;
    });
    return current;
  };
  let loop = createSyncLoop({ attempt, later, isVisible });
  const start = (): void => {
    loop.stop();
    loop = createSyncLoop({ attempt, later, isVisible });
    loop.nudge('now');
  };
  const takesPart = (): boolean => holder.get().role.kind !== 'alone';
  let records = diary.records();
  diary.subscribe(() => {
    if (diary.records() === records) return;
    records = diary.records();
    if (takesPart()) loop.nudge('soon');
  });
  onWake(() => {
    if (takesPart()) loop.nudge('now');
  });
  if (takesPart()) start();
  // The keys are gone, so the diary goes nowhere else any more, whatever was noted.
  else await writeSyncNote(diary, undefined);
  return {
    state: holder.get,
    subscribe: holder.subscribe,
    tasks,
    refresh: async () => {
      const role = await tasks.role();
      holder.change({ role, fault: undefined });
      if (role.kind === 'alone') return;
      await writeSyncNote(diary, holder.get().note);
      start();
    },
    exchangeNow: async () => {
      await attempt().catch(() => undefined);
    },
    forget: async () => {
      loop.stop();
      // What is under way would write its note after this.
      await current?.catch(() => undefined);
      await tasks.forget();
      await writeSyncNote(diary, undefined);
      holder.change(resting);
    },
  };
}

const resting: SyncState = { role: { kind: 'alone' }, isRunning: false, note: {}, waitingCount: 0, keptCount: 0, refusedCount: 0, progress: undefined, fault: undefined };

type StateHolder = Pick<Sync, 'subscribe'> & { readonly get: () => SyncState; readonly change: (changes: Partial<SyncState>) => void };

function holdState(first: SyncState): StateHolder {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    get: () => state,
    change: (changes) => {
      state = { ...state, ...changes };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function exchangeOnce({ tasks, diary, nowMillis }: SyncWiring, { get, change }: StateHolder): Promise<Attempt> {
  if (get().role.kind === 'alone') return { kind: 'ended' };
  change({ isRunning: true });
  try {
    // [SY-04] What has left cannot be taken back: it would come again from the others. An import can also be written
    // while the exchange waits for its turn.
    await diary.removeKept(lastImportName);
    const { incoming, fault, ...counts } = await tasks.exchange((progress) => change({ progress }));
    await diary.removeKept(lastImportName);
    if (fault?.type === 'not-set-up') {
      // Another tab has stopped here meanwhile.
      change(resting);
      await writeSyncNote(diary, undefined);
      return { kind: 'ended' };
    }
    if (incoming.length > 0) await diary.addMany((current) => planImport(current, incoming).additions);
    const note = noteAfter(get().note, fault, nowMillis());
    change({ ...counts, note, fault });
    await writeSyncNote(diary, note);
    return attemptOf(fault);
  } finally {
    change({ isRunning: false, progress: undefined });
  }
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
