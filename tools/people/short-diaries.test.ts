import { assessFromDiary, foldDiary, forwardKeys, stepKeys, type StepChange } from '@psoas/core/diary';
import { daysBetween } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import rulesText from '@psoas/knowledge/text/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { amountsAbove, isGood, limitedAmounts, worked } from './limits-after-pain.ts';
import { arbitraryDiary, liveDiary, type LivedDiary } from './short-diary.ts';

// What must hold in any short diary; DIARIES=500 is the full run.
const numRuns = Number(process.env['DIARIES'] ?? 12);
const seed = Number(process.env['SEED'] ?? 20260302);

// Lived once for all rules; to shrink what fails, wrap liveDiary in fc.property with the same seed.
let diaries: readonly LivedDiary[] = [];
beforeAll(() => {
  diaries = fc.sample(arbitraryDiary(), { numRuns, seed }).map(liveDiary);
}, 3_600_000);
const lived = (check: (diary: LivedDiary) => void): void => {
  for (const diary of diaries) check(diary);
};

describe(`${numRuns} short diaries`, () => {
  it('[D-04] after a bad report no session of any kind gives more until two good ones', () => {
    const limited = diaries.flatMap(({ seen }) => seen.flatMap(limitedAmounts));
    expect(limited.flatMap((each) => amountsAbove(each).map((amount) => `${amount}: ${each.told}`))).toEqual([]);
    expect(limited.filter(({ now, limit }) => now.variant !== '' && now.variant !== limit.variant).map(({ told }) => told)).toEqual([]);
    expect(limited.length).toBeGreaterThan(numRuns);
  });

  it('[D-02] every change has a rule with a sentence, a known key and numbers of its day, oldest first', () => {
    let seenChanges = 0;
    lived(({ events, end }) => {
      const state = foldDiary(events);
      const changes = assessFromDiary(state, { catalogue, today: end })?.changes ?? [];
      seenChanges += changes.length;
      expect(changes.map(({ day }) => day)).toEqual(changes.map(({ day }) => day).toSorted());
      for (const change of changes) {
        expect(stepKeys).toContain(change.key);
        expect(rulesText.rules).toHaveProperty(change.rule);
        expectDirection(change);
        if (change.rule === 'D-09' || change.rule === 'D-11') continue;
        const given = state.runs.filter(({ startedDay }) => startedDay === change.day).flatMap(({ items }) => items.filter(({ exercise }) => exercise === change.exercise));
        expect([change, given.length > 0]).toEqual([change, true]);
        const amounts = given.flatMap(({ reps, holdSeconds, sets, loadKilograms }) => [reps, holdSeconds, sets, loadKilograms]);
        if (forwardKeys.has(change.key) && change.values.from !== undefined) expect([change, amounts.includes(change.values.from)]).toEqual([change, true]);
      }
    });
    expect(seenChanges).toBeGreaterThan(numRuns);
  });

  it('[D-02] what a day says has changed is what its sessions hold', () => {
    lived(({ seen }) => {
      for (const { today } of seen)
        for (const { exercise, key, values } of today.changes) {
          const items = today.sessions.flatMap((session) => session.items).filter((item) => item.exercise === exercise);
          if (key === 'ladderUp' || key === 'ladderDown') expect(items).toEqual([]);
          else expect(items.length).toBeGreaterThan(0);
          if (key === 'repsUp' || key === 'repsDown') expect(items[0]?.reps).toBe(values.to);
          if (key === 'holdUp' || key === 'holdDown') expect(items[0]?.holdSeconds).toBe(values.to);
        }
    });
  });

  it('[D-03] nothing moves on without two good sessions right before, nor while a check is due or unanswered', () => {
    lived(({ events, end }) => {
      const state = foldDiary(events);
      const changes = assessFromDiary(state, { catalogue, today: end })?.changes ?? [];
      for (const { exercise, day } of changes.filter(({ key }) => forwardKeys.has(key))) {
        const runs = state.runs.filter((run) => run.startedDay <= day && worked(run, exercise).length > 0);
        const told = `${exercise} on ${day}`;
        expect([runs.filter((run) => isGood(run, exercise)).length >= 2, told]).toEqual([true, told]);
        expect([runs.some((run) => run.startedDay === day && isGood(run, exercise)), told]).toEqual([true, told]);
        const check = state.checks.findLast((one) => one.day <= day);
        const putOff = state.retestPutOffUntil.some(({ on, until }) => on <= day && day < until);
        expect([check !== undefined && (daysBetween(check.day, day) < 28 || putOff), told]).toEqual([true, told]);
      }
    });
  });

  it('[E-01] sessions, sets and answers in another order, and read twice, say the same', () => {
    lived(({ events, end }) => {
      const ofRuns = (kind: string): boolean => ['session-started', 'set-logged', 'session-finished', 'next-day-answer'].includes(kind);
      const shuffled = [...events.filter(({ kind }) => ofRuns(kind)).toReversed(), ...events.filter(({ kind }) => !ofRuns(kind)), ...events];
      const of = (entries: readonly unknown[]): unknown => assessFromDiary(foldDiary(entries), { catalogue, today: end });
      expect(of(events)).toEqual(of(events));
      expect(of(shuffled)).toEqual(of(events));
    });
  });
});

function expectDirection(change: StepChange): void {
  const { from, to } = change.values;
  if (from === undefined || to === undefined) return;
  expect([change, forwardKeys.has(change.key) ? to > from : to < from]).toEqual([change, true]);
}
