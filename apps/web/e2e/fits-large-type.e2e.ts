import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useApp } from './app.ts';
import { openWithDiary, startedDiary } from './sample-diary.ts';
import { screens } from './screens.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

const paths = [
  '/today',
  '/programme',
  '/result',
  '/progress',
  '/report',
  '/handout',
  '/exercises',
  '/exercises/kneeling-hip-flexor-lunge',
  '/body',
  '/learn',
  '/learn/tight-or-weak',
  '/settings',
  '/share',
];
const cases = [
  { name: 'with text at 200 %', size: { width: 390, height: 844 }, textPercent: 200 },
  { name: 'on a phone 320 px wide', size: { width: 320, height: 568 }, textPercent: 100 },
  { name: 'on a phone on its side', size: { width: 844, height: 390 }, textPercent: 100 },
];

describe.each(cases)('$name', ({ size, textPercent }) => {
  it('no screen moves sideways, and each place can be reached', async () => {
    const page = await app.openPage();
    await page.setViewportSize(size);
    await setTestClock(page);
    await openWithDiary(page, '/today', startedDiary());
    for (const path of paths) {
      await page.goto(path);
      await page.waitForSelector('h1');
      await page.evaluate((percent) => {
        document.documentElement.style.fontSize = `${percent}%`;
      }, textPercent);
      expect({ path, pixelsTooWide: await pixelsTooWide(page) }).toEqual({ path, pixelsTooWide: 0 });
      expect({ path, placesInSight: await placesInSight(page) }).toEqual({ path, placesInSight: 4 });
    }
    await page.context().close();
  });
});

it('[AC-05] a session and a check fit with text at 200 %, and what the person has to press can be reached', async () => {
  for (const [name, main] of [['player-hold', 'Pause'], ['player-question', 'Save and go on'], ['check-half-kneeling', 'Next']] as const) {
    const page = await app.openPage();
    await screens.find((screen) => screen.name === name)?.reach(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const button = page.getByRole('button', { name: main, exact: true });
    await button.scrollIntoViewIfNeeded();
    expect({ name, pixelsTooWide: await pixelsTooWide(page), isCovered: await button.evaluate(isCovered) }).toEqual({ name, pixelsTooWide: 0, isCovered: false });
    await page.context().close();
  }
});

// Runs in the page.
function isCovered(button: Element): boolean {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return left < 0 || right > window.innerWidth || hit === null || !button.contains(hit);
}

function pixelsTooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

function placesInSight(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('.place')].filter((place) => {
        const { left, right, top, bottom } = place.getBoundingClientRect();
        return left >= 0 && right <= window.innerWidth && top >= 0 && bottom <= window.innerHeight;
      }).length,
  );
}
