import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { addDays, type LocalDate } from '@psoas/kernel';
import { browserFlags } from '../browser-flags.ts';
import { findBrowser } from '../find-browser.ts';
import { createAppServer } from '../serve/app-server.ts';
import { distFolder, ensureBuild } from '../serve/build-freshness.ts';
import { close, listen } from '../serve/listen.ts';
import { spreadOf, type Spread } from './spread.ts';
import { yearsOfDiary } from './years-of-diary.ts';

/** How long Today takes to open, on a processor made four times slower. */
export type OpeningBench = {
  readonly years: number;
  /** From the first look into the database until what Today says has been painted, in milliseconds. */
  readonly opening: Spread;
  /** From the navigation until then. */
  readonly navigation: Spread;
};

const slowdown = 4;
/** Longer than the app takes to look ahead when it is idle. */
const idleMillis = 20_000;

/** Opens Today `rounds` times over a diary of so many years, each time in a new page. Builds the app when it is not fresh. */
export async function benchOpening(years: number, today: LocalDate, rounds = 7): Promise<OpeningBench> {
  await ensureBuild();
  const server = createAppServer(distFolder);
  const address = await listen(server, 0);
  // On a disk, as a person has it: without a profile Chromium keeps its databases in memory.
  const profile = mkdtempSync(join(tmpdir(), 'psoas-opening-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: [...browserFlags],
    viewport: { width: 390, height: 844 },
    baseURL: address,
    serviceWorkers: 'block',
  });
  try {
    await context.addInitScript(watchOpening, Date.parse(today) + 9 * 3_600_000);
    await fillDiary(context, years, today);
    const times: Times[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await openToday(context));
    return { years, opening: spreadOf(times.map(({ opening }) => opening)), navigation: spreadOf(times.map(({ navigation }) => navigation)) };
  } finally {
    await context.close();
    await close(server);
    rmSync(profile, { recursive: true, force: true });
  }
}

type Times = { readonly opening: number; readonly navigation: number };

declare global {
  interface Window {
    psoasOpening?: { asked?: number; painted?: number };
    __psoasTestClock?: { nowMillis: number };
  }
}

// Runs in the page: notes when the app first opens its database, and when what Today says has been painted.
function watchOpening(nowMillis: number): void {
  window.__psoasTestClock = { nowMillis };
  const seen: { asked?: number; painted?: number } = {};
  window.psoasOpening = seen;
  const { indexedDB: factory } = window;
  const open = factory.open.bind(factory);
  factory.open = (...given) => {
    seen.asked ??= performance.now();
    return open(...given);
  };
  const watch = new MutationObserver(() => {
    if (document.querySelector('main h1') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      // A message comes after the frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => (seen.painted = performance.now()));
      port1.start();
      port2.postMessage('');
    });
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function fillDiary(context: BrowserContext, years: number, today: LocalDate): Promise<void> {
  const page = await context.newPage();
  await page.goto('/settings');
  await page.waitForSelector('text=/\\d+ entries/');
  await page.evaluate(
    async (records) => {
      localStorage.setItem('psoas.settings', JSON.stringify({ started: true }));
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('psoas');
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
  // Somebody has looked at Today before, as on every other day.
  await page.goto('/today');
  await page.waitForSelector('main h1', { timeout: 60_000 });
  await page.waitForTimeout(idleMillis);
  await page.close();
}

async function openToday(context: BrowserContext): Promise<Times> {
  const page: Page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto('/today');
  const seen = await page.waitForFunction(() => (window.psoasOpening?.painted === undefined ? undefined : window.psoasOpening), undefined, { timeout: 120_000 });
  const { asked = 0, painted = 0 } = await seen.evaluate((value) => value ?? {});
  await page.close();
  return { opening: painted - asked, navigation: painted };
}
