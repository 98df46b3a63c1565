import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { press } from './person.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { passSeconds, setTestClock, testDayMillis } from './test-clock.ts';

const app = useApp();

/** Monday, 09:00 UTC; the programme began two days before, on a Saturday. */
const mondayMillis = testDayMillis + 2 * 86_400_000;

// Time passes in steps that the page can follow.
async function pass(page: Page, seconds: number, step = 60): Promise<void> {
  for (let passed = 0; passed < seconds; passed += step) {
    await passSeconds(page, Math.min(step, seconds - passed));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}

async function atDesk(page: Page): Promise<void> {
  await setTestClock(page, mondayMillis);
  await openWithDiary(page, '/breaks', startedDiary());
  await press(page, 'Turn reminders on');
  await page.getByRole('heading', { name: /Next break in 30:00/ }).waitFor();
}

async function answerSafety(page: Page): Promise<void> {
  await press(page, 'None of these');
  await page.getByRole('radio', { name: '0', exact: true }).check({ force: true });
  await press(page, 'Go to the session');
}

it('reminds after half an hour, guides the standing stretch, writes it down and counts anew', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await atDesk(page);
  await pass(page, 29 * 60);
  await page.getByRole('heading', { name: /Next break in 1:00/ }).waitFor();
  await pass(page, 60);
  await page.getByRole('heading', { name: 'Time for a break' }).waitFor();
  expect(await page.title()).toContain('●');
  await page.getByText('Standing hip flexor stretch, 30 s a side').waitFor();
  await page.getByRole('link', { name: 'Start the stretch' }).click();
  await answerSafety(page);
  await press(page, 'Start');
  for (let piece = 0; piece < 60 && (await page.getByRole('heading', { name: 'Break taken' }).count()) === 0; piece += 1) await pass(page, 4, 4);
  await page.getByText('Held: left 30 s, right 30 s.').waitFor();
  await press(page, 'Done');
  await page.getByText(/left 0:30, right 0:30\. Breaks taken: 1\./).waitFor();
  await page.getByRole('heading', { name: /Next break in (29|30):/ }).waitFor();
  expect(await page.title()).not.toContain('●');
  expect(faults).toEqual([]);
});

it('puts a break off, is silent in a meeting, and comes back once', async () => {
  const page = await app.openPage();
  await atDesk(page);
  await pass(page, 30 * 60);
  await press(page, 'In 5 min');
  await page.getByRole('heading', { name: /Put off, again in 5:00/ }).waitFor();
  await press(page, 'Until I say');
  await page.getByRole('heading', { name: 'In a meeting' }).waitFor();
  await pass(page, 100 * 60, 600);
  await page.getByRole('heading', { name: 'In a meeting' }).waitFor();
  await press(page, 'The meeting is over');
  await page.getByRole('heading', { name: 'Time for a break' }).waitFor();
  await press(page, 'Not this time');
  await page.getByRole('heading', { name: /Next break in 30:00/ }).waitFor();
  expect(await page.title()).not.toContain('●');
});

it('keeps its place over a reload, and its settings', async () => {
  const page = await app.openPage();
  await atDesk(page);
  await press(page, /^\+ A break about every/);
  await page.getByRole('heading', { name: /Next break in 35:00/ }).waitFor();
  await page.getByLabel('Quiet hours').fill('noon');
  await page.getByLabel('Quiet hours').blur();
  await page.getByText('This cannot be read: noon').waitFor();
  await page.getByLabel('Quiet hours').fill('12:00-13:00');
  await page.getByLabel('Quiet hours').blur();
  await pass(page, 10 * 60);
  await page.reload();
  await page.getByRole('heading', { name: /Next break in 25:00/ }).waitFor();
  expect(await page.getByLabel('Quiet hours').inputValue()).toBe('12:00-13:00');
});

it('offers the stretch that fits, one tap after an activity', async () => {
  const page = await app.openPage();
  await setTestClock(page, mondayMillis);
  // Day 4 of the week has no session.
  await openWithDiary(page, '/today', startedDiary(1));
  await page.getByRole('link', { name: 'A run', exact: true }).click();
  await answerSafety(page);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  expect(await page.locator('main').textContent()).toContain('Kneeling hip flexor lunge');
});

it('on a day with a session an activity leads to that session', async () => {
  const page = await app.openPage();
  await setTestClock(page, mondayMillis);
  await openWithDiary(page, '/stretch/run', startedDiary(0));
  const link = page.getByRole('link', { name: 'Go to the session' });
  expect(await link.getAttribute('href')).toMatch(/^\/session\/day-\d-home$/);
});
