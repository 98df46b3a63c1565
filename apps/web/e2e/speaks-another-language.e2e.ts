import { describe, expect, it } from 'vitest';
import { useApp } from './app.ts';
import { disguised } from './disguise.ts';

describe('a person who asks for another language', () => {
  const app = useApp({ pseudoLanguage: 'en' });

  it('[LA-08] gets it from the settings, with the same diary, and without a network too', async () => {
    const page = await app.openPage({ withServiceWorker: true });
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'The app', exact: true }).click();
    await page.getByLabel('Language').selectOption({ label: '[Éñĝļîšĥ]' });
    await page.getByRole('heading', { name: disguised('The app', true) }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['en-XA', 'ltr']);
    const keeper = (): Promise<readonly string[]> =>
      page.evaluate(async () => [new URL(navigator.serviceWorker.controller?.scriptURL ?? location.href).search, ...(await caches.keys()).map((name) => name.split('-').slice(2).join('-'))]);
    await expect.poll(keeper).toEqual(['?language=en-XA', 'en-XA']);
    await page.context().setOffline(true);
    for (const path of ['/settings', '/learn', '/exercises']) {
      await page.goto(path);
      await page.locator('h1').waitFor();
      expect(await page.locator('h1').textContent()).toMatch(/^⟦/);
    }
  });
});

describe('a language from right to left', () => {
  const app = useApp({ pseudoLanguage: 'ar-XB' });

  it('[LA-10] turns the page round, and nothing moves sideways', async () => {
    const page = await app.openPage();
    for (const path of ['/', '/check', '/today', '/exercises', '/exercises/kneeling-hip-flexor-lunge', '/learn', '/settings', '/progress', '/body', '/breaks', '/share']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      expect({ path, over: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth) }).toEqual({ path, over: 0 });
    }
    const places = await page.locator('.place').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().x));
    expect(places).toEqual(places.toSorted((first, second) => second - first));
    expect(places.length).toBe(4);
  });
});
