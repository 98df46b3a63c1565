import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';

const app = useApp();

/** The bar of the design: the scripts that a cold visit fetches until nothing more comes, the figure with it, gzipped. */
const scriptBytes = 40 * 1024;

it('needs at most 40 KB of scripts until the welcome stands with its figure', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  const sizes = new Map<string, number>();
  page.on('response', (response) => {
    void response.body().then((body) => sizes.set(new URL(response.url()).pathname, gzipSync(body).byteLength), () => undefined);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Start the check' }).waitFor();
  await page.locator('.figure svg path').first().waitFor();
  const scripts = [...sizes].filter(([path]) => path.endsWith('.js'));
  expect(scripts.map(([path]) => path).join(' ')).toContain('moving-figure');
  expect(scripts.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(scriptBytes);
  expect(faults).toEqual([]);
});

it('moves the focus to the title and names the page when the screen changes', async () => {
  const page = await app.openPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Look around first' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Learn' }).waitFor();
  expect(await page.title()).toBe('Learn · psoas');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});
