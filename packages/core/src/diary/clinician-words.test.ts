import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { testAnswers } from '../answers/test-answers.ts';
import type { ClinicianAgreement, SafetyAnswers } from '../answers/index.ts';
import type { FlagId } from '../safety/index.ts';
import { agreementToday, flagsOfAnswers, withoutLaterWords } from './clinician-words.ts';
import type { CompletedCheck, DiaryState } from './diary-state.ts';
import { isLater } from './moment.ts';
import { dayAfter } from './testing/training.ts';

type Words = Pick<DiaryState, 'agreements' | 'checks' | 'signReports'>;
const checkOn = (days: number, yes: readonly FlagId[], clinicianAgreed: SafetyAnswers['clinicianAgreed'] = false, atMillis = days): CompletedCheck => ({
  id: `check-${days}`,
  atMillis,
  day: dayAfter(days),
  answers: testAnswers({ safety: { yes, clinicianAgreed } }),
});
const word = (days: number, flags: readonly FlagId[], atMillis = days): DiaryState['agreements'][number] => ({ id: `word-${days}`, flags, date: dayAfter(days), atMillis });
const report = (days: number, newSigns: readonly FlagId[], atMillis = days): DiaryState['signReports'][number] => ({ id: `report-${days}`, atMillis, day: dayAfter(days), newSigns, painNow: 0 });
const said = (parts: Partial<Words>, today: number, check = checkOn(0, ['RF18', 'RF39'])): ClinicianAgreement | undefined =>
  agreementToday(check, { agreements: [], checks: [check], signReports: [], ...parts }, dayAfter(today));

describe("[S-05] a clinician's words on a day", () => {
  it('are none where nobody spoke, and none from a no', () => {
    expect(said({}, 0)).toBeUndefined();
    expect(said({}, 0, { ...checkOn(0, []), answers: 'damaged' })).toBeUndefined();
  });

  it('hold from their day for twelve weeks', () => {
    const dates = [-1, 0, 83, 84].map((today) => said({ agreements: [word(0, ['RF39'])] }, today)?.date);
    expect(dates).toEqual([undefined, dayAfter(0), dayAfter(0), undefined]);
  });

  it('add up, once each, under the date of the latest that holds', () => {
    const agreements = [word(5, ['RF39', 'RF18']), word(3, ['RF39', 'RF28']), word(40, ['RF50'])];
    const check = checkOn(0, ['RF18', 'RF28', 'RF39']);
    expect(said({ agreements }, 10, check)).toEqual({ flags: ['RF39', 'RF18', 'RF28'], date: dayAfter(5) });
  });

  it('inside a check count like others: a bare yes for what the check raised, on its day', () => {
    expect(said({}, 3, checkOn(0, ['RF18', 'RF39'], true))).toEqual({ flags: ['RF18', 'RF39'], date: dayAfter(0) });
    expect(said({}, 84, checkOn(0, ['RF18'], true))).toBeUndefined();
    const own = { flags: ['RF39'], date: dayAfter(-4) } as const;
    expect(said({ agreements: [word(0, ['RF18'])] }, 3, checkOn(0, ['RF18', 'RF39'], own))).toEqual({ flags: ['RF39', 'RF18'], date: dayAfter(0) });
  });

  // By calendar first, then by the clock: a word of the same day covers only what stood before it.
  it.each([
    [report(0, ['RF39'], 9), ['RF18']],
    [report(1, ['RF39'], 0), ['RF18']],
    [report(0, ['RF39'], 5), ['RF18', 'RF39']],
    [report(-1, ['RF39'], 9), ['RF18', 'RF39']],
    [report(1, ['RF28']), ['RF18', 'RF39']],
  ])('do not reach a sign that was new after them: %j leaves %j', (signs, flags) => {
    expect(said({ agreements: [word(0, ['RF18', 'RF39'], 5)], signReports: [signs] }, 3)?.flags).toEqual(flags);
  });

  it.each([
    [checkOn(1, ['RF18']), ['RF18']],
    [checkOn(0, ['RF18'], false, 9), ['RF18']],
    [checkOn(0, ['RF18'], false, 5), ['RF18', 'RF39']],
    [checkOn(-1, ['RF18'], false, 9), ['RF18', 'RF39']],
    [checkOn(1, ['RF18', 'RF39', 'RF28']), ['RF18', 'RF39']],
  ])('do not reach a flag that was gone in a check after them: %j leaves %j', (between, flags) => {
    expect(said({ agreements: [word(0, ['RF18', 'RF39'], 5)], checks: [checkOn(-9, ['RF18', 'RF39']), between] }, 3)?.flags).toEqual(flags);
  });

  it('cover flags, not pain and not what changes a programme', () => {
    const answers = testAnswers({ safety: { yes: ['RF39'], details: { kneelingHurts: true } }, pain: { now: 7, where: ['below-knee-left'] } });
    expect(flagsOfAnswers(answers, dayAfter(0))).toEqual(['RF18', 'RF39']);
  });

  it('cannot lie in the future: those after a day are not there on it', () => {
    const state = { agreements: [word(1, ['RF18']), word(2, ['RF39']), word(3, ['RF28'])] };
    const idsOn = (days: number): readonly string[] => withoutLaterWords(state, dayAfter(days)).agreements.map(({ id }) => id);
    expect([0, 1, 2].map(idsOn)).toEqual([[], ['word-1'], ['word-1', 'word-2']]);
    expect(withoutLaterWords(state, dayAfter(3))).toBe(state);
  });
});

describe('isLater', () => {
  it('goes by the clock or by the calendar; the same moment is later', () => {
    const look = { atMillis: 5, day: '2026-03-02' as LocalDate };
    const later = (atMillis: number, day: string): boolean => isLater({ atMillis, day: day as LocalDate }, look);
    expect([later(5, '2026-03-02'), later(6, '2026-03-01'), later(4, '2026-03-03'), later(4, '2026-03-02'), later(0, '2026-03-01')]).toEqual([true, true, true, false, false]);
  });
});
