import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { press } from './person.ts';
import { finishedRun, openWithDiary, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

async function saved(page: Page, button: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).first().click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

it('[IC-01] [FT-01] saves the plan for a calendar and a session for a watch', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/programme', startedDiary());
  await page.getByText('In your calendar').click();
  await page.getByLabel('Sessions begin at').fill('07:15');
  const calendar = await saved(page, 'Save for my calendar');
  expect(calendar.name).toBe('exercise-calendar.ics');
  expect(calendar.bytes.toString()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART:20261121T071500\r\n[^]*END:VCALENDAR\r\n$/);
  await page.getByText('Saved. Open the file').waitFor();
  await page.getByText('On your watch').click();
  const workout = await saved(page, /^Saturday: Session, \d+ min$/);
  expect(workout.name).toBe('exercise-session-day-1-home.fit');
  expect(workout.bytes.subarray(8, 12).toString()).toBe('.FIT');
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

it('[FT-06] saves a session that was done for the service of a watch', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/done/run-1', [...startedDiary(4), ...finishedRun(1)]);
  await page.getByText('For the service of your watch').click();
  const session = await saved(page, 'Save as a FIT file');
  expect(session.name).toBe('exercise-session-2026-11-20.fit');
  expect(session.bytes.subarray(8, 12).toString()).toBe('.FIT');
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

const gpx = (type: string): string =>
  `<gpx><trk><type>${type}</type><trkseg><trkpt lat="47" lon="8.5"><time>2026-11-21T06:00:00Z</time></trkpt><trkpt lat="47.05" lon="8.5"><time>2026-11-21T06:30:00Z</time></trkpt></trkseg></trk></gpx>`;

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Bring in a copy').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });
}

it('[FT-09] [FT-13] [BR-13] takes a run in from a file, once, and Today leads to the stretch that fits', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await openWithDiary(page, '/settings', startedDiary(3));
  await page.getByRole('heading', { name: 'Your data', exact: true }).click();
  await choose(page, 'walk.gpx', '<gpx><trk>');
  await page.getByText('“trk” begins there and never ends.').waitFor();
  await choose(page, 'unnamed.gpx', gpx('grunting'));
  await press(page, 'It was a run');
  await page.getByText('Run on 2026-11-21, 30 min, 5.6 km.').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'Bring it in');
  await page.getByText('Today shows the stretch that fits').waitFor();
  await choose(page, 'again.gpx', gpx('running'));
  await page.getByText('Here already: 1.').waitFor();
  await press(page, 'Leave it');
  expect((await entriesIn(page)).length).toBe(startedDiary(3).length + 1);
  await page.goto('/today');
  await page.getByRole('heading', { name: 'You ran today' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'To the stretch' }).click();
  await page.waitForURL('**/stretch/run');
  await page.waitForSelector('h1');
  expect(faults).toEqual([]);
});
