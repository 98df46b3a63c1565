import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { addDays, type LocalDate } from '@psoas/kernel';
import { browserFlags } from '../browser-flags.ts';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { findBrowser } from '../find-browser.ts';
import { distFolder, ensureBuild } from '../serve/build-freshness.ts';
import { close, listen } from '../serve/listen.ts';
import { createCompressedAppServer } from './compressed-app-server.ts';

/** What every measurement in the browser stands for, in words. */
export const phoneWords = 'Chromium without a window at 390 x 844, on a processor made four times slower';

/** A slow mobile network, in words. */
export const slowNetworkWords = '150 ms latency and 1.6 Mbit/s';

const slowdown = 4;
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** For what a page under measurement may take. */
const patienceMillis = 120_000;

/** Gives the address of the built app, compressed, while the work lasts. Builds the app when it is not fresh. */
export async function withServedApp<Found>(work: (address: string) => Promise<Found>): Promise<Found> {
  await ensureBuild();
  const server = createCompressedAppServer(distFolder);
  const address = await listen(server, 0);
  try {
    return await work(address);
  } finally {
    await close(server);
  }
}

/** How somebody's browser is set up. */
export type PhoneOptions = {
  readonly address: string;
  /** The app's day; it is nine in the morning, and the clock runs. */
  readonly today: LocalDate;
  /** How long a diary lies in it; 0 for none. */
  readonly years?: number;
  /** Whether the app keeps itself on the device for use without a network. */
  readonly keepsApp?: boolean;
};

/** Gives the browser of somebody, with its own profile, while the work lasts. */
export async function withPhone<Found>(options: PhoneOptions, work: (context: BrowserContext) => Promise<Found>): Promise<Found> {
  const { address, today, years = 0, keepsApp = false } = options;
  // On a disk, as a person has it: without a profile Chromium keeps its databases in memory.
  const profile = mkdtempSync(join(tmpdir(), 'psoas-phone-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserFlags],
    viewport: { width: 390, height: 844 },
    baseURL: address,
    locale: 'en-GB',
    serviceWorkers: keepsApp ? 'allow' : 'block',
  });
  try {
    context.setDefaultTimeout(patienceMillis);
    await context.addInitScript(setRunningClock, Date.parse(today) + 9 * 3_600_000);
    if (years > 0) await fillDiary(context, years, today);
    if (keepsApp) await keepApp(context);
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Opens a page on the slow processor, gives it to the work, and closes it. */
export async function onSlowPage<Found>(context: BrowserContext, work: (page: Page, session: CDPSession) => Promise<Found>): Promise<Found> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const found = await work(page, session);
  await page.close();
  return found;
}

/** From now on the page has the slow network, and nothing of any page is in the browser's cache. */
export async function beginColdOnSlowNetwork(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', slowNetwork);
}

declare global {
  interface Window {
    __psoasTestClock?: { nowMillis: number };
  }
}

// Runs in the page: the app's clock runs from the given moment, and can be moved.
function setRunningClock(startMillis: number): void {
  let offset = startMillis;
  window.__psoasTestClock = {
    get nowMillis() {
      return offset + performance.now();
    },
    set nowMillis(millis) {
      offset = millis - performance.now();
    },
  };
}

async function fillDiary(context: BrowserContext, years: number, today: LocalDate): Promise<void> {
  const page = await context.newPage();
  await page.goto('/settings');
  // The count of entries stands there once the app has made its database.
  await page.getByText(/\d+ entries/).first().waitFor();
  await page.evaluate(
    async (records) => {
      localStorage.setItem('psoas.settings', JSON.stringify({ started: true }));
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('psoas');
        opening.onerror = () => reject(new Error('the diary did not open'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('events', 'readwrite');
          for (const record of records) transaction.objectStore('events').add(record);
          transaction.oncomplete = () => resolve(opening.result.close());
          transaction.onerror = () => reject(new Error('the diary did not write'));
        };
      });
    },
    [...yearsOfDiary(years, addDays(today, -1))],
  );
  // Somebody has looked at Today before, as on every other day: the app looked ahead when it was idle.
  await page.goto('/today');
  await page.waitForSelector('main h1');
  await page.waitForFunction(hasLookedAhead, undefined, { polling: 500 });
  await page.close();
}

// Runs in the page: whether Today was worked out ahead for the coming days.
function hasLookedAhead(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('psoas');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('kept').objectStore('kept').getAllKeys();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.filter((key) => typeof key === 'string' && key.startsWith('today-')).length === 4);
      };
    };
  });
}

async function keepApp(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.close();
}
