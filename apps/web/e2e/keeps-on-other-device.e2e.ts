import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { press } from './person.ts';
import { finishedRun, openWithDiary, sampleEvent, startedDiary } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp({ withRelay: true });

const secretNote = 'Slept badly, felt stiff beneath the window.';
const diary = [...startedDiary(4), ...finishedRun(3), sampleEvent('note', { text: secretNote }, 2)];

async function openDevice(events = diary): Promise<Page> {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/settings/devices', events);
  return page;
}

async function begin(page: Page): Promise<void> {
  await page.getByLabel('Name of this device').fill('My phone');
  await press(page, 'Keep my diary on my other device');
  await upToDate(page);
}

async function upToDate(page: Page): Promise<void> {
  await page.getByText('All is passed on', { exact: false }).first().waitFor();
}

async function linkText(page: Page): Promise<string> {
  await press(page, 'Make a code');
  await page.getByText('Whoever sees this code', { exact: false }).waitFor();
  expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(0);
  await press(page, 'Show');
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  const text = await page.locator('.code-text').innerText();
  await press(page, 'Done');
  return text;
}

async function passOn(page: Page): Promise<void> {
  await page.goto('/settings/devices');
  await press(page, 'Try now');
  await upToDate(page);
}

async function idsIn(page: Page): Promise<readonly unknown[]> {
  return (await entriesIn(page)).map((entry) => Object(entry).id);
}

it('[SY-05] [SY-06] a second device is linked by the code, edits apart come together, and the link leaves no trace in the address', async () => {
  const phone = await openDevice();
  const { faults } = watchPage(phone);
  await begin(phone);
  const address = await linkText(phone);
  const laptop = await app.openPage();
  await setTestClock(laptop);
  await laptop.goto(address);
  await laptop.getByRole('heading', { name: 'Bring your diary to this device?' }).waitFor();
  expect(new URL(laptop.url()).hash).toBe('');
  await press(laptop, 'Bring it here');
  await laptop.getByRole('heading', { name: 'Your diary is here.' }).waitFor();
  expect((await idsIn(laptop)).slice(0, diary.length)).toEqual(diary.map(({ id }) => id));
  await laptop.getByRole('link', { name: 'Go to Today' }).click();
  await laptop.getByRole('heading', { level: 1 }).waitFor();
  expect(faults).toEqual([]);
});
