import { err, ok, type Result } from '@psoas/kernel';
import type { MadeShare, ShareMade } from '@psoas/core/diary';
import type { Diary } from '../diary/diary.ts';
import type { Sync } from './create-sync.ts';
import { nameDevice } from './device-names.ts';
import { endAfterWeeks } from './share-days.ts';
import type { HeldReplies, ShareDay, ShareExchange, ShareTasks } from './share-tasks.ts';
import type { SyncFault } from './sync-fault.ts';

/** How things stand between this device and the people who see parts of the diary. */
export type SharesState = {
  /** By the id of the share: what its guest wrote, as far as it has come here. */
  readonly held: ReadonlyMap<string, HeldReplies>;
  /** By the id of the share: how the latest exchange went. */
  readonly exchanges: ReadonlyMap<string, ShareExchange>;
};

/** What somebody wants to share. */
export type WantedShare = Pick<ShareMade, 'label' | 'parts' | 'callMe'> & { readonly weeks?: number };

/** Where the diary is kept sealed from the first share on, and what this device is called in it. */
export type Beginning = { readonly relay: string; readonly deviceName: string };

/** Sharing as screens see it. */
export type Shares = {
  readonly state: () => SharesState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly sync: FollowedSync;
  readonly tasks: ShareTasks;
  /** Begins a share and gives its id. A device that keeps its diary nowhere else first begins that too. */
  readonly make: (wanted: WantedShare, begin: Beginning) => Promise<Result<string, SyncFault>>;
  /** Ends a share: at the relay, and then in the diary. */
  readonly end: (made: MadeShare) => Promise<Result<true, SyncFault>>;
  /** Brings all shares up to date; resolves when it is done or could not be done. */
  readonly exchangeNow: () => Promise<void>;
  /** Reads anew what this device holds. */
  readonly refresh: () => Promise<void>;
};

/** What sharing needs of the diary on several devices. */
type FollowedSync = Pick<Sync, 'state' | 'subscribe' | 'refresh'> & { readonly tasks: Pick<Sync['tasks'], 'begin' | 'role'> };

/** What it is made from. */
export type SharesWiring = {
  readonly sync: FollowedSync;
  readonly tasks: ShareTasks;
  readonly diary: Pick<Diary, 'append' | 'folded'>;
  readonly nowMillis: () => number;
  readonly day: () => ShareDay;
};

/** Follows the exchanges of the diary: after each one the shares are brought up to date. */
export async function createShares({ sync, tasks, diary, nowMillis, day }: SharesWiring): Promise<Shares> {
  const listeners = new Set<() => void>();
  let state: SharesState = { held: new Map(), exchanges: new Map() };
  const change = (changes: Partial<SharesState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<void> => {
    const shares = diary.folded().shares.map(({ share }) => share);
    const held = shares.length === 0 ? [] : await tasks.held(shares);
    change({ held: new Map(held.map((each) => [each.share, each])) });
  };
  const exchange = oneAtATime(async () => {
    if (sync.state().role.kind !== 'root' || diary.folded().shares.length === 0) return;
    try {
      const exchanged = await tasks.exchange(day());
      change({ exchanges: new Map(exchanged.map((each) => [each.share, each])) });
      await refresh();
    } catch {
      // Asked again after the next exchange of the diary.
    }
  });
  let wasRunning = sync.state().isRunning;
  sync.subscribe(() => {
    const { isRunning, fault } = sync.state();
    if (wasRunning && !isRunning && fault === undefined) void exchange();
    wasRunning = isRunning;
  });
  await refresh();
  void exchange();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sync,
    tasks,
    make: async ({ weeks, ...wanted }, begin) => {
      const ready = await beginIfAlone({ sync, diary }, begin);
      if (!ready.ok) return ready;
      const untilMillis = weeks === undefined ? undefined : endAfterWeeks(weeks, nowMillis());
      const opened = await tasks.open(untilMillis);
      if (!opened.ok) return opened;
      await diary.append('share-made', { share: opened.value, ...wanted, ...(untilMillis !== undefined && { untilMillis }) });
      await exchange();
      return opened;
    },
    end: async ({ share }) => {
      const revoked = await tasks.revoke(share);
      // What was erased opens no more either.
      if (!revoked.ok && !isErased(revoked.error)) return revoked;
      await diary.append('share-ended', { share });
      await refresh();
      return ok(true);
    },
    exchangeNow: exchange,
    refresh,
  };
}

function isErased(fault: SyncFault): boolean {
  return fault.type === 'erased' || (fault.type === 'refused' && fault.refused === 'feed-ended');
}

// Asked for while it runs, it runs once more: what was written meanwhile must go out too.
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await work();
    }
    running = undefined;
  };
  return () => {
    isWanted = true;
    running ??= run();
    return running;
  };
}

// A share needs the words; whoever has none yet gets them, and the diary is kept, sealed, at the relay from then on.
async function beginIfAlone({ sync, diary }: Pick<SharesWiring, 'sync' | 'diary'>, { relay, deviceName }: Beginning): Promise<Result<true, SyncFault>> {
  const { kind } = sync.state().role;
  if (kind === 'linked') return err({ type: 'needs-root' });
  if (kind === 'root') return ok(true);
  const begun = await sync.tasks.begin(relay);
  if (!begun.ok && begun.error.type !== 'already-set-up') return begun;
  const role = await sync.tasks.role();
  if (role.kind !== 'alone') await nameDevice(diary, role.deviceId, deviceName);
  await sync.refresh();
  return ok(true);
}
