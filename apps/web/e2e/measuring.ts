import type { Page } from 'playwright-core';
import { isRecord } from '@psoas/kernel';
import { entriesIn } from './browser-store.ts';
import { press } from './person.ts';
import { openWithDiary, sampleEvent, startedDiary, type SampleEvent } from './sample-diary.ts';
import { setTestClock } from './test-clock.ts';

/** A Thomas test of some days ago, by tape, read by Kim. */
export function measuredBefore(side: 'left' | 'right', value: number, daysAgo = 28): SampleEvent {
  return { ...sampleEvent('measurement', { test: 'thomas', side, method: 'tape', measuredBy: 'Kim', trials: [value, value, value], value, pelvisHeld: true, pain: 0 }, daysAgo), id: `thomas-${side}` };
}

/** Opens measuring with a diary, at a clock that stands still. */
export async function openMeasuring(page: Page, events: readonly SampleEvent[] = startedDiary()): Promise<void> {
  await setTestClock(page);
  await openWithDiary(page, '/measure', events);
}

/** The short safety form: nothing new, and so much pain at rest. */
export async function answerSafety(page: Page, pain = 0): Promise<void> {
  await press(page, 'None of these');
  await page.getByRole('radio', { name: String(pain), exact: true }).check({ force: true });
  await press(page, 'Go on to measuring');
}

/** From the list of tests to the first trial of the left side. */
export async function chooseThomas(page: Page, method: RegExp): Promise<void> {
  await press(page, /Thomas test/);
  await page.getByLabel(method).check({ force: true });
  await press(page, 'Next');
  await answerSafety(page);
  await begin(page, 'Left side');
}

export async function begin(page: Page, title: 'Left side' | 'Right side'): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await press(page, 'I am ready');
}

/** The two questions after the trials of a side. */
export async function answerAfter(page: Page, { pain = 0, held }: { readonly pain?: number; readonly held?: 'Yes' | 'No' } = {}): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Two questions' }).waitFor();
  if (held !== undefined) await page.getByLabel(held, { exact: true }).check({ force: true });
  await page.getByRole('radio', { name: String(pain), exact: true }).check({ force: true });
  await press(page, 'Keep it');
}

/** What the diary of the page holds of measurements. */
export async function measurementsOf(page: Page): Promise<readonly unknown[]> {
  return (await entriesIn(page)).flatMap((entry) => (isRecord(entry) && entry['kind'] === 'measurement' ? [entry['data']] : []));
}
