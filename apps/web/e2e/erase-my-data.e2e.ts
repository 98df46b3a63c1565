import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { press } from './person.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

it('erases the diary, the settings, the stored app and the service worker, after two clear steps', async () => {
  const page = await app.openPage({ withServiceWorker: true });
  await setTestClock(page);
  await openWithDiary(page, '/settings', startedDiary());
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.getByRole('heading', { name: 'Your data' }).click();
  await press(page, 'Erase everything');
  const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase now' });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel('I understand', { exact: false }).check({ force: true });
  await erase.click();
  await page.getByRole('heading', { level: 1, name: 'Find out where to start with your psoas' }).waitFor();
  // The welcome registers the app anew for the next visit; what was kept about the person must be gone.
  const left = await page.evaluate(async () => ({ databases: (await indexedDB.databases()).map(({ name }) => name), settings: localStorage.getItem('psoas.settings') }));
  expect(left).toEqual({ databases: [], settings: null });
});
