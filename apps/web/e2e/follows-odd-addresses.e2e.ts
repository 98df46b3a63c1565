import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

const odd = [
  '/exercise/<script>window.hostileRan=1</script>',
  '/exercises/<img src=x onerror=window.hostileRan=1>',
  '/exercises/javascript:window.hostileRan=1',
  '/exercises/__proto__',
  '/exercises/%',
  '/exercises/%E0%A4%A',
  '/exercises/%00',
  '/exercises/..%2f..%2f..%2fetc%2fpasswd',
  `/exercises/${'a'.repeat(6000)}`,
  `/${'a/'.repeat(3000)}`,
  '/learn/constructor',
  '/learn/__proto__',
  '/session/__proto__',
  '/session/toString',
  '/stretch/__proto__',
  '/stretch/hasOwnProperty',
  '/repeat/constructor',
  '/done/%3Cscript%3E',
  '/settings/__proto__',
  '/share/__proto__',
  '/clients/__proto__',
  '/today?next=javascript:window.hostileRan=1',
  '/progress?days=%&days=__proto__&x=1e999',
  '/body?claim=<svg onload=window.hostileRan=1>',
  '/today#%',
  '/learn#"><script>window.hostileRan=1</script>',
  '/settings/link#psoas-device:1:<img src=x onerror=window.hostileRan=1>',
  '/shared#<img src=x onerror=window.hostileRan=1>',
  '/shared#%E0%A4%A',
];

// One page for all of them: each start is a start of the app, but not of a browser.
it('[HD-07] an address that nobody meant shows a screen, and nothing of it runs or breaks', async () => {
  const page = await app.openPage();
  const { faults, requests } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  for (const path of odd) {
    const response = await page.goto(path);
    if (response !== null && response.status() >= 400) {
      // What is no path at all the server refuses before the app sees it; the app is brought there by its own links.
      await page.goto('/privacy');
      await page.evaluate((to) => window.history.pushState(null, '', to), path);
      await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
    }
    await page.waitForSelector('h1');
    expect([path, await page.evaluate(() => Reflect.get(window, 'hostileRan'))]).toEqual([path, undefined]);
    expect([path, await page.locator('[onerror], [onload], img[src="x"], [href^="javascript:" i]').count()]).toEqual([path, 0]);
  }
  expect(faults.filter((fault) => !fault.startsWith('Failed to load resource'))).toEqual([]);
  expect(requests.filter((url) => new URL(url).origin !== app.address())).toEqual([]);
});

it.each(['/exercise/<script>window.hostileRan=1</script>', '/no/such/place', '/%E0%A4%A'])('[HD-07] %s is said to lead nowhere', async (path) => {
  const page = await app.openPage();
  await page.goto('/privacy');
  await page.waitForSelector('h1');
  await page.evaluate((to) => window.history.pushState(null, '', to), path);
  await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'hostileRan'))).toBeUndefined();
});
