import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { entriesIn } from './browser-store.ts';
import { arrived, codeOf, idsIn, openDevice, openFirst, passOn, writeNote } from './other-device.ts';
import { press } from './person.ts';
import { finishedRun, sampleEvent, startedDiary } from './sample-diary.ts';
import { passSeconds } from './test-clock.ts';

const app = useApp({ withRelay: true });

const secretWords = 'slept badly beneath the northern window';
const diary = [...startedDiary(4), ...finishedRun(3), sampleEvent('note', { text: secretWords }, 2)];

/** What the person reads on the screens that the diary decides. */
async function screensOf(page: Page): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const path of ['/programme', '/progress']) {
    await page.goto(path);
    await page.waitForSelector('h1');
    await page.waitForLoadState('networkidle');
    texts.push(await page.locator('main').innerText());
  }
  return texts;
}

it('[SY-05] [SY-06] links by the code, brings edits made apart together, and leaves nothing readable at the relay', async () => {
  const phone = await openFirst(app, diary);
  const { faults } = watchPage(phone);
  const address = await codeOf(phone);
  const laptop = await openDevice(app, '/settings', [sampleEvent('note', { text: 'from the laptop' }, 1)]);
  // No two devices write in the same millisecond.
  await passSeconds(laptop, 5);
  await laptop.goto(address);
  // Nothing is joined without a word, and nothing of the link stays in the address.
  await laptop.getByRole('heading', { name: 'Join the two diaries?' }).waitFor();
  expect(new URL(laptop.url()).hash).toBe('');
  expect(await axeFaults(laptop)).toEqual([]);
  expect(await idsIn(laptop)).toHaveLength(1);
  await press(laptop, 'Join them');
  await arrived(laptop);
  await passOn(phone);
  for (const page of [phone, laptop]) expect(await idsIn(page)).toEqual(expect.arrayContaining(diary.map(({ id }) => id)));

  for (const [page, name, seconds] of [[phone, 'phone', 20], [laptop, 'laptop', 10]] as const) {
    await page.goto('/progress');
    await page.getByLabel('Write a note').waitFor();
    await page.context().setOffline(true);
    await passSeconds(page, seconds);
    await writeNote(page, `offline on the ${name}`);
  }
  for (const page of [phone, laptop]) await page.context().setOffline(false);
  await passOn(phone);
  await passOn(laptop);
  await passOn(phone);
  expect(await idsIn(phone)).toEqual(await idsIn(laptop));
  expect(JSON.stringify(await entriesIn(phone))).toContain('offline on the laptop');
  expect(await screensOf(phone)).toEqual(await screensOf(laptop));
  expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);

  const stored = await Promise.all((await readdir(app.relayFolder())).map((file) => readFile(join(app.relayFolder(), file), 'latin1')));
  expect(stored.join('').length).toBeGreaterThan(10_000);
  const found = [secretWords, 'kneeling-hip-flexor-lunge', 'set-logged', 'My phone', 'offline on', 'deviceName'].filter((plain) => stored.join('').includes(plain));
  expect(found).toEqual([]);
});

it('scans the code with the camera, and closes the camera', async () => {
  const phone = await openFirst(app, diary);
  await press(phone, 'Make a code');
  await press(phone, 'Show');
  const picture = await phone.getByRole('img', { name: 'QR code' }).screenshot();
  const laptop = await openDevice(app, '/settings/link');
  await showToCamera(laptop, picture);
  await press(laptop, 'Scan the code');
  await laptop.getByRole('button', { name: 'Bring it here' }).waitFor();
  const states = await laptop.evaluate(() => {
    const stream: MediaStream = Reflect.get(window, 'testStream');
    return stream.getTracks().map(({ readyState }) => readyState);
  });
  expect(states).toEqual(['ended']);
  await press(laptop, 'Bring it here');
  await arrived(laptop);
});

/** Lets the camera of a page see a picture, a little turned, as from a hand. */
async function showToCamera(page: Page, picture: Buffer): Promise<void> {
  await page.evaluate((base64) => {
    navigator.mediaDevices.getUserMedia = async () => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1280, 720];
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      const draw = (): void => {
        pen.resetTransform();
        pen.fillStyle = '#cfc9bd';
        pen.fillRect(0, 0, 1280, 720);
        pen.translate(640, 360);
        pen.rotate(0.06);
        pen.drawImage(image, -300, -300, 600, 600);
      };
      // A still canvas gives no frame: it is drawn on for as long as it is looked at.
      setInterval(draw, 50);
      const stream = canvas.captureStream(10);
      Object.assign(window, { testStream: stream });
      return stream;
    };
  }, picture.toString('base64'));
}

it('[SY-08] a removed device is told so, keeps its diary, and gets nothing more', async () => {
  const phone = await openFirst(app, diary);
  const laptop = await openDevice(app, await codeOf(phone));
  await press(laptop, 'Bring it here');
  await arrived(laptop);
  await passOn(phone);
  await phone.getByRole('button', { name: 'Remove: My ' }).click();
  expect(await axeFaults(phone)).toEqual([]);
  await press(phone, 'Remove it');
  await phone.getByText('was removed.').waitFor();
  expect(await phone.getByRole('button', { name: /^Remove: / }).count()).toBe(0);
  await phone.goto('/progress');
  await writeNote(phone, 'after the loss');
  await passOn(phone);
  await laptop.goto('/settings/devices');
  await laptop.getByText('This device was removed from your other devices.', { exact: false }).waitFor();
  expect(await axeFaults(laptop)).toEqual([]);
  const entries = JSON.stringify(await entriesIn(laptop));
  expect(entries).toContain(secretWords);
  expect(entries).not.toContain('after the loss');
});

