import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { readStore } from './browser-store.ts';
import { press } from './person.ts';
import { openWithDiary, sampleEvent, startedDiary, type SampleEvent } from './sample-diary.ts';
import { passSeconds, setTestClock, testDayMillis } from './test-clock.ts';

const app = useApp();

/** Two sets of one exercise on both sides: ready 10 s, left 45, change 8, right 45, change 8, left 45, ... */
const item = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
const begun: SampleEvent = sampleEvent('session-started', { run: 'run-now', session: 'day-1-home', items: [item], options: { firstSide: 'left', order: 'alternate' } });
const underWay: readonly SampleEvent[] = [...startedDiary(), begun];

it('[E-16] finds what was worked when the tab crashes in the middle of a set, and counts it once', async () => {
  const page = await beginWalk();
  await tick(page, 85);
  await expect.poll(() => savedMillis(page)).toBe(85_000);
  const again = await crashAndReopen(page, testDayMillis + 100_000);
  await again.goto('/today');
  await again.getByRole('link', { name: 'Go on where you were' }).click();
  await endWalk(again);
  await again.getByRole('heading', { level: 1, name: 'Session ended' }).waitFor();
  // The 15 s until it was opened again count (T-05).
  expect(await setsIn(again)).toEqual(['left 1 45 2026-11-21', 'right 1 37 2026-11-21']);
});

it('[E-16] writes down on the next day what a crashed tab had not', async () => {
  const page = await beginWalk();
  await tick(page, 85);
  await expect.poll(() => savedMillis(page)).toBe(85_000);
  const again = await crashAndReopen(page, testDayMillis + 86_400_000);
  await again.goto('/today');
  await expect.poll(() => setsIn(again)).toEqual(['left 1 45 2026-11-21', 'right 1 22 2026-11-21']);
  await expect.poll(async () => (await eventsIn(again)).filter(({ kind }) => kind === 'session-finished').length).toBe(1);
});

it('[E-14] goes on over a full disk, says so in one line, and stores everything when there is space again', async () => {
  const page = await app.openPage();
  const { faults } = watchPage(page);
  await setTestClock(page);
  await fillDiskWhenAsked(page);
  await openWithDiary(page, '/session/day-1-home', underWay);
  await press(page, 'Start');
  await setDiskFull(page, true);
  await tick(page, 85);
  await page.getByText(/Not stored yet/).waitFor();
  await endWalk(page);
  await page.getByRole('heading', { level: 1, name: 'Session ended' }).waitFor();
  expect(await setsIn(page)).toEqual([]);
  await setDiskFull(page, false);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => setsIn(page)).toEqual(['left 1 45 2026-11-21', 'right 1 22 2026-11-21']);
  const kinds = (await eventsIn(page)).map(({ kind }) => kind);
  expect(kinds.slice(-3)).toEqual(['set-logged', 'set-logged', 'session-finished']);
  await page.goto('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText(/Not stored yet/).count()).toBe(0);
  expect(faults).toEqual([]);
});

it('runs a session in one tab only, and both tabs see each set once', async () => {
  const page = await beginWalk();
  const other = await page.context().newPage();
  await setTestClock(other);
  await other.goto('/session/day-1-home');
  await press(other, /again/);
  expect(await other.getByRole('timer').count()).toBe(0);
  await other.goto('/settings');
  await other.getByText('3 entries').first().waitFor();
  await tick(page, 85);
  await endWalk(page);
  await page.getByRole('heading', { level: 1, name: 'Session ended' }).waitFor();
  expect(await setsIn(other)).toEqual(['left 1 45 2026-11-21', 'right 1 22 2026-11-21']);
  // The other tab has heard of each: three, two sets and the end.
  await other.getByText('6 entries').first().waitFor();
});

it('[E-15] keeps each event on the day where the person was, over a flight and over summer time', async () => {
  const page = await app.openPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' });
  // Two minutes before the clocks in Berlin go from 2 to 3.
  const springMillis = Date.parse('2026-03-29T00:58:00Z');
  await setTestClock(page, springMillis);
  const events = underWay.map((event) => ({ ...event, atMillis: springMillis - 60_000, day: '2026-03-29' }));
  await openWithDiary(page, '/session/day-1-home', events);
  await press(page, 'Start');
  await tick(page, 85);
  await passSeconds(page, 40);
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' });
  await endWalk(page);
  await page.getByRole('heading', { level: 1, name: 'Session ended' }).waitFor();
  // In New York it is the evening before; what was held is what was held.
  expect(await setsIn(page)).toEqual(['left 1 45 2026-03-28', 'right 1 45 2026-03-28', 'left 2 9 2026-03-28']);
  await page.goto('/today');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect((await eventsIn(page)).filter(({ kind }) => kind === 'session-finished')).toHaveLength(1);
});

async function beginWalk(): Promise<Page> {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, '/session/day-1-home', underWay);
  await press(page, 'Start');
  return page;
}

// In pieces, as a page that is seen ticks, and until the page has seen them.
async function tick(page: Page, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 5) {
    await passSeconds(page, Math.min(5, left));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }
}

async function endWalk(page: Page): Promise<void> {
  await press(page, 'More');
  await page.getByRole('dialog', { name: 'More' }).getByRole('button', { name: 'End the session' }).click();
  await page.getByRole('dialog', { name: 'End the session?' }).getByRole('button', { name: 'End the session' }).click();
}

// The tab goes without a word; another one is opened later.
async function crashAndReopen(page: Page, nowMillis: number): Promise<Page> {
  const context = page.context();
  const again = await context.newPage();
  await setTestClock(again, nowMillis);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  return again;
}

async function fillDiskWhenAsked(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['add', 'put'] as const) {
      const write = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...given) {
        if (sessionStorage.getItem('disk-is-full') !== null) throw new DOMException('no space', 'QuotaExceededError');
        return write.apply(this, given);
      };
    }
  });
}

async function setDiskFull(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((full) => (full ? sessionStorage.setItem('disk-is-full', 'yes') : sessionStorage.removeItem('disk-is-full')), isFull);
}

type StoredEvent = { readonly kind: string; readonly day: string; readonly data: { readonly side?: string; readonly set?: number; readonly seconds?: number } };

function eventsIn(page: Page): Promise<readonly StoredEvent[]> {
  return readStore(page, 'events') as Promise<readonly StoredEvent[]>;
}

async function setsIn(page: Page): Promise<readonly string[]> {
  const sets = (await eventsIn(page)).filter(({ kind }) => kind === 'set-logged');
  return sets.map(({ day, data }) => `${data.side} ${data.set} ${data.seconds} ${day}`);
}

async function savedMillis(page: Page): Promise<unknown> {
  const kept = (await readStore(page, 'kept', 'session-under-way')) as { readonly state?: { readonly activeMillis: number } } | undefined;
  return kept?.state?.activeMillis;
}
