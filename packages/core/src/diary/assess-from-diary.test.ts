import { addDays } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { assessFromDiary } from './assess-from-diary.ts';
import { flagsOfAnswers } from './clinician-words.ts';
import { foldDiary } from './fold-diary.ts';
import { day, entry, healthyAnswers } from './testing/sample-events.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';

const monday = day('2026-03-02');
const withFlag = (clinicianAgreed: unknown = false): unknown => ({
  ...healthyAnswers,
  safety: {
    yes: ['RF21', 'RF39'],
    confirmedNoneOther: true,
    clinicianAgreed,
    details: { hipReplacement: { side: 'left', approach: 'anterior' } },
  },
});
const check = (answers: unknown): unknown => entry('check-completed', { answers }, { id: 'check' });
const agreed = (flags: readonly string[], date: string, id = 'agreed'): unknown =>
  entry('clinician-agreed', { flags, date }, { id, at: 5 });
const assessOn = (on: string, ...entries: readonly unknown[]): ReturnType<typeof assessFromDiary> =>
  assessFromDiary(foldDiary(entries), { catalogue: smallCatalogue, today: day(on) });

describe('assessFromDiary', () => {
  it('is undefined before the first check', () => {
    expect(assessOn('2026-03-02')).toBeUndefined();
  });

  it('makes the programme of the latest check', () => {
    expect(
      assessOn('2026-03-02', check(healthyAnswers))?.programme?.sessions.map(({ day: each }) => each),
    ).toEqual([1, 2, 3, 5, 6]);
  });

  it('applies wishes for days and minutes, and none that is out of range', () => {
    const wish = (key: string, value: unknown): unknown =>
      entry('preference-changed', { key, value }, { id: key, at: 1 });
    expect(
      assessOn('2026-03-02', check(healthyAnswers), wish('daysPerWeek', 2))?.programme?.sessions,
    ).toHaveLength(2);
    expect(
      assessOn('2026-03-02', check(healthyAnswers), wish('daysPerWeek', 9))?.programme?.sessions,
    ).toHaveLength(5);
    expect(
      assessOn('2026-03-02', check(healthyAnswers), wish('daysPerWeek', '2'))?.programme?.sessions,
    ).toHaveLength(5);
  });

  it('[S-05] a recorded agreement lifts the flags it names, and two agreements add up', () => {
    expect(assessOn('2026-03-02', check(withFlag()))?.triage.level).toBe('C');
    expect(assessOn('2026-03-02', check(withFlag()), agreed(['RF21'], '2026-03-01'))?.triage.level).toBe('C');
    expect(
      assessOn(
        '2026-03-02',
        check(withFlag()),
        agreed(['RF21'], '2026-03-01', 'a'),
        agreed(['RF39'], '2026-03-02', 'b'),
      )?.triage.level,
    ).toBe('D');
  });

  it('[S-05] an agreement lapses after 12 weeks, and none holds before its day', () => {
    const word = agreed(['RF21', 'RF39'], '2026-03-02');
    expect(assessOn(addDays(monday, 83), check(withFlag()), word)?.triage.level).toBe('D');
    expect(assessOn(addDays(monday, 84), check(withFlag()), word)?.triage.level).toBe('C');
    expect(assessOn('2026-03-01', check(withFlag()), word)?.triage.level).toBe('C');
  });

  it('[S-05] a bare agreement inside a check covers the flags of that check and lapses too', () => {
    expect(flagsOfAnswers(withFlag(), monday)).toEqual(['RF21', 'RF39']);
    expect(assessOn('2026-03-02', check(withFlag(true)))?.triage.level).toBe('D');
    expect(assessOn(addDays(monday, 84), check(withFlag(true)))?.triage.level).toBe('C');
  });

  describe('[S-05] a new flag needs a new word', () => {
    const both = ['RF21', 'RF39'];
    const again = (id: string, on: string, answers: unknown = withFlag()): unknown => entry('check-completed', { answers }, { id, on, at: 99 });
    const level = (...more: readonly unknown[]): unknown => assessOn('2026-03-20', check(withFlag()), agreed(both, '2026-03-02'), ...more)?.triage.level;
    const sign = (on: string): unknown => entry('safety-answered', { newSigns: ['RF39'], painNow: 0 }, { id: 'sign', on, at: 50 });

    it('one that was gone in a check between', () => {
      expect(level(again('same', '2026-03-20'))).toBe('D');
      expect(level(again('gone', '2026-03-10', healthyAnswers), again('back', '2026-03-20'))).toBe('C');
      expect(level(again('gone', '2026-03-10', healthyAnswers), again('back', '2026-03-20'), agreed(both, '2026-03-20', 'new'))).toBe('D');
    });

    it('one that was reported as new since, also when an old word is given again', () => {
      expect(level(sign('2026-03-10'), again('next', '2026-03-10'))).toBe('C');
      expect(level(sign('2026-03-10'), again('next', '2026-03-10', withFlag({ flags: both, date: '2026-03-02' })))).toBe('C');
      expect(level(sign('2026-03-10'), again('next', '2026-03-10', withFlag(true)))).toBe('D');
      expect(level(sign('2026-03-10'), again('next', '2026-03-11'), agreed(both, '2026-03-11', 'new'))).toBe('D');
    });
  });

  it("[S-03] a text is never taken as a clinician's word, nor hidden by a recorded one", () => {
    const assessment = assessOn('2026-03-02', check(withFlag('yes')), agreed(['RF21', 'RF39'], '2026-03-02'));
    expect(assessment?.programme).toBeNull();
    expect(assessment?.problems).toMatchObject([{ field: 'safety.clinicianAgreed' }]);
  });
});
