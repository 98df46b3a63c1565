import type { Page } from 'playwright-core';

/** One screen of the app, and the way to it from a fresh start. */
export interface Screen {
  /** Names the picture: kebab-case. */
  readonly name: string;
  /** Brings a page to the screen. The page's base address is the app's; nothing is stored yet. */
  readonly reach: (page: Page) => Promise<void>;
}

/** Every screen, in the order in which a person meets them. `npm run look` takes their pictures. */
export const screens: readonly Screen[] = [
  {
    name: 'welcome',
    reach: async (page) => {
      await page.goto('/');
      await page.waitForSelector('h1');
    },
  },
];
