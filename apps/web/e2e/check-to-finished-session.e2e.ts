import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { isRecord } from '@psoas/kernel';
import { useApp, watchPage } from './app.ts';
import { readStore } from './browser-store.ts';
import { doTests, passSafety, press, startSession, tellAboutYou } from './person.ts';
import { passSeconds, setTestClock } from './test-clock.ts';

const app = useApp();

it('leads from the first screen to a finished session, and asks no other address for anything', async () => {
  const page = await app.openPage();
  const { requests, faults } = watchPage(page);
  await setTestClock(page);
  await passSafety(page);
  await tellAboutYou(page);
  await doTests(page);
  await page.getByRole('heading', { level: 1, name: 'Tight on both sides, weak on the left' }).waitFor();
  await page.getByRole('link', { name: 'See my programme' }).click();
  await press(page, 'Start this programme');
  await page.getByRole('heading', { level: 1, name: /quiet minutes/ }).waitFor();
  await startSession(page);
  await finishSession(page);
  await page.getByRole('heading', { level: 1, name: 'Session done' }).waitFor();
  await press(page, 'Nothing hurt');
  await page.getByText('Pain 0 of 10').first().waitFor();
  await expect.poll(() => page.getByText('No answer. The next step waits until there is one.').count()).toBe(0);
  await page.goto('/progress');
  await page.locator('.calendar-said').getByText(/1 session/).waitFor();
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(app.address()))).toEqual([]);
});

it('goes on where the person was when the page is loaded anew in the middle of a session', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await passSafety(page);
  await tellAboutYou(page);
  await doTests(page);
  await page.getByRole('link', { name: 'See my programme' }).click();
  await press(page, 'Start this programme');
  await startSession(page);
  await passSeconds(page, 40);
  await page.getByRole('timer').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Pause' }).or(page.getByRole('button', { name: 'Go on' })).first().waitFor();
  await page.goto('/today');
  await page.getByRole('link', { name: 'Go on where you were' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('minutes');
});

it('says which ages there are where somebody types another', async () => {
  const page = await app.openPage();
  await passSafety(page);
  await page.getByLabel('I train most weeks').check({ force: true });
  await page.getByLabel('Age').fill('380');
  await page.getByText('An age from 0 to 120.').waitFor();
  expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
  await page.getByLabel('Age').fill('38');
  await expect.poll(() => page.getByText('An age from 0 to 120.').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(false);
});

it('goes on with a check that was left in the middle', async () => {
  const page = await app.openPage();
  await passSafety(page);
  await page.getByLabel('Age').fill('38');
  // The answer is kept a moment after it was typed.
  await expect.poll(() => keptAge(page)).toBe(38);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'About you' }).waitFor();
  expect(await page.getByLabel('Age').inputValue()).toBe('38');
});

it('goes one step back in the check with the back button of the browser', async () => {
  const page = await app.openPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Start the check' }).click();
  for (const title of ['Right now', 'Back and nerves']) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await press(page, 'None of these');
  }
  for (const title of ['Belly, chest, blood vessels', 'Back and nerves', 'Right now']) {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
  }
  await page.getByRole('heading', { level: 1, name: 'Your check is under way' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

async function keptAge(page: Page): Promise<unknown> {
  const draft = await readStore(page, 'kept', 'check-draft');
  return isRecord(draft) && isRecord(draft['about']) ? draft['about']['ageYears'] : undefined;
}

// Time passes in pieces shorter than any step, until the session says that it is over.
async function finishSession(page: Page): Promise<void> {
  const isDone = async (): Promise<boolean> => (await page.getByRole('heading', { level: 1, name: 'Session done' }).count()) > 0;
  for (let piece = 0; piece < 400 && !(await isDone()); piece += 1) {
    await passSeconds(page, 4);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }
}
