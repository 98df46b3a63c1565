import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { answerAfter, begin, chooseThomas, measurementsOf, openMeasuring } from './measuring.ts';
import { press } from './person.ts';

const app = useApp();

/** The phone lies in one way for some seconds of the app's clock, with the tremble of a real sensor. */
async function lie(page: Page, { beta, gamma = 0 }: { readonly beta: number; readonly gamma?: number }, seconds = 2): Promise<void> {
  await nextFrames(page);
  await page.evaluate(
    ({ about, roll, millis }) => {
      const clock = window.__psoasTestClock;
      if (clock === undefined) throw new Error('set the test clock first');
      for (let passed = 0; passed < millis; passed += 50) {
        clock.nowMillis += 50;
        const shake = 0.2 * Math.sin(passed);
        window.dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 30, beta: about + shake, gamma: roll - shake }));
      }
      sessionStorage.setItem('test-clock', String(clock.nowMillis));
    },
    { about: beta, roll: gamma, millis: seconds * 1000 },
  );
  await nextFrames(page);
}

// The page listens, and shows what it heard, only after it has been drawn.
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
}

// Some browsers ask before they tell, others just tell.
async function allow(page: Page): Promise<void> {
  const ask = page.getByRole('button', { name: 'Let the phone tell its tilt' });
  await ask.or(page.getByRole('heading', { name: 'First, a level place' })).waitFor();
  if ((await ask.count()) > 0) await ask.click();
}

async function trial(page: Page, beta: number, number: number): Promise<void> {
  await page.getByRole('heading', { level: 1, name: `Trial ${number} of 3` }).waitFor();
  await press(page, 'Take this value');
  // The leg still sinks; then it hangs.
  await lie(page, { beta: 40 }, 1);
  await lie(page, { beta: beta + 20 }, 1);
  await page.getByRole('button', { name: 'Not yet' }).waitFor();
  await lie(page, { beta, gamma: 7 });
}

it('[ME-04] [ME-05] reads the thigh against a level surface, only once the phone lies still', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await openMeasuring(page);
  await chooseThomas(page, /Phone on the thigh/);
  await allow(page);
  await page.getByRole('heading', { name: 'First, a level place' }).waitFor();
  await lie(page, { beta: 25 });
  await page.getByText(/The phone leans by 25/).waitFor();
  // A camera that sticks out lifts the top by two degrees.
  await lie(page, { beta: 2 });
  await page.getByText(/Lay the phone along the top of the thigh/).waitFor();
  await trial(page, -10, 1);
  await page.getByRole('list', { name: 'Trials' }).getByText('−12°').waitFor();
  // The same place again is no new trial.
  await press(page, 'Take this value');
  await lie(page, { beta: -10, gamma: 7 });
  await page.getByText('Bring the knee up and lower it again').waitFor();
  await press(page, 'Not yet');
  await trial(page, -11, 2);
  await page.getByRole('list', { name: 'Trials' }).getByText('−13°').waitFor();
  await trial(page, -7, 3);
  await answerAfter(page, { held: 'Yes' });
  // The yes of the left side still holds.
  await begin(page, 'Right side');
  await page.getByRole('heading', { name: 'First, a level place' }).waitFor();
  await lie(page, { beta: 0 });
  for (const [index, beta] of [5, 6, 4].entries()) await trial(page, beta, index + 1);
  await answerAfter(page, { held: 'Yes' });
  await page.getByRole('heading', { level: 1, name: 'What you measured' }).waitFor();
  const values = (await measurementsOf(page)) as readonly { readonly method: string; readonly value: number; readonly trials: readonly number[] }[];
  expect(values.map(({ method }) => method)).toEqual(['phone', 'phone']);
  for (const [index, expected] of [-12, 5].entries()) expect(Math.abs((values[index]?.value ?? Number.NaN) - expected)).toBeLessThanOrEqual(0.2);
  expect(faults).toEqual([]);
});

it('[ME-04] asks first where the phone wants to be asked, and says so when it is refused', async () => {
  const page = await app.openPage();
  await page.addInitScript(() => {
    Object.assign(DeviceOrientationEvent, { requestPermission: async () => sessionStorage.getItem('motion') ?? 'denied' });
  });
  await openMeasuring(page);
  await chooseThomas(page, /Phone on the thigh/);
  await press(page, 'Let the phone tell its tilt');
  await page.getByText('The phone did not allow it.').waitFor();
  await page.evaluate(() => sessionStorage.setItem('motion', 'granted'));
  await page.reload();
  await press(page, /Thomas test/);
  await page.getByLabel(/Phone on the thigh/).check({ force: true });
  await press(page, 'Next');
  await begin(page, 'Left side');
  await press(page, 'Let the phone tell its tilt');
  await lie(page, { beta: 0 });
  await page.getByText(/Lay the phone along/).waitFor();
  expect(await page.locator('.reading-value').textContent()).toBe('0°');
});

it('[ME-04] says so when the device tells nothing about its tilt', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await chooseThomas(page, /Phone on the thigh/);
  await allow(page);
  await page.getByText('This device does not tell its tilt. Measure by tape or photo.').waitFor();
  expect(await page.getByRole('button', { name: 'Take this value' }).count()).toBe(0);
});
