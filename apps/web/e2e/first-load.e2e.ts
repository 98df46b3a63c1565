import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';

const app = useApp();

/** The bar of the design: what a cold visit fetches until the welcome answers, gzipped. */
const firstLoadBytes = 40 * 1024;

it('needs at most 40 KB for everything until the welcome answers', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  const sizes = new Map<string, number>();
  page.on('response', (response) => {
    void response.body().then((body) => sizes.set(new URL(response.url()).pathname, gzipSync(body).byteLength), () => undefined);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Start the check' }).waitFor();
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  expect([...sizes.keys()]).toContain('/');
  expect(total).toBeLessThanOrEqual(firstLoadBytes);
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
