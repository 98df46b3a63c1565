import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { entriesIn } from './browser-store.ts';
import { press } from './person.ts';
import { finishedRun, openWithDiary, sampleEvent, startedDiary } from './sample-diary.ts';
import { passSeconds, setTestClock } from './test-clock.ts';

const app = useApp();

const strange = { ...sampleEvent('not-yet-invented', { some: ['thing'] }, 2), version: 1 as const };
const diary = [
  ...startedDiary(4),
  ...finishedRun(4),
  ...finishedRun(3),
  sampleEvent('note', { text: 'Slept badly, “felt” stiff.' }, 2),
  strange,
  sampleEvent('measurement', { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'me', trials: [4, 6, 5], value: 5, pelvisHeld: true }, 1),
  sampleEvent('preference-changed', { key: 'minutesPerDay', value: 10 }, 1),
];

/** What the person reads on the screens that the diary decides. */
async function screensOf(page: Page): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const path of ['/today', '/programme', '/progress', '/result']) {
    await page.goto(path);
    await page.waitForSelector('h1');
    await page.waitForLoadState('networkidle');
    texts.push(await page.locator('main').innerText());
  }
  return texts;
}

async function openGroup(page: Page, title: string): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('heading', { name: title, exact: true }).click();
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function choose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Bring in a copy').setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

it('[DF-01] saves a copy, erases everything, brings the copy in, and all is as before', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', diary);
  await openGroup(page, 'The app');
  await page.getByLabel('Inches').check({ force: true });
  const before = { entries: await entriesIn(page), screens: await screensOf(page) };
  expect(before.entries).toHaveLength(diary.length);
  await openGroup(page, 'Your data');
  const copy = await saved(page, 'Save a copy as a file');
  expect(copy.name).toBe('psoas-diary-2026-11-21.json');
  expect(JSON.parse(copy.text)).toMatchObject({ format: 'psoas-diary', version: 1, events: diary, settings: { app: { units: 'inches' } } });

  await press(page, 'Erase everything');
  await page.getByLabel('I understand', { exact: false }).check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Erase now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Find out where to start with your psoas' }).waitFor();

  await openGroup(page, 'Your data');
  await page.getByText('0 entries. Save').waitFor();
  await choose(page, copy.text);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Entries that are new: ${diary.length}.`).waitFor();
  await dialog.getByText('not read by this version and kept as they are: 1 (entry 16 of the file).', { exact: false }).waitFor();
  expect(await dialog.getByLabel('Also use the settings of the copy').isChecked()).toBe(true);
  await press(page, 'Bring it in');
  await page.getByText(`Entries brought in: ${diary.length}.`).waitFor();
  expect(await entriesIn(page)).toEqual(before.entries);
  expect(await screensOf(page)).toEqual(before.screens);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('psoas.settings') ?? '{}').units)).toBe('inches');
});

it('[DF-11] merges a copy into a diary, offers the way back after a reload, and takes back exactly what came', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  const own = [...startedDiary(1), sampleEvent('note', { text: 'own' }, 0)];
  await openWithDiary(page, '/today', own);
  const changed = { ...own[2], data: { text: 'another' } };
  const file = JSON.stringify({ format: 'psoas-diary', version: 1, events: [own[0], ...finishedRun(3), changed] });
  await openGroup(page, 'Your data');
  await choose(page, file);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Entries that are new: 6.').waitFor();
  await dialog.getByText('Here already: 1.').waitFor();
  await dialog.getByText('Left out, because', { exact: false }).waitFor();
  await press(page, 'Bring it in');
  await page.getByText('Entries brought in: 6.').waitFor();
  // By time: what is three days old stands before what is here.
  expect(await entriesIn(page)).toEqual([...finishedRun(3), ...own]);
  await passSeconds(page, 6 * 86_400);
  await openGroup(page, 'Your data');
  await page.getByText('you brought in a copy. New entries: 6.', { exact: false }).waitFor();
  await press(page, 'Take the import back');
  await page.getByText('The import was taken back.').waitFor();
  expect(await entriesIn(page)).toEqual(own);
  expect(await page.getByRole('button', { name: 'Take the import back' }).count()).toBe(0);
});

it('[DF-04] says of a damaged file what is wrong and where, and changes nothing', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', startedDiary());
  await openGroup(page, 'Your data');
  const refused = async (text: string, said: string): Promise<void> => {
    await choose(page, text);
    await page.getByRole('alert').getByText(said, { exact: false }).waitFor();
  };
  await refused('{"format":"psoas-diary","version":1,\n"events":[{"id" 5}]}', 'The file is damaged at line 2, column 17.');
  await refused('{"format":"psoas-diary","version":1,\n"events":[', 'The file ends in the middle of line 2');
  await refused('{"format":"psoas-diary","version":7,"events":[]}', 'Update psoas, then import again.');
  await refused('[1, 2]', 'This is no psoas diary');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await entriesIn(page)).toEqual(startedDiary());
});

it('[DF-09] [FH-03] saves tables for a spreadsheet, and the diary for a clinic', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/today', diary);
  await openGroup(page, 'Your data');
  await page.getByText('Tables for a spreadsheet').click();
  const sets = await saved(page, 'Sets as CSV');
  expect(sets.name).toBe('psoas-sets-2026-11-21.csv');
  expect(sets.text.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFday,logged_at_utc,session,run,exercise,item,side,set,worked_seconds,repetitions,repetitions_in_reserve,pain_0_to_10,felt,form',
    '2026-11-17,2026-11-17T08:00:00Z,day-1-home,run-4,kneeling-hip-flexor-lunge,1,left,1,45,,,1,,',
  ]);
  expect((await saved(page, 'Measurements as CSV')).text).toContain(',thomas,left,tape,me,5,degrees,true,,,4,6,5');
  expect((await saved(page, 'Pain as CSV')).text).toContain(',set,kneeling-hip-flexor-lunge,left,1');
  await page.getByText("For a clinic's system").click();
  const fhir = await saved(page, 'Save as FHIR');
  expect(fhir.name).toBe('psoas-fhir-2026-11-21.json');
  expect(fhir.text).toContain('"resourceType":"Procedure","id":"session-run-4"');
  await page.getByText('The FHIR file was saved.').waitFor();
});
