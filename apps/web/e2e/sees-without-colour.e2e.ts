import type { CDPSession, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp } from './app.ts';
import { openWithDiary } from './sample-diary.ts';
import { tenWeeks } from './ten-weeks.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

/** As the protocol of the browser names them. */
const visions = ['none', 'protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;

it('[AC-05] [AC-06] [AC-07] reads the charts with eyes of every kind, in forced colours, with more contrast, and nothing moves', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/progress', tenWeeks());
  await page.locator('.chart-svg').first().waitFor();
  // All charts in one picture of what is in sight.
  await page.setViewportSize({ width: 390, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const session = await page.context().newCDPSession(page);
  const canvas = await page.context().newPage();
  for (const vision of visions) expect({ vision, weak: await weakMarks(page, session, canvas, vision) }).toEqual({ vision, weak: [] });
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  // A page in the background has a frame each second.
  await canvas.close();

  // Left and right, and the zones of pain, by their forms alone.
  expect(await formsOf(page, '.chart-row-left .chart-mark')).toEqual(['circle']);
  expect(await formsOf(page, '.chart-row-right .chart-mark')).toEqual(['path']);
  expect(await page.locator('.chart-striped').count()).toBeGreaterThan(0);
  for (const zone of ['green', 'amber', 'red']) expect(await page.locator(`.chart-zone-${zone} text`).first().textContent()).not.toBe('');
  const corners = await page.evaluate(() => ['green', 'amber', 'red'].map((zone) => [...document.querySelectorAll(`.chart-pain-${zone} > .chart-mark:not(.chart-mark-open)`)].map((mark) => mark.getAttribute('d')?.split('L').length ?? 0)));
  expect(corners.map((counts) => [...new Set(counts)].join())).toEqual(['0', '4', '3'].map((count, index) => (corners[index]?.length === 0 ? '' : count)));

  await page.emulateMedia({ forcedColors: 'active' });
  expect(await lostShapes(page)).toEqual([]);
  expect(await boxless(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
  expect(await page.evaluate(() => [...new Set([...document.querySelectorAll('.soft')].map((each) => getComputedStyle(each).color === getComputedStyle(document.body).color))])).toEqual([true]);

  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/exercises/standing-march');
  await page.locator('.figure svg path').first().waitFor();
  expect(await changesInFrames(page, 40)).toBe(0);
});

/** Marks, lines and bars that stand out by less than 3 to 1 from the card, as somebody with such eyes sees it. */
async function weakMarks(page: Page, session: CDPSession, canvas: Page, type: (typeof visions)[number]): Promise<readonly string[]> {
  await session.send('Emulation.setEmulatedVisionDeficiency', { type });
  const picture = await page.screenshot();
  const places = await page.evaluate(() => {
    const card = document.querySelector('.chart')?.getBoundingClientRect();
    const shapes = [...document.querySelectorAll<SVGGeometryElement>('.chart-line, .chart-mark:not(.chart-mark-open), rect.chart-left')];
    const at = shapes.flatMap((shape) => {
      const box = shape.getBoundingClientRect();
      const matrix = shape.getScreenCTM();
      if (matrix === null) return [];
      const point = shape.matches('.chart-line') ? shape.getPointAtLength(shape.getTotalLength() / 2).matrixTransform(matrix) : new DOMPoint(box.left + box.width / 2, box.top + box.height / 2);
      return [{ name: shape.getAttribute('class') ?? '', x: Math.floor(point.x), y: Math.floor(point.y) }];
    });
    return { paper: { x: Math.floor((card?.left ?? 0) + 1), y: Math.floor((card?.top ?? 0) - 4) }, at };
  });
  const contrasts = await canvas.evaluate(
    async ({ encoded, paper, at }) => {
      const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (drawing === null) throw new Error('no canvas');
      drawing.drawImage(bitmap, 0, 0);
      const luminance = (x: number, y: number): number => {
        const [red = 0, green = 0, blue = 0] = [...drawing.getImageData(x, y, 1, 1).data].map((part) => (part / 255 <= 0.040_45 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const under = luminance(paper.x, paper.y);
      return at.map(({ name, x, y }) => {
        const over = luminance(x, y);
        return { name, ratio: (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05) };
      });
    },
    { encoded: picture.toString('base64'), ...places },
  );
  expect(contrasts.length).toBeGreaterThan(10);
  return contrasts.filter(({ ratio }) => ratio < 3).map(({ name, ratio }) => `${name}: ${ratio.toFixed(2)}`);
}

function formsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate((wanted) => [...new Set([...document.querySelectorAll(wanted)].map(({ tagName }) => tagName))], selector);
}

/** Shapes of charts that have the colour of the page, inside and at the edge, and so are gone. */
function lostShapes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const isGone = (colour: string): boolean => colour === paper || colour === 'none' || colour === 'rgba(0, 0, 0, 0)';
    return [...document.querySelectorAll('.chart-svg :is(text, line, polyline, .chart-mark, .chart-left, .chart-striped, .chart-zone-red rect)')]
      .filter((shape) => isGone(getComputedStyle(shape).fill) && isGone(getComputedStyle(shape).stroke))
      .map((shape) => `${shape.tagName} ${shape.getAttribute('class') ?? ''}`);
  });
}

/** Buttons without an edge: a colour behind them is not painted, so that nothing else shows where they are. */
function boxless(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.button, .chip-button, .input, .choice')].filter((each) => each.checkVisibility() && getComputedStyle(each).borderTopStyle === 'none').map((each) => each.outerHTML.slice(0, 100)),
  );
}

/** How often something of the figure changes within so many frames. */
function changesInFrames(page: Page, frames: number): Promise<number> {
  return page.evaluate(async (count) => {
    let changes = 0;
    const watch = new MutationObserver((seen) => {
      changes += seen.length;
    });
    const figure = document.querySelector('.figure');
    if (figure !== null) watch.observe(figure, { subtree: true, attributes: true, childList: true });
    for (let frame = 0; frame < count; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return changes;
  }, frames);
}
