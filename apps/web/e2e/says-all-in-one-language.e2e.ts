import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useApp } from './app.ts';
import { findInDisguise } from './disguise.ts';
import { screens } from './screens.ts';

const app = useApp({ pseudoLanguage: 'en-XA' });

/** What the browser names in the language of the formats: months, days of the week, regions. */
const fromBrowser = [
  ...Array.from({ length: 12 }, (_, month) => ['short', 'long'].map((style) => new Intl.DateTimeFormat('en-GB', { month: style === 'short' ? 'short' : 'long' }).format(new Date(2026, month, 1)))).flat(),
  ...Array.from({ length: 7 }, (_, day) => new Intl.DateTimeFormat('en-GB', { weekday: 'long' }).format(new Date(2026, 10, 1 + day))),
  ...'EU DE AT CH ES GB MX AR CO CL PE CN TW HK SG AU NZ'.split(' ').flatMap((code) => (new Intl.DisplayNames('en-GB', { type: 'region' }).of(code) ?? '').split(/\W+/)),
];

/** What is the same in every language: units, ids, what the person of the samples wrote. */
const sameEverywhere = /^(?:psoas|kg|cm|mm|min|s|h|in|km|RF\d+|[SC]\d+[a-z]?|[PDFTME]{1,2}-\d+|M-[A-Z]+|Anna|from|the|practice|Kim|FIT|GPX|TCX|CSV|JSON|https?)$/;

describe('[LA-07] every word of a screen comes from the texts of its language', () => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const page = await app.openPage();
    findInDisguise(page);
    await screen.reach(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-XA');
    const outside = (await wordsOutside(page)).filter((said) => said.slice(said.indexOf(': ')).split(/[^\p{L}\d-]+/u).some((word) => /[a-z]{2}/i.test(word) && !sameEverywhere.test(word) && !fromBrowser.includes(word)));
    expect(outside).toEqual([]);
    await page.context().close();
  });
});

/** What a person sees or hears that stands outside of the brackets of a made-up text. What says that it is English, or is the person's own, may. */
async function wordsOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const outside = (text: string): string => {
      let depth = 0;
      return Array.from(text, (sign) => {
        if (sign === '⟦') depth += 1;
        const said = depth === 0 ? sign : '';
        if (sign === '⟧' && depth > 0) depth -= 1;
        return said;
      }).join('').trim();
    };
    const found = new Set<string>();
    const say = (where: string, text: string | null): void => {
      const words = outside(text ?? '');
      if (/[a-z]{2}/i.test(words)) found.add(`${where}: ${words}`);
    };
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('script, style, noscript, [lang="en"], [lang=""], [translate="no"]') !== null || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']) if (element.hasAttribute(name)) say(`${element.localName} ${name}`, element.getAttribute(name));
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) say(element.localName, child.textContent);
    }
    say('title', document.title);
    return [...found];
  });
}
