import { assessFromDiary, todayOf } from '@psoas/core/diary';
import { weekdayOf } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/settings';
import { createBreakSignals } from '../adapters/break-signals.ts';
import type { DeviceClock } from '../adapters/clock.ts';
import type { SettingsStore } from '../adapters/settings.ts';
import { waitForTurn } from '../adapters/wait-for-turn.ts';
import type { Diary } from '../diary/diary.ts';
import { createReminderStore } from './reminder-store.ts';
import { isReminderDue } from './session-reminder.ts';

type Parts = {
  readonly clock: DeviceClock;
  readonly settings: SettingsStore;
  readonly storage: Storage | undefined;
  readonly openDiary: () => Promise<Diary>;
};

const everyMillis = 5000;

/** Reminds of the session of today while a page of psoas is open, in one tab only. */
export function openReminders({ clock, settings, storage, openDiary }: Parts): void {
  const store = createReminderStore(storage);
  const signals = createBreakSignals({
    title: text.reminders.notifyTitle,
    body: text.reminders.notifyBody,
    tag: 'psoas-session',
    isLoud: () => settings.get().tones,
  });
  // What was looked at in vain need not be looked at again until something is written.
  let inVain: readonly unknown[] | undefined;
  const look = async (): Promise<void> => {
    const day = clock.today();
    const moment = { day, weekday: weekdayOf(day), minuteOfDay: clock.minuteOfDay() };
    const told = store.told();
    if (!settings.get().sessionReminder || !isReminderDue(store.times(), told, moment)) return;
    const diary = await openDiary();
    if (diary.records() === inVain) return;
    const state = diary.folded();
    const { order } = settings.get();
    const today = todayOf(state, assessFromDiary(state, { catalogue, today: day, order }), day);
    // Who trains, or has trained, or may not train, is left in peace.
    inVain = today.kind !== 'sessions' || today.unfinishedRun !== undefined || today.sessions.every(({ done }) => done) ? diary.records() : undefined;
    if (inVain !== undefined) return;
    store.keepTold({ day, times: told?.day === day ? told.times + 1 : 1 });
    signals.remind();
  };
  let looking: Promise<void> = Promise.resolve();
  const lookInTurn = (): void => {
    looking = looking.then(look).catch(() => undefined);
  };
  waitForTurn('psoas-session-reminder', () => {
    window.setInterval(lookInTurn, everyMillis);
    document.addEventListener('visibilitychange', lookInTurn);
    document.addEventListener('pointerdown', () => signals.withdraw(), { passive: true });
    lookInTurn();
  });
}
