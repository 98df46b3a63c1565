import type { Clock } from '@psoas/kernel';
import { onWake } from '../adapters/wake.ts';
import type { Diary } from '../diary/diary.ts';
import type { CalendarTasks } from './calendar-tasks.ts';
import { createSync, type Sync } from './create-sync.ts';
import type { ShareTasks } from './share-tasks.ts';
import { startSyncTasks } from './start-sync-tasks.ts';

type Parts = { readonly clock: Clock; readonly openDiary: () => Promise<Diary> };

/** The diary on several devices, and what needs the same worker. */
export type OpenedSync = Sync & {
  readonly openShares: () => Promise<ShareTasks>;
  readonly openCalendar: () => Promise<CalendarTasks>;
};

let opened: Promise<OpenedSync> | undefined;

/** The one of this page, wired to the device. Rejects where the browser runs no worker or keeps nothing for us. */
export function openSync({ clock, openDiary }: Parts): Promise<OpenedSync> {
  opened ??= open({ clock, openDiary });
  return opened;
}

async function open({ clock, openDiary }: Parts): Promise<OpenedSync> {
  // One after the other: the diary's database is made by the page.
  const diary = await openDiary();
  const tasks = await startSyncTasks(clock.nowMillis());
  const sync = await createSync({
    tasks,
    diary,
    nowMillis: clock.nowMillis,
    later: (millis, work) => {
      const timer = window.setTimeout(work, millis);
      return () => window.clearTimeout(timer);
    },
    isVisible: () => document.visibilityState === 'visible',
    onWake,
  });
  return { ...sync, openShares: tasks.openShares, openCalendar: tasks.openCalendar };
}