it('brings everything back with the 24 words, and names a wrong one by its place', async () => {
  const phone = await openFirst(app, diary);
  expect(await phone.locator('.word-list').count()).toBe(0);
  await press(phone, 'Show the words');
  await phone.locator('.word-list li').nth(23).waitFor();
  const words = await phone.locator('.word-list li').allInnerTexts();
  expect(words).toHaveLength(24);
  await phone.getByRole('link', { name: 'Recovery page to print' }).click();
  await phone.getByRole('heading', { level: 1, name: 'Recovery page' }).waitFor();
  await press(phone, 'Show the words');
  await phone.getByRole('img', { name: 'QR code of the 24 words' }).waitFor();
  await expect.poll(() => phone.locator('.kit-sheet li').allInnerTexts()).toEqual(expect.arrayContaining(words));
  expect(await phone.locator('.kit-sheet').innerText()).not.toContain('My phone');
  expect(await axeFaults(phone)).toEqual([]);

  const tablet = await openDevice(app, '/settings/link');
  expect(await axeFaults(tablet)).toEqual([]);
  await tablet.getByText('Type the 24 words').click();
  await tablet.getByLabel('24 words').fill([...words.slice(0, 2), 'zzzoo', ...words.slice(3)].join(' '));
  await press(tablet, 'Use these words');
  await press(tablet, 'Bring it here');
  await tablet.getByText('Word 3, “zzzoo”, is not in the list. Did you mean one of these:', { exact: false }).waitFor();
  await press(tablet, 'Leave it');
  await tablet.getByText('Type the 24 words').click();
  await tablet.getByLabel('24 words').fill(words.join('  ').toUpperCase());
  await press(tablet, 'Use these words');
  await press(tablet, 'Bring it here');
  await arrived(tablet);
  expect(await idsIn(tablet)).toEqual(expect.arrayContaining(diary.map(({ id }) => id)));
  await tablet.getByRole('link', { name: 'Go to Today' }).click();
  await tablet.getByRole('heading', { level: 1 }).waitFor();
});

it('[SY-09] erases from the relay with a receipt, says what stays where it is not reached, and keeps the diary here', async () => {
  const phone = await openFirst(app, diary);
  await press(phone, 'Erase it from the relay');
  const dialog = phone.getByRole('dialog');
  await phone.context().setOffline(true);
  await dialog.getByRole('button', { name: 'Erase now' }).click();
  await dialog.getByText('Nothing was erased. What stays at', { exact: false }).waitFor();
  expect(await axeFaults(phone)).toEqual([]);
  await phone.context().setOffline(false);
  await dialog.getByRole('button', { name: 'Erase now' }).click();
  await dialog.getByText(`Deleted on 21 November 2026: ${diary.length + 1} entries`, { exact: false }).waitFor();
  const [download] = await Promise.all([phone.waitForEvent('download'), dialog.getByRole('link', { name: 'Save the receipt' }).click()]);
  expect(download.suggestedFilename()).toBe('psoas-receipt-2026-11-21.txt');
  expect(await readFile(await download.path(), 'utf8')).toMatch(/Deleted: \d+ entries, \d+ bytes\nSigned receipt \(base64url\): [\w-]{200}/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await phone.getByRole('button', { name: 'Keep my diary on my other device' }).waitFor();
  expect(await idsIn(phone)).toEqual(expect.arrayContaining(diary.map(({ id }) => id)));
});

it('[SY-09] erasing everything offers to empty the relay first, and leaves nothing on the device', async () => {
  const phone = await openFirst(app, diary);
  await phone.goto('/settings');
  await phone.getByRole('heading', { name: 'Your data' }).click();
  await press(phone, 'Erase everything');
  await press(phone, 'Erase it from the relay first');
  await phone.getByText('Deleted on', { exact: false }).waitFor();
  await phone.getByLabel('I understand', { exact: false }).check({ force: true });
  await phone.getByRole('dialog').getByRole('button', { name: 'Erase now' }).click();
  await phone.getByRole('heading', { level: 1, name: 'Find out where to start with your psoas' }).waitFor();
  await expect.poll(() => phone.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
});

it('[SY-04] an import cannot be taken back once it has gone to the others', async () => {
  const phone = await openFirst(app, diary);
  await phone.goto('/settings');
  await phone.getByRole('heading', { name: 'Your data' }).click();
  const copy = JSON.stringify({ format: 'psoas-diary', version: 1, events: finishedRun(9) });
  await phone.getByLabel('Bring in a copy').setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(copy) });
  await press(phone, 'Bring it in');
  await phone.getByText('Entries brought in: 6.').waitFor();
  await passOn(phone);
  await phone.goto('/settings');
  await phone.getByRole('heading', { name: 'Your data' }).click();
  await phone.getByRole('button', { name: 'Save a copy as a file' }).waitFor();
  expect(await phone.getByRole('button', { name: 'Take the import back' }).count()).toBe(0);
});
