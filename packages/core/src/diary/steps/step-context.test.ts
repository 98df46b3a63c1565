import { describe, expect, it } from 'vitest';
import { foldDiary } from '../fold-diary.ts';
import type { DiaryState } from '../diary-state.ts';
import { entry, healthyAnswers } from '../testing/sample-events.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { dayAfter, holdItem, walked } from '../testing/training.ts';
import { isRetestPending, stepContext, type StepContext } from './step-context.ts';

const checked = (days: number, yes: readonly string[] = [], about: object = {}): unknown =>
  entry(
    'check-completed',
    { answers: { ...healthyAnswers, about: { ...healthyAnswers.about, ...about }, safety: { ...healthyAnswers.safety, yes } } },
    { id: `check-${days}`, at: days * 1440, on: dayAfter(days) },
  );
const putOff = (on: number, until: number): unknown => entry('retest-put-off', { until: dayAfter(until) }, { id: `off-${on}`, at: on * 1440, on: dayAfter(on) });
const short = (on: number, newSigns: readonly string[]): unknown => entry('safety-answered', { newSigns, painNow: 0 }, { id: `short-${on}`, at: on * 1440, on: dayAfter(on) });
const contextOf = (...entries: readonly unknown[]): StepContext => stepContext(foldDiary(entries), { catalogue: smallCatalogue, today: dayAfter(60) });
const pauses = (context: StepContext, ...days: readonly number[]): readonly unknown[] => days.map((day) => context.pauseOn(dayAfter(day)));

describe('why nothing moves on', () => {
  it('[D-06] the check is due after 28 days, until it is done', () => {
    expect(pauses(contextOf(checked(0)), 0, 27, 28, 60)).toEqual([undefined, undefined, 'D-06', 'D-06']);
    expect(pauses(contextOf(checked(0), checked(30)), 29, 30, 57, 58)).toEqual(['D-06', undefined, undefined, 'D-06']);
  });

  it('[D-06] putting it off counts from that day until its end, and not before', () => {
    expect(pauses(contextOf(checked(0), putOff(30, 37)), 29, 30, 36, 37)).toEqual(['D-06', undefined, undefined, 'D-06']);
  });

  it('[D-06] without a check nothing is due', () => {
    expect(isRetestPending({ checks: [], retestPutOffUntil: [] }, dayAfter(60))).toBe(false);
  });

  it('[RF43] pauses from the check that says so to the one that does not', () => {
    expect(pauses(contextOf(checked(0), checked(5, ['RF43']), checked(10)), 4, 5, 9, 10)).toEqual([undefined, 'RF43', 'RF43', undefined]);
    expect(pauses(contextOf(checked(50, ['RF43'])), 4)).toEqual(['RF43']);
  });

  it('[D-08] a lighter week pauses, and a due check is named before it', () => {
    const runs = Array.from({ length: 9 }, (_, week) => walked(week * 7, [holdItem()]));
    const state: DiaryState = { ...foldDiary([checked(0), checked(40)]), runs };
    expect(pauses(stepContext(state, { catalogue: smallCatalogue, today: dayAfter(60) }), 48, 49, 55, 56)).toEqual([undefined, 'D-08', 'D-08', undefined]);
    const due: DiaryState = { ...state, checks: state.checks.slice(0, 1) };
    expect(pauses(stepContext(due, { catalogue: smallCatalogue, today: dayAfter(60) }), 50)).toEqual(['D-06']);
  });
});

describe('what decides on a day', () => {
  it('[P-08] is the check that was the latest then; a later one never rewrites it', () => {
    const { factsOn } = contextOf(checked(0), checked(10, [], { equipment: ['band'] }));
    expect([factsOn(dayAfter(9)).equipment, factsOn(dayAfter(10)).equipment]).toEqual([['mat', 'chair', 'wall'], ['band']]);
  });

  it('[S-02] before any check is the careful reading', () => {
    expect(contextOf(checked(5)).factsOn(dayAfter(4))).toEqual({ equipment: [], exclusions: [], lowestRungs: true });
  });

  it('[D-11] other signs of a check are no illness', () => {
    expect(contextOf(checked(0, ['RF53']), checked(9, ['RF54'])).illDays).toEqual([]);
  });

  it('[S-02] without any check, or with one that is not whole, is the careful reading too', () => {
    const torn = entry('check-completed', { answers: { safety: { yes: [] } } }, { id: 'torn' });
    expect(contextOf(torn).factsOn(dayAfter(0)).equipment).toEqual([]);
    expect([contextOf().pauseOn(dayAfter(0)), contextOf().factsOn(dayAfter(0)).lowestRungs]).toEqual([undefined, true]);
  });

  it('[D-11] illness comes from short forms and from checks', () => {
    expect(contextOf(checked(0), short(3, ['RF42']), short(4, ['RF54']), checked(9, ['RF42'])).illDays).toEqual([dayAfter(3), dayAfter(9)]);
  });
});
