import text from '@psoas/knowledge/text/breaks';
import type { DeviceClock } from '../adapters/clock.ts';
import { createBreakSignals } from '../adapters/break-signals.ts';
import type { SettingsStore } from '../adapters/settings.ts';
import { waitForTurn } from '../adapters/wait-for-turn.ts';
import { createBreakReminder, type BreakReminder } from './break-reminder.ts';

type Parts = {
  readonly clock: DeviceClock;
  readonly settings: SettingsStore;
  readonly storage: Storage | undefined;
};

const everyMillis = 1000;

/** The reminder of this page, wired to the device. */
export function openBreaks({ clock, settings, storage }: Parts): BreakReminder {
  return createBreakReminder({
    now: () => ({
      wallMillis: clock.nowMillis(),
      monotonicMillis: clock.monotonicMillis(),
      day: clock.today(),
      minuteOfDay: clock.minuteOfDay(),
    }),
    storage,
    isOn: settings.get().breaks,
    onSwitched: (breaks) => settings.change({ breaks }),
    signals: createBreakSignals({
      title: text.notifyTitle,
      body: text.notifyBody,
      tag: 'psoas-break',
      isLoud: () => settings.get().tones,
    }),
    tick: (listener) => {
      const timer = window.setInterval(listener, everyMillis);
      document.addEventListener('visibilitychange', listener);
      return () => {
        window.clearInterval(timer);
        document.removeEventListener('visibilitychange', listener);
      };
    },
    waitForTurn: (onTurn) => waitForTurn('psoas-breaks', onTurn),
  });
}
