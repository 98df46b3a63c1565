import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { screens } from './screens.ts';

const app = useApp();

/** The drawn way of the muscle that lights up. */
const litPath = '.figure svg path[fill="var(--psoas)"]';

it('lets the figure show an exercise, and stops it again', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await page.goto('/exercises/standing-march');
  const muscle = page.locator(litPath).first();
  await muscle.waitFor();
  const before = await muscle.getAttribute('d');
  await page.getByRole('button', { name: 'Let it move' }).click();
  await page.waitForFunction(
    ([path, still]) => document.querySelector(path ?? '')?.getAttribute('d') !== still,
    [litPath, before] as const,
  );
  await page.getByRole('button', { name: 'Stop the movement' }).click();
  await page.waitForFunction(
    ([path, still]) => document.querySelector(path ?? '')?.getAttribute('d') === still,
    [litPath, before] as const,
  );
  expect(faults).toEqual([]);
});

it('shows what often goes wrong beside what mends it, and what the model says', async () => {
  const page = await app.openPage();
  await page.goto('/exercises/kneeling-hip-flexor-lunge');
  await page.getByRole('img', { name: 'Not like this: The back arches' }).waitFor();
  await page.getByRole('img', { name: /^Change of length against standing\. Psoas: \d/ }).waitFor();
  expect(await page.getByText('Tailbone under, belt buckle up.').count()).toBeGreaterThanOrEqual(2);
  await page.getByRole('link', { name: 'Look into the body' }).waitFor();
});

it('turns the figure round for the other side', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await page.goto('/exercises/kneeling-hip-flexor-lunge');
  const muscle = page.locator(litPath).first();
  await muscle.waitFor();
  const right = await muscle.getAttribute('d');
  await page.getByRole('radio', { name: 'Left' }).check({ force: true });
  await page.waitForFunction(
    ([path, before]) => document.querySelector(path ?? '')?.getAttribute('d') !== before,
    [litPath, right] as const,
  );
  expect(faults).toEqual([]);
});

it('draws the fault beside the cue of a session', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await screens.find(({ name }) => name === 'player-hold')?.reach(page);
  await page.getByRole('img', { name: /^Not like this/ }).waitFor();
  await page.locator('.player-figure svg path').first().waitFor();
  expect(faults).toEqual([]);
});
