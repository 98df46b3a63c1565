import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { App } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { press } from './person.ts';
import { openWithDiary, type SampleEvent } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

/** A browser of its own, at an address, with a diary where one is given. */
export async function openDevice(app: App, path: string, events: readonly SampleEvent[] = []): Promise<Page> {
  const page = await app.openPage();
  await setTestClock(page);
  if (events.length > 0) await openWithDiary(page, path, events);
  else await page.goto(path);
  await page.waitForSelector('h1');
  return page;
}

/** A device that keeps its diary for others, all of it passed on. */
export async function openFirst(app: App, events: readonly SampleEvent[]): Promise<Page> {
  const page = await openDevice(app, '/settings/devices', events);
  await page.getByLabel('Name of this device').fill('My phone');
  await press(page, 'Keep my diary on my other device');
  await isPassedOn(page);
  return page;
}

async function isPassedOn(page: Page): Promise<void> {
  await page.getByText('All is passed on', { exact: false }).first().waitFor();
}

/** Passes on at once, and waits until all is. */
export async function passOn(page: Page): Promise<void> {
  await page.goto('/settings/devices');
  await page.getByRole('heading', { name: 'State', exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent !== 'Passing on');
  await press(page, 'Try now');
  await isPassedOn(page);
}

/** The address that the first device shows to the other. */
export async function codeOf(page: Page): Promise<string> {
  await press(page, 'Make a code');
  await page.getByText('Whoever sees this code', { exact: false }).waitFor();
  expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(0);
  await press(page, 'Show');
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const text = await page.locator('.code-text').innerText();
  await press(page, 'Done');
  return text;
}

/** The diary of the other device is here. */
export async function arrived(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your diary is here' }).waitFor();
}

/** A note on the open Progress screen, as a person without a network writes it. */
export async function writeNote(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a note').fill(text);
  await press(page, 'Save the note');
  await page.getByText(text).first().waitFor();
}

/** The ids of all entries, in their order. */
export async function idsIn(page: Page): Promise<readonly string[]> {
  return (await entriesIn(page)).map((entry) => String(Object(entry).id));
}
