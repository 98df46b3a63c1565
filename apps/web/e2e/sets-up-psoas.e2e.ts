import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { finishedRun, openWithDiary, startedDiary } from './sample-diary.ts';
import { passSeconds, setTestClock, testDayMillis } from './test-clock.ts';

const app = useApp();

/** Browsers of tests show no notifications: this keeps what would have been shown. */
async function keepNotifications(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const shown: string[] = [];
    class Kept extends EventTarget {
      static permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      constructor(title: string) {
        super();
        shown.push(title);
      }
      close(): void {}
    }
    Object.assign(window, { Notification: Kept, shownNotifications: shown });
  });
  return () => page.evaluate((): readonly string[] => Reflect.get(window, 'shownNotifications'));
}

async function letPass(page: Page, minutes: number): Promise<void> {
  await passSeconds(page, minutes * 60);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

// Frames enough for the page to look into the diary.
async function settle(page: Page): Promise<void> {
  for (let frame = 0; frame < 30; frame += 1) await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
}

async function openGroup(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { name: title, exact: true }).click();
}

it('reminds of the session at the chosen time, once more an hour later, and is off with one switch', async () => {
  const page = await app.openPage();
  const shown = await keepNotifications(page);
  // Monday, 23 November, 9:00 in the browser's time zone.
  await setTestClock(page, testDayMillis + 2 * 86_400_000);
  await openWithDiary(page, '/settings', startedDiary(-2));
  await openGroup(page, 'Reminders');
  await page.getByRole('switch', { name: /Remind me of my session/ }).check();
  const hour = await page.evaluate((millis) => new Date(millis).getHours(), testDayMillis + 2 * 86_400_000);
  await page.getByLabel('Every day at').fill(`${String(hour + 1).padStart(2, '0')}:00`);
  await page.goto('/today');
  await page.waitForSelector('h1');
  await letPass(page, 59);
  expect(await shown()).toEqual([]);
  await letPass(page, 2);
  await expect.poll(shown).toEqual(['Your session for today']);
  expect(await page.title()).toBe('● Your session for today');
  await page.mouse.click(5, 400);
  expect(await page.title()).not.toContain('●');
  await letPass(page, 60);
  await expect.poll(shown).toHaveLength(2);
  await letPass(page, 60);
  await page.goto('/settings');
  await openGroup(page, 'Reminders');
  expect(await shown()).toEqual([]);
  await page.getByRole('switch', { name: /Remind me of my session/ }).uncheck();
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('psoas.settings') ?? '{}').sessionReminder)).toBe(false);
});

it('is quiet on a day whose session is done', async () => {
  const page = await app.openPage();
  const shown = await keepNotifications(page);
  await setTestClock(page);
  await openWithDiary(page, '/settings', [...startedDiary(), ...finishedRun(0)]);
  await openGroup(page, 'Reminders');
  await page.getByRole('switch', { name: /Remind me of my session/ }).check();
  const hour = await page.evaluate((millis) => new Date(millis).getHours(), testDayMillis);
  await page.getByLabel('Every day at').fill(`${String(hour).padStart(2, '0')}:30`);
  await letPass(page, 31);
  await settle(page);
  expect(await shown()).toEqual([]);
});

it('keeps wishes about rest and pace in the diary', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/settings', startedDiary());
  await openGroup(page, 'In a session');
  await page.getByLabel('Longer').check({ force: true });
  await page.getByText('3 entries', { exact: false }).waitFor();
  await page.getByRole('switch', { name: /Go on by itself/ }).uncheck();
  await page.getByText('4 entries', { exact: false }).waitFor();
  await page.reload();
  await openGroup(page, 'In a session');
  expect(await page.getByLabel('Longer').isChecked()).toBe(true);
  expect(await page.getByRole('switch', { name: /Go on by itself/ }).isChecked()).toBe(false);
});
