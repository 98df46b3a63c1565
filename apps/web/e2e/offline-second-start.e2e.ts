import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('starts without a network after the first visit, with every screen', async () => {
  const page = await app.openPage({ withServiceWorker: true });
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.context().setOffline(true);
  const { faults } = watchPage(page);
  for (const path of ['/today', '/programme', '/exercises/dead-bug', '/learn/anatomy', '/questions', '/corrections', '/session/day-1-home']) {
    await page.goto(path);
    await page.waitForSelector('h1');
  }
  expect(faults).toEqual([]);
});
