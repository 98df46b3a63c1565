import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { doTests, noneOfTheSigns, press, tellAboutYou } from './person.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { passSeconds, setTestClock } from './test-clock.ts';

const app = useApp();

it('a check after four weeks turns "tight and weak" into "weak", but only when a second try says the same', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/result', startedDiary(28));
  await page.locator('.side-card').first().getByText('Tight and weak').waitFor();
  await page.goto('/today');
  await page.getByRole('heading', { name: 'Time to check again' }).waitFor();
  await page.getByRole('link', { name: 'Check again' }).click();
  await checkAgain(page);

  await page.getByText('Left: the kneeling test alone has changed.', { exact: false }).waitFor();
  await page.locator('.side-card').first().getByText('Tight and weak').waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await passSeconds(page, 86_400);
  await page.goto('/today');
  await page.getByRole('heading', { name: 'One test once more' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  for (const side of ['Left side', 'Right side']) {
    await page.getByRole('link', { name: `Test the ${side.toLowerCase()}` }).click();
    await page.getByRole('heading', { level: 1, name: side }).waitFor();
    await page.getByLabel('Deep in the front of the hip').check({ force: true });
    await page.getByLabel('At the end of the movement').check({ force: true });
    await press(page, 'Next');
  }
  await page.getByText('Left: from “tight and weak” to “weak”. The plan follows it.').waitFor();
  await page.goto('/result');
  await page.locator('.side-card').first().getByText('Weak', { exact: true }).waitFor();
  expect(faults).toEqual([]);
});

it('nothing is asked again where nothing is new', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/repeat/left', startedDiary(3));
  expect(await page.getByRole('heading', { level: 1, name: 'This test is not due' }).textContent()).toBeTruthy();
});

/** The whole check once more: the same knee lift, but the pull comes late now. */
async function checkAgain(page: Page): Promise<void> {
  await noneOfTheSigns(page);
  await tellAboutYou(page);
  await doTests(page, 'At the end of the movement');
}
