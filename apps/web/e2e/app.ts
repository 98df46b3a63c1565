import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../../tools/launch-browser.ts';
import { createAppServer } from '../../../tools/serve/app-server.ts';
import { distFolder, ensureBuild, ensurePseudoBuild, pseudoDistFolder } from '../../../tools/serve/build-freshness.ts';
import { close, listen } from '../../../tools/serve/listen.ts';
import { serveRelay, type ServedRelay } from '../../../tools/serve/serve-relay.ts';
import { testDayMillis } from './test-clock.ts';

/** The built app in a browser. */
export type App = {
  /** A page of a person who has never been here; on a phone unless told otherwise. */
  readonly openPage: (options?: PageOptions) => Promise<Page>;
  readonly address: () => string;
  /** Where the relay keeps its file, with `withRelay`. */
  readonly relayFolder: () => string;
};

/** Whether the app's server also answers as a relay; its clock begins at the day of the tests. */
type AppOptions = {
  readonly withRelay?: boolean;
  /** What the browser asks for, of the build with the made-up languages. */
  readonly pseudoLanguage?: 'en' | 'en-XA' | 'ar-XB';
};

/** `locale` is what the browser asks for. */
export type PageOptions = { readonly colourScheme?: 'light' | 'dark'; readonly withServiceWorker?: boolean; readonly locale?: string };

const closingMillis = 10_000;

/** Serves the app for one test file, and a browser for each of its pages; closes all after it. Call it at the top of the file. */
export function useApp({ withRelay = false, pseudoLanguage }: AppOptions = {}): App {
  let address = '';
  let relayFolder = '';
  let relay: ServedRelay | undefined;
  let server: ReturnType<typeof createAppServer> | undefined;
  const browsers: Browser[] = [];
  const violations: string[] = [];
  beforeAll(async () => {
    await (pseudoLanguage === undefined ? ensureBuild() : ensurePseudoBuild());
    server = createAppServer(pseudoLanguage === undefined ? distFolder : pseudoDistFolder, withRelay ? (request, response) => relay?.answer(request, response) : undefined);
    address = await listen(server, 0);
    if (!withRelay) return;
    relayFolder = await mkdtemp(join(tmpdir(), 'psoas-relay-'));
    const startedAt = Date.now();
    relay = await serveRelay(Number(new URL(address).port), { PSOAS_RELAY_DATA: relayFolder, PSOAS_RELAY_LOG: 'silent' }, { nowMillis: () => testDayMillis + Date.now() - startedAt });
  });
  // [HD-06] Whatever a test is about, the page keeps to its content security policy.
  afterEach(() => expect(violations.splice(0)).toEqual([]));
  afterAll(async () => {
    // One that hangs is left to the end of the process.
    await Promise.race([Promise.all(browsers.map((browser) => browser.close())), setTimeout(closingMillis)]);
    if (server !== undefined) await close(server);
    await relay?.close();
    if (relayFolder !== '') await rm(relayFolder, { recursive: true, force: true });
  });
  return {
    address: () => address,
    relayFolder: () => relayFolder,
    openPage: async ({ colourScheme = 'light', withServiceWorker = false, locale = 'en-GB' } = {}) => {
      // Each page has its own browser: about once in two hundred pages Chromium hangs, and a retry must not meet it again.
      const browser = await launchBrowser();
      browsers.push(browser);
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 390, height: 844 },
        colorScheme: colourScheme,
        reducedMotion: 'reduce',
        locale,
        serviceWorkers: withServiceWorker ? 'allow' : 'block',
      });
      await tellViolations(context, violations);
      context.on('close', () => void browser.close());
      const page = await context.newPage();
      if (pseudoLanguage !== undefined)
        await page.addInitScript((code) => Object.defineProperty(navigator, 'languages', { get: () => [code] }), pseudoLanguage);
      page.setDefaultTimeout(15_000);
      return page;
    },
  };
}

// What a page must not load, run or parse, it tells by an event; this brings it to the test.
async function tellViolations(context: BrowserContext, violations: string[]): Promise<void> {
  await context.exposeFunction('tellViolation', (told: string) => void violations.push(told));
  await context.addInitScript(() => {
    window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const tell: unknown = Reflect.get(window, 'tellViolation');
      if (typeof tell === 'function') Reflect.apply(tell, undefined, [`${effectiveDirective}: ${blockedURI} ${sourceFile} ${sample}`]);
    });
  });
}

/** Collects what the page asks for and what goes wrong in it, from now on. */
export function watchPage(page: Page): { readonly requests: readonly string[]; readonly faults: readonly string[] } {
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { requests, faults };
}
