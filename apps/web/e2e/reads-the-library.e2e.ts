import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../tools/launch-browser.ts';
import { close, listen } from '../../../tools/serve/listen.ts';
import { createSite } from '../../../tools/site/create-site.ts';
import { englishInput } from '../../../tools/site/english-input.ts';
import { watchPage } from './app.ts';
import { axeFaults } from './axe-faults.ts';

const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  svg: 'image/svg+xml',
};
/** One page of each kind. */
const kinds = [
  '',
  'exercises/',
  'exercises/dead-bug/',
  'learn/getting-help/',
  'corrections/',
  'corrections/psoas-leg-lifts/',
  'self-tests/',
  'help/',
  '404.html',
];

let server: Server;
let address = '';
const browsers: Browser[] = [];

beforeAll(async () => {
  const files = new Map(createSite(await englishInput()).map(({ path, text }) => [path, text]));
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
    const text = files.get(path);
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': contentTypes[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
    response.end(text ?? 'not there');
  });
  address = await listen(server, 0);
});

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await close(server);
});

type View = {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Off unless axe, a script itself, has to look. */
  readonly javaScriptEnabled?: boolean;
};

/** A page in a browser that runs no script unless told to. */
async function openPage(view: View = {}): Promise<Page> {
  const browser = await launchBrowser();
  browsers.push(browser);
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    ...view,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

it('[WS-05] without scripts: from the start to an exercise, its steps, and to help', async () => {
  const page = await openPage();
  const { faults, requests } = watchPage(page);
  await page.goto('/');
  await page.locator('main').getByRole('link', { name: /^Exercises/ }).click();
  await page.getByRole('link', { name: /^Dead bug/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Dead bug' }).waitFor();
  await page.getByText('Lower your right leg slowly towards the floor').first().waitFor();
  await page.getByText('You feel dizzy.').first().waitFor();
  await page.getByText('What the articles say (13)').click();
  await page.getByRole('link', { name: 'Disputed' }).first().click();
  await page.locator('#C248').waitFor();
  await page.getByRole('link', { name: 'Emergency help' }).click();
  await page.getByText('Call 112 or your local emergency number.').waitFor();
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  expect(faults).toEqual([]);
});

describe.each(['light', 'dark'] as const)('[WS-13] by axe, in the %s theme', (colorScheme) => {
  it('no page has a fault', async () => {
    const page = await openPage({ colorScheme, javaScriptEnabled: true });
    for (const path of kinds) {
      await page.goto(`/${path}`);
      expect([path, await axeFaults(page)]).toEqual([path, []]);
    }
  }, 240_000);
});

it('[WS-13] no page has to be moved sideways at 320 pixels', async () => {
  const page = await openPage({ viewport: { width: 320, height: 640 } });
  for (const path of kinds) {
    await page.goto(`/${path}`);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
  }
}, 120_000);
