import { describe, expect, it } from 'vitest';
import { questions as germanQuestions } from '../../../packages/knowledge/src/generated/de/questions.ts';
import germanWelcome from '../../../packages/knowledge/src/generated/de/text/welcome.ts';
import { questions as spanishQuestions } from '../../../packages/knowledge/src/generated/es/questions.ts';
import spanishWelcome from '../../../packages/knowledge/src/generated/es/text/welcome.ts';
import { questions as chineseQuestions } from '../../../packages/knowledge/src/generated/zh-Hans/questions.ts';
import chineseWelcome from '../../../packages/knowledge/src/generated/zh-Hans/text/welcome.ts';
import { useApp } from './app.ts';
import { disguised } from './disguise.ts';

const german = { welcome: germanWelcome, questions: germanQuestions };
const spanish = { welcome: spanishWelcome, questions: spanishQuestions };
const chinese = { welcome: chineseWelcome, questions: chineseQuestions };

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

describe('a browser that asks for a language of the app', () => {
  const app = useApp();

  it.each([
    ['de', 'de-AT', german],
    ['es', 'es-MX', spanish],
    ['zh-Hans', 'zh-CN', chinese],
  ] as const)('[LA-06] %s is spoken from the first screen to the question of a sign, and nothing moves sideways', async (code, locale, words) => {
    const page = await app.openPage({ locale });
    const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: words.welcome.title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(code);
    expect(await over()).toBe(0);
    await page.getByText(words.welcome.start, { exact: true }).click();
    const [sign] = words.questions.filter(({ group }) => group === 'right-now').toSorted((a, b) => a.order - b.order);
    if (sign === undefined) throw new Error('no sign');
    await page.getByRole('button', { name: sign.label }).click();
    await page.getByText(sign.question).waitFor();
    expect(await over()).toBe(0);
    for (const path of ['/today', '/exercises/dead-bug', '/learn', '/settings', '/breaks', '/handout']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      expect({ path, over: await over() }).toEqual({ path, over: 0 });
    }
  });
});
