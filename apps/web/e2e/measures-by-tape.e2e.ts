import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { answerAfter, answerSafety, begin, chooseThomas, measuredBefore, measurementsOf, openMeasuring } from './measuring.ts';
import { press } from './person.ts';
import { sampleAnswers, sampleEvent, startedDiary } from './sample-diary.ts';

const app = useApp();

async function trial(page: Page, height: number): Promise<void> {
  await page.getByLabel(/Height of the middle/).fill(String(height));
  await press(page, 'Take this value');
}

it('[ME-01] [ME-09] measures both sides by tape, and believes only what is beyond the error', async () => {
  const page = await app.openPage();
  const { faults, requests } = watchPage(page);
  await openMeasuring(page, [...startedDiary(28), measuredBefore('left', 2), measuredBefore('right', 8)]);
  await page.getByText('Last: left 2° above level, right 8° above level, 24 Oct').waitFor();
  await press(page, /Thomas test/);
  // The way and the helper of last time are chosen already.
  expect(await page.getByLabel(/Tape measure/).isChecked()).toBe(true);
  expect(await page.getByLabel(/Name or initials/).inputValue()).toBe('Kim');
  await press(page, 'Next');
  await answerSafety(page);
  await begin(page, 'Left side');
  await page.getByLabel(/From the bony point/).fill('40');
  await page.getByLabel(/Height of the middle/).fill('44');
  await page.getByText('The height cannot be more than the length.').waitFor();
  await page.getByLabel(/Height of the middle/).fill('-1');
  await page.getByText('The thigh lies at −1.4°.').waitFor();
  for (const height of [-1, -2, -1.5]) await trial(page, height);
  await answerAfter(page, { held: 'Yes', pain: 1 });
  await begin(page, 'Right side');
  // The length stays from side to side.
  expect(await page.getByLabel(/From the bony point/).inputValue()).toBe('40');
  for (const height of [-1, 0, -3]) await trial(page, height);
  await answerAfter(page, { held: 'Yes' });
  const left = page.locator('[data-side=left]');
  await left.getByText('A change of 4.1° since 24 Oct is too small to tell: the error is 5°.').waitFor();
  expect(await left.textContent()).toContain('2.1° below level');
  expect(await page.locator('[data-side=right]').textContent()).toContain('9.4° lower since 24 Oct. That is more than the error of 5°');
  expect(await page.locator('main').textContent()).toContain('They differ by 0.7°, too little to tell: the error is 5°.');
  expect((await measurementsOf(page)).slice(2)).toEqual([
    { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'Kim', trials: [-1.4, -2.9, -2.1], value: -2.1, pelvisHeld: true, pain: 1 },
    { test: 'thomas', side: 'right', method: 'tape', measuredBy: 'Kim', trials: [-1.4, 0, -4.3], value: -1.4, pelvisHeld: true, pain: 0 },
  ]);
  await page.getByRole('link', { name: 'Done' }).click();
  await page.getByRole('link', { name: 'Measure at home' }).waitFor();
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(app.address()))).toEqual([]);
});

it('[ME-09] calls nothing changed where the trials lie too far apart', async () => {
  const page = await app.openPage();
  await openMeasuring(page, [...startedDiary(28), measuredBefore('left', 8)]);
  await chooseThomas(page, /Tape measure/);
  await page.getByLabel(/From the bony point/).fill('40');
  for (const height of [-1, 0, -6]) await trial(page, height);
  await answerAfter(page, { held: 'Yes' });
  await begin(page, 'Right side');
  for (const height of [-1, -1, -1]) await trial(page, height);
  await answerAfter(page, { held: 'Yes' });
  await page.getByText('The trials lie too far apart to call that a change.').waitFor();
  expect(await page.getByText('so something has changed').count()).toBe(0);
});

it('[ME-07] keeps a measurement with a lifted back and does not use it', async () => {
  const page = await app.openPage();
  await openMeasuring(page, [...startedDiary(28), measuredBefore('left', 20)]);
  await chooseThomas(page, /Tape measure/);
  await page.getByLabel(/From the bony point/).fill('40');
  for (const height of [1, 1, 1]) await trial(page, height);
  await answerAfter(page, { held: 'No' });
  await begin(page, 'Right side');
  for (const height of [1, 1, 1]) await trial(page, height);
  await answerAfter(page, { held: 'Yes' });
  expect(await page.locator('[data-side=left]').textContent()).toContain('kept and not used');
  expect(await page.locator('[data-side=left]').textContent()).not.toContain('since');
});

it('[ME-12] pain above 3 keeps the value and ends measuring for the day', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await chooseThomas(page, /Tape measure/);
  await page.getByLabel(/From the bony point/).fill('40');
  for (const height of [1, 1, 1]) await trial(page, height);
  await answerAfter(page, { held: 'Yes', pain: 4 });
  await page.getByText('Pain above 3: stop measuring for today.').waitFor();
  expect(await page.locator('[data-side=right]').count()).toBe(0);
  await page.goto('/measure');
  await page.getByRole('heading', { level: 1, name: 'No measuring today' }).waitFor();
});

it('[ME-12] stops when it hurts before there is a value, also after coming back', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await chooseThomas(page, /Tape measure/);
  await press(page, 'It hurts');
  await page.getByRole('heading', { level: 1, name: 'Stop here for today' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Stop here for today' }).waitFor();
  expect(await measurementsOf(page)).toEqual([]);
});

it('[ME-12] the check comes first, S-09 is said, and pain at rest stops everything', async () => {
  const page = await app.openPage();
  await page.goto('/measure');
  await page.getByRole('heading', { level: 1, name: 'The check comes first' }).waitFor();
  const bendy = { ...sampleAnswers, safety: { ...sampleAnswers.safety, details: { ...sampleAnswers.safety.details, hypermobility: { score: 6 } } } };
  await openMeasuring(page, [sampleEvent('check-completed', { answers: bendy })]);
  await page.getByText('The edge-of-bed test is not for you now').waitFor();
  expect(await page.getByRole('button', { name: /Thomas test/ }).count()).toBe(0);
  await press(page, /Seated lifts/);
  await press(page, 'Next');
  await answerSafety(page, 4);
  await page.getByText('With pain above 3 nothing is measured today.').waitFor();
});
