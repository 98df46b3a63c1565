import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { drawScene, placesOf, type Scene, type ScenePlaces } from './generated-photo.ts';
import { chooseThomas, measurementsOf, openMeasuring } from './measuring.ts';
import { press } from './person.ts';

const app = useApp();

const scenes: readonly Scene[] = [
  { degrees: -17, tilt: 0, looksRight: true, width: 1600, height: 1200 },
  { degrees: 9, tilt: 7, looksRight: false, width: 1600, height: 1200 },
  { degrees: -4, tilt: -11, looksRight: true, width: 900, height: 1200 },
];

type PointName = keyof ScenePlaces;

/** Where a place of the picture is on the screen, while the whole picture is shown. */
async function onScreen(page: Page, { width, height }: Scene, place: { readonly x: number; readonly y: number }): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator('.photo-points').boundingBox();
  if (box === null) throw new Error('the picture is not there');
  return { x: box.x + (place.x / width) * box.width, y: box.y + (place.y / height) * box.height };
}

async function drag(page: Page, scene: Scene, name: PointName): Promise<void> {
  const handle = await page.locator(`[data-point=${name}] .point-cross`).boundingBox();
  if (handle === null) throw new Error(name);
  const to = await onScreen(page, scene, placesOf(scene)[name]);
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Moves a point by arrow keys alone, in large steps and then in small ones. */
async function walk(page: Page, scene: Scene, name: PointName): Promise<void> {
  const handle = page.locator(`[data-point=${name}]`);
  await handle.focus();
  const at = /translate\(([\d.]+) ([\d.]+)\)/.exec((await handle.getAttribute('transform')) ?? '');
  const goal = placesOf(scene)[name];
  const longest = Math.max(scene.width, scene.height);
  for (const [index, axis] of (['x', 'y'] as const).entries()) {
    const away = goal[axis] - Number(at?.[index + 1]);
    const key = axis === 'x' ? (away < 0 ? 'ArrowLeft' : 'ArrowRight') : away < 0 ? 'ArrowUp' : 'ArrowDown';
    const small = Math.round(Math.abs(away) / (longest * 0.003));
    for (let step = 0; step < Math.floor(small / 10); step += 1) await page.keyboard.press(`Shift+${key}`);
    for (let step = 0; step < small % 10; step += 1) await page.keyboard.press(key);
  }
}

async function shownDegrees(page: Page): Promise<number> {
  const text = (await page.locator('.measured-value').textContent()) ?? '';
  return Number(text.replace('−', '-').replace('°', ''));
}

async function choosePicture(page: Page, scene: Scene): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'side.png', mimeType: 'image/png', buffer: await drawScene(page, scene) });
  await page.locator('.photo-points').waitFor();
  await page.locator('.photo-points').scrollIntoViewIfNeeded();
}

it('[ME-02] [ME-13] gives back the drawn angles within one degree, by mouse and by keys, and keeps no picture', async () => {
  const page = await app.openPage();
  const { faults, requests } = watchPage(page);
  await openMeasuring(page);
  await page.evaluate(() => {
    const close: (this: ImageBitmap) => void = Reflect.get(ImageBitmap.prototype, 'close');
    Object.assign(window, { closedPictures: 0 });
    ImageBitmap.prototype.close = function closeAndCount() {
      Object.assign(window, { closedPictures: Number(Reflect.get(window, 'closedPictures')) + 1 });
      close.call(this);
    };
  });
  await chooseThomas(page, /Photo from the side/);
  for (const [index, scene] of scenes.entries()) {
    await choosePicture(page, scene);
    for (const name of ['hip', 'knee', 'level'] as const) await (index === 2 ? walk(page, scene, name) : drag(page, scene, name));
    expect(Math.abs((await shownDegrees(page)) - scene.degrees)).toBeLessThanOrEqual(1);
    await page.getByText('Marking points by eye is off by 5 to 10 degrees').waitFor();
    await press(page, 'Take this value');
  }
  await page.getByRole('heading', { level: 1, name: 'Two questions' }).waitFor();
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'closedPictures'))).toBe(scenes.length);
  expect(requests.filter((url) => !url.startsWith(app.address()) || url.startsWith('blob:'))).toEqual([]);
  expect(faults).toEqual([]);
});

it('[ME-02] is finer when looked at closely, and a tap brings the chosen point', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await chooseThomas(page, /Photo from the side/);
  const [scene] = scenes;
  if (scene === undefined) throw new Error('no scene');
  await choosePicture(page, scene);
  const hip = await onScreen(page, scene, placesOf(scene).hip);
  await page.mouse.click(hip.x, hip.y);
  await press(page, 'Knee');
  const knee = await onScreen(page, scene, placesOf(scene).knee);
  await page.mouse.click(knee.x, knee.y);
  expect(Math.abs((await shownDegrees(page)) - scene.degrees)).toBeLessThanOrEqual(1);
  const before = await page.locator('[data-point=knee]').getAttribute('transform');
  await press(page, 'Closer');
  await page.locator('[data-point=knee]').focus();
  await page.keyboard.press('ArrowDown');
  const [, y = 0] = transformOf(await page.locator('[data-point=knee]').getAttribute('transform'));
  const [, from = 0] = transformOf(before);
  expect(y - from).toBeCloseTo(1600 * 0.35 * 0.003, 1);
  await press(page, 'Discard');
  await page.getByText('Choose a photo').waitFor();
  expect(await page.locator('.photo-board').count()).toBe(0);
});

it('[ME-13] takes the picture with the camera, and closes the camera', async () => {
  const page = await app.openPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const pen = canvas.getContext('2d');
      pen?.fillRect(0, 0, 640, 480);
      // A still canvas gives no frame: it is drawn on for as long as it is looked at.
      setInterval(() => pen?.fillRect(0, 0, 640, 480), 50);
      const stream = canvas.captureStream(10);
      Object.assign(window, { testStream: stream });
      return stream;
    };
  });
  await openMeasuring(page);
  await chooseThomas(page, /Photo from the side/);
  await press(page, 'Use the camera');
  await press(page, 'Take the picture');
  await page.locator('.photo-points').waitFor();
  const states = await page.evaluate(() => {
    const stream: MediaStream = Reflect.get(window, 'testStream');
    return stream.getTracks().map(({ readyState }) => readyState);
  });
  expect(states).toEqual(['ended']);
  expect(await measurementsOf(page)).toEqual([]);
});

it('[ME-13] says so when there is no camera, or the file is no picture', async () => {
  const page = await app.openPage();
  await openMeasuring(page);
  await chooseThomas(page, /Photo from the side/);
  await press(page, 'Use the camera');
  await page.getByText('The camera is not open to this page.').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'side.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByText('This file could not be read as a picture.').waitFor();
  expect(await page.locator('.photo-board').count()).toBe(0);
});

function transformOf(transform: string | null): readonly number[] {
  return (/translate\(([\d.]+) ([\d.]+)\)/.exec(transform ?? '') ?? []).slice(1).map(Number);
}
