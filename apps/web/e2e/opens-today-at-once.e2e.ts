import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { openWithDiary, sampleEvent, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('[E-13] opens Today from what was worked out ahead, before the diary is read', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await noteReading(page);
  await openWithDiary(page, '/today', startedDiary());
  await page.getByRole('heading', { level: 1, name: /quiet minutes/ }).waitFor();
  await expect.poll(() => daysAhead(page)).toBe(4);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /quiet minutes/ }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['titleWhenRead'])).toContain('quiet minutes');
});

it('[E-13] never shows what was worked out ahead once the diary holds a sign that stops everything', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await expect.poll(() => daysAhead(page)).toBe(4);
  // As from another tab, or another device: nobody told this one.
  await openWithDiary(page, '/today', [sampleEvent('safety-answered', { newSigns: ['RF16'], painNow: 0 })]);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await page.getByRole('heading', { level: 1, name: /quiet minutes/ }).count()).toBe(0);
});

// Notes which title stood there when the app first read all events.
async function noteReading(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const getAll = Reflect.get(IDBObjectStore.prototype, 'getAll');
    IDBObjectStore.prototype.getAll = function (...given) {
      if (this.name === 'events') document.documentElement.dataset['titleWhenRead'] ??= document.querySelector('h1')?.textContent ?? '';
      return getAll.apply(this, given);
    };
  });
}

function daysAhead(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('psoas');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kept').objectStore('kept').getAllKeys();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.filter((key) => typeof key === 'string' && key.startsWith('today-')).length);
          };
        };
      }),
  );
}
