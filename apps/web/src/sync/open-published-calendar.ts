import type { Clock } from '@psoas/kernel';
import type { SettingsStore } from '../adapters/settings.ts';
import { onWake } from '../adapters/wake.ts';
import { createBreakStore } from '../breaks/break-store.ts';
import type { Diary } from '../diary/diary.ts';
import { createReminderStore } from '../reminders/reminder-store.ts';
import { createCalendarPublisher, type CalendarPublisher } from './create-published-calendar.ts';
import { openSync } from './open-sync.ts';

/** What the device lends to it. */
export type CalendarParts = {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly localStorage: Storage | undefined;
  readonly openDiary: () => Promise<Diary>;
};

let opened: Promise<CalendarPublisher> | undefined;

/** The one of this page, wired to the device. Rejects where the browser runs no worker or keeps nothing for us. */
export function openCalendarPublisher(parts: CalendarParts): Promise<CalendarPublisher> {
  opened ??= open(parts);
  return opened;
}

async function open({ clock, settings, localStorage, openDiary }: CalendarParts): Promise<CalendarPublisher> {
  const diary = await openDiary();
  const sync = await openSync({ clock, openDiary });
  return createCalendarPublisher({
    tasks: await sync.openCalendar(),
    diary,
    day: () => ({
      today: clock.today(),
      order: settings.get().order,
      times: createReminderStore(localStorage).times(),
      breakSettings: createBreakStore(localStorage).settings(),
    }),
    later: (millis, work) => {
      const timer = window.setTimeout(work, millis);
      return () => window.clearTimeout(timer);
    },
    isVisible: () => document.visibilityState === 'visible',
    onWake,
  });
}
