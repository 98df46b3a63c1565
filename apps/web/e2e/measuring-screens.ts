import type { Page } from 'playwright-core';
import { drawScene } from './generated-photo.ts';
import { answerAfter, answerSafety, begin, chooseThomas, measuredBefore, openMeasuring } from './measuring.ts';
import { press } from './person.ts';
import { startedDiary } from './sample-diary.ts';
import type { Screen } from './screens.ts';
import { passSeconds } from './test-clock.ts';

const diary = [...startedDiary(28), measuredBefore('left', 2), measuredBefore('right', 8)];

function measuring(name: string, walk: (page: Page) => Promise<void>): Screen {
  return {
    name,
    reach: async (page) => {
      await openMeasuring(page, diary);
      await walk(page);
    },
  };
}

async function tape(page: Page, heights: readonly number[]): Promise<void> {
  await page.getByLabel(/From the bony point/).fill('40');
  for (const height of heights) {
    await page.getByLabel(/Height of the middle/).fill(String(height));
    await press(page, 'Take this value');
  }
}

/** Measuring at home, for the list of all screens. */
export const measuringScreens: readonly Screen[] = [
  measuring('measure', async () => undefined),
  measuring('measure-way', async (page) => {
    await press(page, /Thomas test/);
    await page.getByLabel(/Photo from the side/).check({ force: true });
  }),
  measuring('measure-guide', async (page) => {
    await press(page, /Thomas test/);
    await press(page, 'Next');
    await answerSafety(page);
    await page.getByRole('heading', { level: 1, name: 'Left side' }).waitFor();
    await page.locator('.figure svg').waitFor();
  }),
  measuring('measure-tape', async (page) => {
    await chooseThomas(page, /Tape measure/);
    await tape(page, [-1]);
    await page.getByLabel(/Height of the middle/).fill('-2');
  }),
  measuring('measure-phone', async (page) => {
    await page.addInitScript(() => Object.assign(DeviceOrientationEvent, { requestPermission: async () => 'granted' }));
    await page.reload();
    await chooseThomas(page, /Phone on the thigh/);
    await press(page, 'Let the phone tell its tilt');
    await page.getByRole('heading', { name: 'First, a level place' }).waitFor();
    await lieStill(page, 0, 40);
    await press(page, 'Take this value');
    await lieStill(page, -12, 20);
  }),
  measuring('measure-photo', async (page) => {
    await chooseThomas(page, /Photo from the side/);
    const buffer = await drawScene(page, { degrees: -12, tilt: 4, looksRight: true, width: 1600, height: 1200 });
    await page.locator('input[type=file]').setInputFiles({ name: 'side.png', mimeType: 'image/png', buffer });
    await page.locator('.photo-points').waitFor();
    await press(page, 'Level');
  }),
  measuring('measure-lifts', async (page) => {
    await press(page, /Seated lifts/);
    await press(page, 'Next');
    await answerSafety(page);
    await begin(page, 'Left side');
    await press(page, 'Start the minute');
    for (let lift = 0; lift < 7; lift += 1) {
      await passSeconds(page, 2);
      await page.locator('.tap-target').click();
    }
  }),
  measuring('measure-results', async (page) => {
    await chooseThomas(page, /Tape measure/);
    await tape(page, [-1, -2, -1.5]);
    await answerAfter(page, { held: 'Yes' });
    await begin(page, 'Right side');
    await tape(page, [-1, 0, -6]);
    await answerAfter(page, { held: 'Yes' });
    await page.getByRole('heading', { level: 1, name: 'What you measured' }).waitFor();
  }),
];

async function lieStill(page: Page, beta: number, samples: number): Promise<void> {
  const frames = (): Promise<unknown> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
  await frames();
  await page.evaluate(
    ({ about, count }) => {
      const clock = window.__psoasTestClock;
      for (let sample = 0; sample < count && clock !== undefined; sample += 1) {
        clock.nowMillis += 50;
        window.dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta: about, gamma: 0 }));
      }
    },
    { about: beta, count: samples },
  );
  await frames();
}
