import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useApp, watchPage } from './app.ts';
import { choosePaper, readPrint } from './paper.ts';
import { press } from './person.ts';
import { openWithDiary, sampleAnswers, sampleEvent, type SampleEvent } from './sample-diary.ts';
import { tenWeeks } from './ten-weeks.ts';
import { setTestClock } from './test-clock.ts';

const app = useApp();

async function openProgress(path: string, events: readonly SampleEvent[] = tenWeeks()): Promise<Page> {
  const page = await app.openPage();
  await setTestClock(page);
  await openWithDiary(page, path, events);
  return page;
}

/** How many pages a print has on each paper. */
async function pagesOf(page: Page, papers: readonly string[]): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const paper of papers) {
    await choosePaper(page, paper);
    counts.push((await readPrint(await page.pdf({ preferCSSPageSize: true, tagged: true }))).pages.length);
  }
  return counts;
}

describe('a person with ten weeks of diary', () => {
  it('[PR-10] reads in one sentence what changed, with its error', async () => {
    const page = await openProgress('/progress');
    await page.getByRole('heading', { level: 1, name: 'Left thigh 11° lower than at first' }).waitFor();
    expect(await page.locator('.lead').textContent()).toBe('Thigh over the edge: from 12° above level on 12 September 2026 to 1° above level on 19 November 2026. That is more than the error, 10°.');
    await page.context().close();
  });

  it('[PR-11] moves through a chart by keyboard and hears each point', async () => {
    const page = await openProgress('/progress');
    const chart = page.getByRole('application', { name: /^Thigh over the edge/ });
    const heard = page.locator('figure', { has: chart }).locator('[aria-live="polite"]');
    await chart.focus();
    const hear = async (key: string): Promise<string | null> => {
      await page.keyboard.press(key);
      return heard.textContent();
    };
    expect(await hear('ArrowLeft')).toBe('Left, 19 November: 1 degree above level, give or take 10');
    expect(await hear('ArrowLeft')).toBe('Left, 7 November: 3 degrees above level, give or take 5');
    expect(await hear('ArrowDown')).toBe('Right, 7 November: 5 degrees above level, give or take 5');
    expect(await hear('Home')).toBe('Right, 12 September: 7 degrees above level, give or take 5');
    // The chart is one stop: next comes its table.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('As a table: Thigh over the edge');
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Thigh over the edge' });
    expect(await table.getByRole('row').allTextContents()).toContain('19 NovLeft: 1° above level10°phone');
    await page.getByRole('application', { name: /^Minutes of stretch/ }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('figure', { hasText: 'Minutes of stretch' }).locator('[aria-live="polite"]').textContent()).toBe('Left, week of 16 November: 5 minutes');
    await page.context().close();
  });

  it('[PR-11] looks at four weeks, and at all', async () => {
    const page = await openProgress('/progress');
    const rows = async (): Promise<number> => page.locator('figure', { hasText: 'Minutes of stretch' }).locator('tbody tr').count();
    expect(await rows()).toBe(11);
    await page.getByLabel('4 weeks').check({ force: true });
    expect(await rows()).toBe(4);
    await page.getByLabel('All').check({ force: true });
    expect(await rows()).toBe(11);
    await page.context().close();
  });

  it('[PR-03] walks through the calendar, where rest is rest and nothing is missed', async () => {
    const page = await openProgress('/progress');
    const day = page.getByRole('button', { pressed: true });
    expect(await day.getAttribute('aria-label')).toMatch(/^Saturday 21 November, today: /);
    await day.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Friday 20 November: 1 session, 8.3 min');
    await page.keyboard.press('PageUp');
    await page.getByRole('heading', { name: 'Calendar: October 2026' }).waitFor();
    const labels = await page.getByRole('table', { name: /^October 2026/ }).getByRole('button').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    expect(labels).toHaveLength(31);
    expect(labels.filter((label) => /missed/i.test(label))).toEqual([]);
    expect(labels.some((label) => label.endsWith(': Rest day'))).toBe(true);
    await page.context().close();
  });

  it('writes a note and finds it again', async () => {
    const page = await openProgress('/progress');
    await page.getByLabel('Write a note').fill('Slept well.\nWalked to work.');
    await press(page, 'Save the note');
    await page.getByText('Saved.').waitFor();
    await page.reload();
    expect(await page.locator('.note-text').first().textContent()).toBe('Slept well.\nWalked to work.');
    await page.context().close();
  });

  it('[PR-12] opens the report, puts a name on it and prints one page, on A4 and on Letter', async () => {
    const page = await openProgress('/progress');
    const { faults, requests } = watchPage(page);
    await page.getByRole('link', { name: /one-page report/ }).click();
    expect(await page.locator('.sheet').textContent()).not.toContain('First run without thinking');
    await page.getByRole('link', { name: 'Print or save as PDF' }).click();
    await page.getByLabel('Name on the page').fill('Anna Example');
    await page.getByText('Progress report: Anna Example').waitFor();
    expect(await page.locator('.paper-view article').textContent()).not.toContain('First run without thinking');
    expect(await pagesOf(page, ['A4', 'Letter'])).toEqual([1, 1]);
    await page.reload();
    await page.getByLabel('Name on the page').waitFor();
    expect(await page.getByLabel('Name on the page').inputValue()).toBe('');
    expect([faults, requests.filter((address) => !address.startsWith(app.address()))]).toEqual([[], []]);
    await page.context().close();
  });
});

describe('other people', () => {
  it('[PR-12] a page with many flags and every test still is one page', async () => {
    const answers = { ...sampleAnswers, safety: { ...sampleAnswers.safety, yes: ['RF48', 'RF53', 'RF33', 'RF34', 'RF40', 'RF41'], details: { ...sampleAnswers.safety.details, bloodThinner: { painOrFall: false }, bloodPressure: { treated: true }, seizures: { withinSixMonths: false } } } };
    const hold = ['left', 'right'].flatMap((side) => [70, 1].map((ago) => ({ ...sampleEvent('measurement', { test: 'seated-hold', side, method: 'timed', measuredBy: 'me', trials: [30], value: 30 }, ago), id: `hold-${side}-${ago}` })));
    const page = await openProgress('/handout?what=report', [...tenWeeks(), ...hold, { ...sampleEvent('check-completed', { answers }, 1), id: 'check-many' }]);
    await page.getByText('Result of the screening').waitFor();
    expect(await pagesOf(page, ['A4', 'Letter'])).toEqual([1, 1]);
    await page.context().close();
  });

  it('[PR-10] somebody after a week reads that it is too early, and somebody without a diary what comes first', async () => {
    const early = await openProgress('/progress', tenWeeks(1));
    await early.getByRole('heading', { level: 1, name: 'Too early to say' }).waitFor();
    expect(await early.getByText('One value so far').count()).toBe(4);
    await early.context().close();
    const empty = await openProgress('/progress', []);
    await empty.getByRole('heading', { level: 1, name: 'Nothing to show yet' }).waitFor();
    await empty.goto('/report');
    await empty.getByRole('heading', { level: 1, name: 'No report yet' }).waitFor();
    await empty.context().close();
  });
});
