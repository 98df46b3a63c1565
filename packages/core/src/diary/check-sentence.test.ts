import { describe, expect, it } from 'vitest';
import { assess } from '../assessment/index.ts';
import { checkSentence, clinicianSentence, newsOfCheck, type CheckWords } from './check-sentence.ts';
import { assessFromDiary } from './assess-from-diary.ts';
import { foldDiary } from './fold-diary.ts';
import { day, entry, healthyAnswers } from './testing/sample-events.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';

const words: CheckWords = {
  sides: { left: 'L', right: 'R' },
  results: { tight: 'tight', weak: 'weak', both: 'both', 'rectus-femoris-dominant': 'thigh', neither: 'neither', 'cannot-tell': 'unclear' },
  findingChanged: '{side} {before} {after}',
  'repeat-due': '{side} due',
  'repeat-disagreed': '{side} disagreed',
  'within-error': '{side} {change} {error}',
  unchanged: 'same',
  freshStart: 'fresh {weeks}',
};
const on = day('2026-03-30');

describe('what a check did to the plan', () => {
  it('[D-06] is news for a week, and only of the latest check', () => {
    const change = { key: 'unchanged', rule: 'D-06', day: on } as const;
    const latestCheck = { id: 'c', atMillis: 0, day: on, answers: {} };
    const base = assess(healthyAnswers, { catalogue: smallCatalogue, today: on });
    const assessment = { ...base, planChanges: [{ ...change, day: day('2026-03-02') }, change] };
    expect(newsOfCheck({ latestCheck }, assessment, day('2026-04-05'))).toEqual([change]);
    expect(newsOfCheck({ latestCheck }, assessment, day('2026-04-06'))).toEqual([]);
    expect(newsOfCheck({}, undefined, on)).toEqual([]);
  });

  it('[D-06] [D-07] is one sentence with its side and numbers', () => {
    const kept = { key: 'findingKept', rule: 'D-06', day: on, side: 'right' } as const;
    const told = [
      checkSentence({ key: 'findingChanged', rule: 'D-06', day: on, side: 'left', before: 'both', after: 'weak' }, words),
      checkSentence({ ...kept, why: { because: 'repeat-due' } }, words),
      checkSentence({ ...kept, why: { because: 'repeat-disagreed' } }, words),
      checkSentence({ ...kept, why: { because: 'within-error', changeDegrees: 3.4, errorDegrees: 5 } }, words),
      checkSentence({ key: 'unchanged', rule: 'D-06', day: on }, words),
      checkSentence({ key: 'freshStart', rule: 'D-07', day: on, weeks: 8 }, words),
    ];
    expect(told).toEqual(['L both weak', 'R due', 'R disagreed', 'R 3 5', 'same', 'fresh 8']);
  });

  it('[D-06] a check that leaves no plan has no news of the plan', () => {
    const again = (answers: unknown): unknown => entry('check-completed', { answers }, { id: 'again', at: 40_320, on: '2026-03-30' });
    const today = day('2026-03-30');
    const newsAfter = (answers: unknown): unknown => {
      const state = foldDiary([entry('check-completed', { answers: healthyAnswers }, { id: 'check' }), again(answers)]);
      return newsOfCheck(state, assessFromDiary(state, { catalogue: smallCatalogue, today }), today);
    };
    expect(newsAfter(healthyAnswers)).toMatchObject([{ key: 'unchanged' }]);
    expect(newsAfter({ ...healthyAnswers, safety: { ...healthyAnswers.safety, yes: ['RF01'] } })).toEqual([]);
  });

  it('[D-07] a named clinician comes with the numbers', () => {
    const templates = { worse: '{before} {now}', noBetter: '{days} {before} {now}', lostFunction: '{days}' };
    const pain = { rule: 'D-07', since: on, days: 44, painBefore: 3, painNow: 5 } as const;
    expect(clinicianSentence({ ...pain, key: 'worse' }, templates)).toBe('3 5');
    expect(clinicianSentence({ ...pain, key: 'noBetter' }, templates)).toBe('44 3 5');
    expect(clinicianSentence({ key: 'lostFunction', rule: 'D-07', since: on, days: 50 }, templates)).toBe('50');
  });
});
