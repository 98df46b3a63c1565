import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readCalendar } from '../../../tools/calendar/occurrences.ts';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { openDevice, openFirst } from './other-device.ts';
import { press } from './person.ts';
import { finishedRun, sampleEvent, startedDiary } from './sample-diary.ts';
import { passSeconds } from './test-clock.ts';

const app = useApp({ withRelay: true });
const diary = [...startedDiary(4), ...finishedRun(3), sampleEvent('note', { text: 'slept badly beneath the northern window' }, 2)];

/** All that the relay has on its disk. */
async function relayFiles(): Promise<string> {
  const files = await readdir(app.relayFolder());
  return (await Promise.all(files.map((file) => readFile(join(app.relayFolder(), file), 'latin1')))).join('');
}

/** What a calendar program gets: another program, with the address and nothing else. */
async function fetched(address: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(address);
  return { status: response.status, text: await response.text() };
}

/** The weekdays on which sessions stand, as ical.js reads them. */
function sessionDays(ics: string): readonly number[] {
  const times = readCalendar(ics).filter(({ title }) => title === 'Exercise session').flatMap((event) => event.times);
  return [...new Set(times.map((time) => new Date(`${time}Z`).getUTCDay()))];
}

/** Reads what would lie open, agrees, and gets the address. */
async function publish(page: Page): Promise<string> {
  await press(page, 'See what others could read');
  const dialog = page.getByRole('dialog');
  expect(await axeFaults(page)).toEqual([]);
  expect(await dialog.getByRole('button', { name: 'Make the address' }).isDisabled()).toBe(true);
  await dialog.getByLabel('I agree that whoever has the address', { exact: false }).check({ force: true });
  await dialog.getByRole('button', { name: 'Make the address' }).click();
  return addressOf(page);
}

async function addressOf(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Your calendar’s address' }).waitFor();
  return page.locator('.code-text').innerText();
}

it('[IC-10] [IC-12] [IC-13] agrees, gives the address to a calendar, changes the plan, and ends it', async () => {
  const page = await openDevice(app, '/programme', diary);
  const { faults } = watchPage(page);
  const before = await relayFiles();
  await page.getByText('In your calendar').click();
  await page.getByRole('link', { name: 'Let my calendar fetch it by itself' }).click();
  await page.getByLabel('Sessions begin at').fill('07:15');
  await press(page, 'See what others could read');
  const shown = await page.getByRole('dialog').locator('pre').innerText();
  await press(page, 'Leave it');
  expect((await relayFiles()) === before).toBe(true);

  const address = await publish(page);
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.getByRole('link', { name: 'Add to the calendar here' }).getAttribute('href')).toBe(address.replace('http:', 'webcal:'));
  const first = await fetched(address);
  const lines = (text: string): readonly string[] => text.trim().split(/\r?\n/).filter((line) => !line.startsWith('UID:'));
  expect(lines(first.text)).toEqual(lines(shown));
  expect(readCalendar(first.text)[0]?.times[0]).toContain('T07:15:00');
  expect(sessionDays(first.text).length).toBe(5);

  // Nothing but the neutral text is there: no exercise, no note, no answer.
  const stored = await relayFiles();
  expect(stored).toContain('Exercise session');
  expect(['kneeling-hip-flexor-lunge', 'lunge', 'hip', 'slept badly', 'half-kneeling', 'psoas'].filter((word) => stored.toLowerCase().includes(word))).toEqual([]);

  await page.goto('/programme');
  await page.getByText('Change days and minutes').click();
  for (let count = 0; count < 3; count += 1) await press(page, '− Days a week');
  await page.getByText('2 days', { exact: true }).waitFor();
  await page.goto('/settings/calendar');
  await page.getByRole('heading', { name: 'State' }).waitFor();
  await expect.poll(async () => sessionDays((await fetched(address)).text).length, { timeout: 20_000 }).toBe(2);
  expect(await addressOf(page)).toBe(address);

  await passSeconds(page, 60);
  await press(page, 'Make a new address');
  await press(page, 'Make a new one');
  await page.getByText('The old address has ended.', { exact: false }).waitFor();
  const next = await addressOf(page);
  expect([next === address, (await fetched(address)).status, (await fetched(next)).status]).toEqual([false, 404, 200]);

  const uids = [...first.text.matchAll(/UID:(\S+)/g), ...(await fetched(next)).text.matchAll(/UID:(\S+)/g)].map(([, uid = '']) => uid);
  expect(uids.length).toBeGreaterThan(8);
  await passSeconds(page, 60);
  await press(page, 'End it');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'End it now');
  await page.getByRole('heading', { name: 'It has ended' }).waitFor();
  await page.getByText('The relay deleted it on 21 November 2026', { exact: false }).waitFor();
  expect((await fetched(next)).status).toBe(404);
  for (const uid of uids) expect((await relayFiles()).includes(uid)).toBe(false);
  await page.goto('/settings');
  await page.getByText('Off. Nothing is open to read').waitFor();
  expect(faults).toEqual([]);
});

it('[IC-13] erasing everything here ends it first; without the relay the person is told, and decides', async () => {
  const page = await openDevice(app, '/settings/calendar', diary);
  const address = await publish(page);
  const eraseNow = async (): Promise<void> => {
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'Your data' }).click();
    await press(page, 'Erase everything');
    await page.getByText('psoas ends that first', { exact: false }).waitFor();
    await page.getByLabel('I understand', { exact: false }).check({ force: true });
  };
  await eraseNow();
  await page.context().route('**/v1/**', (route) => route.abort());
  await passSeconds(page, 60);
  await page.getByRole('button', { name: 'Erase now' }).click();
  await page.getByText('The address could not be ended', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Erase all the same' }).waitFor();
  expect((await fetched(address)).status).toBe(200);
  await page.context().unroute('**/v1/**');
  await eraseNow();
  await page.getByRole('button', { name: 'Erase now' }).click();
  await page.getByRole('heading', { level: 1, name: 'Find out where to start with your psoas' }).waitFor();
  expect((await fetched(address)).status).toBe(404);
});

it('[IC-13] stopping on this device says that the calendar goes on; erasing at the relay ends it with the rest', async () => {
  const page = await openFirst(app, diary);
  await page.goto('/settings/calendar');
  const address = await publish(page);
  await page.goto('/settings/devices');
  await press(page, 'Stop on this device only');
  await page.getByText('has nothing to do with this and goes on', { exact: false }).waitFor();
  await press(page, 'Leave it');
  await passSeconds(page, 60);
  await press(page, 'Erase it from the relay');
  await press(page, 'Erase now');
  await page.getByRole('heading', { name: 'The relay has erased your diary' }).waitFor();
  expect(await page.getByText(/^Deleted on .* 1 entries, /).count()).toBe(1);
  expect((await fetched(address)).status).toBe(404);
});
