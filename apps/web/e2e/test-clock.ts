import type { Page } from 'playwright-core';

/** Saturday, 21 November 2026, 09:00 UTC: the day on which all browser tests and pictures play. */
export const testDayMillis = Date.UTC(2026, 10, 21, 9, 0, 0);

/** Sets the app's clock before the app starts (see src/adapters/clock.ts). It stands still until it is moved. */
export async function setTestClock(page: Page, nowMillis: number = testDayMillis): Promise<void> {
  await page.addInitScript((millis) => {
    // A reload keeps the time that the test has reached.
    const kept = Number(sessionStorage.getItem('test-clock') ?? millis);
    window.__psoasTestClock = { nowMillis: kept };
  }, nowMillis);
}

/** Lets time pass for the app. */
export async function passSeconds(page: Page, seconds: number): Promise<void> {
  await page.evaluate((millis) => {
    if (window.__psoasTestClock === undefined) throw new Error('set the test clock first');
    window.__psoasTestClock.nowMillis += millis;
    sessionStorage.setItem('test-clock', String(window.__psoasTestClock.nowMillis));
  }, seconds * 1000);
}

declare global {
  interface Window {
    __psoasTestClock?: { nowMillis: number };
  }
}
