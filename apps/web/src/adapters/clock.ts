import { parseLocalDate, type Clock, type LocalDate } from '@psoas/kernel';

declare global {
  interface Window {
    /**
     * For browser tests only: milliseconds since 1970 UTC that the app takes as the time. A test sets it in an init
     * script and moves it on. The app never sets it.
     */
    __psoasTestClock?: { nowMillis: number };
  }
}

/** A clock with a second reading that never jumps when the person sets the time. */
export type DeviceClock = Clock & {
  readonly monotonicMillis: () => number;
  /** Minutes since midnight where the person is, fractions included. */
  readonly minuteOfDay: () => number;
};

/** The device's clock, or a test's clock where one was set before the app started. */
export function createDeviceClock(): DeviceClock {
  const testClock = window.__psoasTestClock;
  const nowMillis = testClock === undefined ? () => Date.now() : () => testClock.nowMillis;
  const monotonicMillis = testClock === undefined ? () => performance.now() : nowMillis;
  return { nowMillis, monotonicMillis, today: () => dayAt(nowMillis()), minuteOfDay: () => minuteOf(new Date(nowMillis())) };
}

function minuteOf(date: Date): number {
  return date.getHours() * 60 + date.getMinutes() + (date.getSeconds() + date.getMilliseconds() / 1000) / 60;
}

/** The calendar day of a moment on this device. */
export function dayAt(atMillis: number): LocalDate {
  const date = new Date(atMillis);
  const text = `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(`the device gave the day ${text}`);
  return day.value;
}

/** How far the clock on this device's wall is ahead of UTC at a moment. */
export function aheadOfUtcSecondsAt(atMillis: number): number {
  return -new Date(atMillis).getTimezoneOffset() * 60;
}
