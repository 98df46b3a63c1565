import { describe, expect, it } from 'vitest';
import type { CompletedCheck, DiaryState, Run } from '../diary-state.ts';
import { checkOn, read } from '../testing/checks.ts';
import { dayAfter, doneSets, holdItem, walked } from '../testing/training.ts';
import { clinicianNamed, type ClinicianNamed } from './clinician-named.ts';

const daily = (from: number, to: number, pain: number): readonly Run[] =>
  Array.from({ length: to - from + 1 }, (_, index) => walked(from + index, [holdItem()], { sets: doneSets(holdItem(), { pain, day: dayAfter(from + index) }) }));
type Parts = { readonly checks?: readonly CompletedCheck[]; readonly runs?: readonly Run[]; readonly agreements?: DiaryState['agreements'] };
const named = (today: number, { checks = [checkOn(0, { pain: 2 })], runs = [], agreements = [] }: Parts): ClinicianNamed | undefined =>
  clinicianNamed({ runs, breaks: [], agreements }, read(checks), dayAfter(today));
const word = (days: number): DiaryState['agreements'][number] => ({ id: 'word', atMillis: days * 86_400_000, flags: [], date: dayAfter(days) });

describe('[D-07] worse', () => {
  const worse = [...daily(0, 6, 2), ...daily(7, 40, 4)];
  it('a second week 2 above the first names a clinician; later it takes two weeks, as one may be a flare', () => {
    expect(named(13, { runs: worse })).toBeUndefined();
    expect(named(14, { runs: worse })).toMatchObject({ rule: 'D-07', key: 'worse', since: dayAfter(0), days: 14, painBefore: 2 });
    expect(named(30, { runs: [...daily(0, 23, 2), ...daily(24, 30, 6)] })).toBeUndefined();
  });

  it('is not said of less than 2, of one bad week, or without reports', () => {
    expect(named(30, { runs: [...daily(0, 6, 2), ...daily(7, 40, 3.9)] })).toBeUndefined();
    expect(named(40, { runs: daily(0, 6, 2) })).toBeUndefined();
    expect(named(20, { runs: worse, checks: [] })).toBeUndefined();
  });

  it("begins anew with a clinician's word, not with one that is still to come", () => {
    expect(named(20, { runs: worse, agreements: [word(10)] })).toBeUndefined();
    expect(named(20, { runs: worse, agreements: [word(25)] })?.key).toBe('worse');
  });
});

describe('[D-07] no better', () => {
  it.each([
    { days: 41, before: 3, now: 3, key: undefined },
    { days: 42, before: 3, now: 3, key: 'noBetter' },
    { days: 42, before: 3, now: 2.1, key: 'noBetter' },
    { days: 42, before: 3, now: 2, key: undefined },
    { days: 42, before: 5, now: 3.5, key: 'noBetter' },
    { days: 42, before: 5, now: 3, key: undefined },
    { days: 42, before: 1.9, now: 1.9, key: undefined },
  ])('after $days days from $before to $now: $key', ({ days, before, now, key }) => {
    const runs = [...daily(0, 6, before), ...daily(30, 42, now)];
    expect(named(days, { checks: [checkOn(0, { pain: before })], runs })?.key).toBe(key);
  });
});

describe('[D-07] lost function', () => {
  const low = { result: 'below-90' } as const;
  const clean = { result: 'clean' } as const;
  const lifts = (days: number, left: typeof low | typeof clean, right: typeof low | typeof clean): CompletedCheck => checkOn(days, { tests: { kneeLift: { left, right } } });
  it.each([
    { days: 41, after: [low, clean], key: undefined },
    { days: 42, after: [low, clean], key: 'lostFunction' },
    { days: 42, after: [clean, clean], key: undefined },
    { days: 42, after: [clean, low], key: undefined },
  ] as const)('a thigh below level at both checks, $days days apart: $key', ({ days, after, key }) => {
    expect(named(days, { checks: [lifts(0, low, clean), lifts(days, after[0], after[1])] })?.key).toBe(key);
  });

  it('is not said from one check, however old', () => {
    expect(named(100, { checks: [lifts(0, low, low)] })).toBeUndefined();
  });
});
