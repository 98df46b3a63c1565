import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { answerAfter, answerSafety, begin, measurementsOf, openMeasuring } from './measuring.ts';
import { press } from './person.ts';
import { passSeconds } from './test-clock.ts';

const app = useApp();

it('[ME-06] counts lifts by tap and by the space key for a minute, left and right', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await openMeasuring(page);
  await press(page, /Seated lifts/);
  await press(page, 'Next');
  await answerSafety(page);
  await begin(page, 'Left side');
  await press(page, 'Start the minute');
  for (let lift = 0; lift < 12; lift += 1) {
    await passSeconds(page, 2);
    if (lift % 2 === 0) await page.keyboard.press('Space');
    else await page.locator('.tap-target').click();
  }
  // Two taps at the same moment are one; the last one was no clean lift.
  await page.locator('.tap-target').click();
  await press(page, 'One less');
  expect(await page.locator('.tap-count').textContent()).toBe('11');
  await press(page, 'End');
  await press(page, 'Take this value');
  await answerAfter(page);
  await begin(page, 'Right side');
  await press(page, 'Start the minute');
  for (let lift = 0; lift < 16; lift += 1) {
    await passSeconds(page, 2);
    await page.locator('.tap-target').click();
  }
  await passSeconds(page, 60);
  await page.getByText('That was it.').waitFor();
  await press(page, 'Take this value');
  await answerAfter(page);
  await page.getByText('They differ by 5 lifts, more than the error of 4 lifts.').waitFor();
  expect(await measurementsOf(page)).toEqual([
    { test: 'seated-raises', side: 'left', method: 'counted', measuredBy: 'me', trials: [11], value: 11, pain: 0 },
    { test: 'seated-raises', side: 'right', method: 'counted', measuredBy: 'me', trials: [16], value: 16, pain: 0 },
  ]);
  expect(faults).toEqual([]);
});

it('[ME-06] times a hold by the clock, whatever the page did meanwhile', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await press(page, /Seated hold/);
  await press(page, 'Next');
  await answerSafety(page);
  for (const [title, seconds] of [['Left side', 31.4], ['Right side', 30]] as const) {
    await begin(page, title);
    await press(page, /Start when the thigh is up/);
    await passSeconds(page, seconds);
    await press(page, /The thigh is down/);
    await press(page, 'Take this value');
    await answerAfter(page);
  }
  await page.getByText('too little to tell: the error is 7.9 s').waitFor();
  expect(await page.locator('[data-side=left]').textContent()).toContain('31.4 s');
});
