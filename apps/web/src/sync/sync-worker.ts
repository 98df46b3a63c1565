import { expose, proxy, type ProxyMarked } from 'comlink';
import { createRelayPort } from '../adapters/relay-port.ts';
import { openStorage } from '../adapters/storage.ts';
import { openSyncStorage } from '../adapters/sync-storage.ts';
import type { CalendarTasks } from './calendar-tasks.ts';
import { createCalendarTasks } from './create-calendar-tasks.ts';
import { createShareTasks } from './create-share-tasks.ts';
import { createSyncTasks } from './create-sync-tasks.ts';
import { createSyncTurn } from './sync-turn.ts';
import type { ShareTasks } from './share-tasks.ts';
import type { SyncTasks } from './sync-tasks.ts';

/** What the page finds at the other end. */
export type SyncWorker = {
  /** `nowMillis`: the time of the page's clock, so that there is one clock for all. */
  readonly open: (nowMillis: number) => Promise<SyncTasks & ProxyMarked & MoreTasks>;
};

type MoreTasks = {
  readonly openShares: () => Promise<ShareTasks & ProxyMarked>;
  readonly openCalendar: () => Promise<CalendarTasks & ProxyMarked>;
};

const worker: SyncWorker = {
  open: async (nowMillis) => {
    const aheadMillis = nowMillis - Date.now();
    const [storage, diary] = await Promise.all([openSyncStorage(), openStorage({ onClosed: () => undefined })]);
    if (!diary.ok) throw new Error(`the diary is not here: ${diary.error}`);
    const parts = {
      storage,
      openPort: createRelayPort,
      nowMillis: () => Date.now() + aheadMillis,
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      readDiary: diary.value.readAll,
      turn: createSyncTurn(),
    };
    return proxy({
      ...createSyncTasks(parts),
      openShares: () => Promise.resolve(proxy(createShareTasks(parts))),
      openCalendar: () => Promise.resolve(proxy(createCalendarTasks(parts))),
    });
  },
};

expose(worker);
