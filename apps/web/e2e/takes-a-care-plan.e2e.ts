import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { openWithDiary, sampleAnswers, sampleEvent, startedDiary, type SampleEvent } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

// Somebody whom kneeling hurts: what is done on the knees is left out.
const check = sampleEvent('check-completed', { answers: { ...sampleAnswers, safety: { ...sampleAnswers.safety, details: { ...sampleAnswers.safety.details, kneelingHurts: true } } } }, 0);
const kneelingHurts: readonly SampleEvent[] = [check, { ...sampleEvent('programme-started', { check: check.id }, 0), atMillis: check.atMillis + 1 }];

function activity(exercise: string, amounts: Readonly<Record<string, number | string>>): object {
  const parts = Object.entries(amounts).map(([url, value]) => ({ url, [typeof value === 'string' ? 'valueCode' : url === 'holdSeconds' ? 'valueDecimal' : 'valueInteger']: value }));
  return {
    detail: {
      kind: 'ServiceRequest',
      status: 'not-started',
      code: { coding: [{ system: 'https://psoas.invalid/fhir/CodeSystem/exercise', code: exercise }] },
      extension: [{ url: 'https://psoas.invalid/fhir/StructureDefinition/dose', extension: parts }],
    },
  };
}

const plan = {
  resourceType: 'CarePlan',
  status: 'active',
  intent: 'plan',
  title: 'After the visit of Friday',
  author: { display: 'Anna Berg, physiotherapist' },
  subject: { display: 'Kim' },
  period: { end: '2026-11-01' },
  activity: [
    activity('bridge', { reps: 12 }),
    activity('standing-hip-flexor-stretch', { holdSeconds: 30 }),
    activity('kneeling-hip-flexor-lunge', { holdSeconds: 45 }),
    { detail: { status: 'not-started', code: { text: 'Bird dog' } } },
  ],
};

async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('heading', { name: 'Your data', exact: true }).click();
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Bring in a copy').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

it('[FH-11] [FH-12] [SH-24] a person brings a physiotherapist’s plan in, accepts two changes, hears of an excluded exercise, and takes it back', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/today', kneelingHurts);
  const session = page.locator('.today-session');
  const bridge = session.locator('li', { hasText: 'Bridge' }).first();
  const before = await bridge.innerText();
  expect(before).not.toContain('12');

  await openSettings(page);
  await choose(page, JSON.stringify(plan));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'A plan from a file' }).waitFor();
  for (const said of ['By: Anna Berg, physiotherapist', 'It is for “Kim”.', 'By its dates it ended on 1 November 2026.', 'Bridge: 12 repetitions', 'Standing hip flexor stretch: 30 seconds', 'Bird dog: psoas has no such exercise.'])
    await dialog.getByText(said, { exact: false }).waitFor();
  await dialog.getByText('Kneeling hip flexor lunge: It does not suit this body for now.', { exact: false }).first().waitFor();
  // Who it is for and that it is over stands above the buttons, and is what is seen first.
  expect(await dialog.getByText('It is for “Kim”.', { exact: false }).evaluate((line) => line.getBoundingClientRect().top >= 0)).toBe(true);
  expect(await dialog.getByText('CarePlan.activity[2]', { exact: false }).isVisible()).toBe(false);
  await dialog.getByText('Where it stands in the file').click();
  expect(await dialog.getByText('CarePlan.activity[2]', { exact: false }).isVisible()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Put it on Today' }).click();
  await page.getByText('The proposal waits on Today. Nothing has changed yet.').waitFor();
  expect((await entriesIn(page)).at(-1)).toMatchObject({ kind: 'proposal-imported', data: { from: 'Anna Berg, physiotherapist', changes: [{}, {}] } });
  await choose(page, JSON.stringify(plan));
  await dialog.getByText('The same proposal waits on Today already.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Go to Today' }).or(page.getByRole('link', { name: 'Today' })).first().click();
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'A plan from a file' }) });
  await card.getByText('After the visit of Friday').waitFor();
  expect(await bridge.innerText()).toBe(before);
  expect(await axeFaults(page)).toEqual([]);
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await card.getByText('Accepted. Your plan follows what fits.').waitFor();
  await expect.poll(() => bridge.innerText()).toContain('12');
  await expect.poll(() => session.innerText()).toContain('30');
  await page.locator('.step-changes').getByText('Anna Berg', { exact: false }).first().waitFor();
  expect(await session.innerText()).not.toContain('Kneeling hip flexor lunge');
  await page.reload();
  await expect.poll(() => bridge.innerText()).toContain('12');
  expect(await card.count()).toBe(0);

  await openSettings(page);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Taken back. It no longer counts.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/today');
  await expect.poll(() => bridge.innerText()).toBe(before);
  expect(faults).toEqual([]);
});

it('[FH-10] says of a file that is no plan what is wrong, where, and what to do; nothing is written', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await openSettings(page);
  const refused = async (text: string, said: string): Promise<void> => {
    await choose(page, text);
    await page.getByRole('alert').getByText(said, { exact: false }).waitFor();
  };
  await refused(JSON.stringify({ ...plan, status: 'entered-in-error' }), 'CarePlan.status says that the plan is entered-in-error. Only a plan that still holds can be taken. Nothing was brought in.');
  await refused('{"resourceType":"Patient"}', 'The file is a FHIR Patient.');
  await refused('{"resourceType":"CarePlan","activity":[', 'The file ends in the middle of line 1');
  await refused(`{"resourceType":"CarePlan","status":"active","intent":"plan","note":${'['.repeat(300)}${']'.repeat(300)}}`, 'more than 64 levels');
  await refused(JSON.stringify({ ...plan, activity: 'all' }), 'CarePlan.activity must be a list.');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await entriesIn(page)).toEqual(startedDiary());
});
