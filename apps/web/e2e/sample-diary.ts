import type { Page } from 'playwright-core';
import { testDayMillis } from './test-clock.ts';

/** The answers of a person who runs and sits, tight on both sides and weak on the left. */
export const sampleAnswers = {
  about: { ageYears: 38, sittingHoursPerDay: 8, sports: [], level: 'intermediate', goals: ['flexibility', 'desk-comfort'], daysPerWeek: 5, minutesPerDay: 15, equipment: ['mat', 'chair', 'wall', 'bed'], canKneel: true, canUseFloor: true, needsBalanceSupport: false },
  safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: { hypermobility: { score: 0 }, kneelingHurts: false, backPattern: { worseWith: 'neither' } } },
  pain: { now: 0, where: [] },
  tests: {
    halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'deep-front-hip', when: 'early' } },
    kneeLift: { left: { result: 'pelvis-tips-back' }, right: { result: 'clean', aboveNinety: 'clean' } },
  },
};

export type SampleEvent = { readonly id: string; readonly kind: string; readonly version: 1; readonly atMillis: number; readonly day: string; readonly data: unknown };

/** One entry of a sample diary, `daysAgo` days before the test day. */
export function sampleEvent(kind: string, data: unknown, daysAgo = 0): SampleEvent {
  const atMillis = testDayMillis - daysAgo * 86_400_000 - 3_600_000;
  return { id: `sample-${kind}-${daysAgo}-${JSON.stringify(data).length}`, kind, version: 1, atMillis, day: new Date(atMillis).toISOString().slice(0, 10), data };
}

/** A check done and a programme begun, so that today holds a session. */
export function startedDiary(daysAgo = 0): readonly SampleEvent[] {
  const check = sampleEvent('check-completed', { answers: sampleAnswers }, daysAgo);
  return [check, { ...sampleEvent('programme-started', { check: check.id }, daysAgo), atMillis: check.atMillis + 1 }];
}

/** The same person after four weeks: yesterday's check finds the left side no longer tight, by the kneeling test alone. */
export function recheckedDiary(): readonly SampleEvent[] {
  const { tests } = sampleAnswers;
  const halfKneeling = { ...tests.halfKneeling, left: { felt: 'nothing' } };
  const check = sampleEvent('check-completed', { answers: { ...sampleAnswers, tests: { ...tests, halfKneeling } } }, 1);
  return [...startedDiary(29), check, { ...sampleEvent('programme-started', { check: check.id }, 1), atMillis: check.atMillis + 1 }];
}

/** A finished session of some days ago. */
export function finishedRun(daysAgo: number): readonly SampleEvent[] {
  const run = `run-${daysAgo}`;
  const item = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
  const set = (side: string, number: number): SampleEvent => ({ ...sampleEvent('set-logged', { run, item: 0, exercise: item.exercise, side, set: number, seconds: 45, pain: 1 }, daysAgo), id: `${run}-${side}-${number}` });
  return [
    { ...sampleEvent('session-started', { run, session: 'day-1-home', items: [item], options: { firstSide: 'left', order: 'alternate' } }, daysAgo), id: `${run}-start` },
    set('left', 1),
    set('right', 1),
    set('left', 2),
    set('right', 2),
    { ...sampleEvent('session-finished', { run, outcome: 'completed' }, daysAgo), id: `${run}-end` },
  ];
}

/** Writes entries into the page's diary as the app itself stores them, then opens `path`. */
export async function openWithDiary(page: Page, path: string, events: readonly SampleEvent[]): Promise<void> {
  await page.goto('/settings');
  // The count of entries stands there once the app has made its database.
  await page.getByText(/\d+ entries/).first().waitFor();
  await page.evaluate(async (records) => {
    localStorage.setItem('psoas.settings', JSON.stringify({ started: true }));
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('psoas');
      opening.onerror = () => reject(new Error('the diary did not open'));
      // Only the app makes its database: an empty one made here would never be mended.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('events', 'readwrite');
        for (const record of records) transaction.objectStore('events').add(record);
        transaction.oncomplete = () => {
          opening.result.close();
          resolve();
        };
        transaction.onerror = () => reject(new Error('the diary did not write'));
      };
    });
  }, events);
  await page.goto(path);
  await page.waitForSelector('h1');
}
