import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TakenMeasurement } from '../diary/diary-state.ts';
import type { Measurement } from '../diary/event.ts';
import { bandOf, errorOf, isUsed, placeOfThigh } from './band.ts';
import { compareMeasurements, compareSides } from './compare.ts';
import { measurementOf, type MeasuredTrials } from './measurement-of.ts';
import { createRepCount, stepRepCount, viewRepCount, type RepCount } from './rep-count.ts';
import { lastBefore } from './last-before.ts';
import { summariseTrials } from './trials.ts';

const thomas: Measurement = { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'me', trials: [-9, -10, -11], value: -10, pelvisHeld: true };
const raises: Measurement = { test: 'seated-raises', side: 'left', method: 'counted', measuredBy: 'me', trials: [20], value: 20 };

describe('trials', () => {
  it('[ME-03] the middle one of three counts, whatever their order, and one odd trial moves it little', () => {
    expect(summariseTrials([4, -2, 3])).toEqual({ median: 3, spread: 6 });
    expect(summariseTrials([4, 3])).toEqual({ median: 3.5, spread: 1 });
    expect(summariseTrials([])).toBeUndefined();
  });

  it('[ME-03] the median lies between the trials, and as many are above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 900 }).map((tenths) => tenths / 10), { minLength: 1, maxLength: 9 }), (trials) => {
        const median = summariseTrials(trials)?.median ?? Number.NaN;
        const [above, below] = [trials.filter((one) => one > median + 0.051).length, trials.filter((one) => one < median - 0.051).length];
        expect(above).toBeLessThanOrEqual(trials.length / 2);
        expect(below).toBeLessThanOrEqual(trials.length / 2);
      }),
    );
  });
});

describe('one record', () => {
  const measured: MeasuredTrials = { test: 'thomas', side: 'right', method: 'phone', measuredBy: ' Kim ', trials: [1.2, -3, 0.4], pelvisHeld: true, pain: 1 };

  it('[ME-11] is the same whichever way it was measured', () => {
    for (const method of ['tape', 'phone', 'photo'] as const) expect(measurementOf({ ...measured, method })).toEqual({ ok: true, value: { ...measured, method, measuredBy: 'Kim', value: 0.4 } });
  });

  it.each([
    [{ trials: [1, 2] }, { field: 'trials', kind: 'count', found: 2, needed: 3 }],
    [{ trials: [1, 2, 95] }, { field: 'trials', kind: 'range', found: 95, min: -90, max: 90, whole: false }],
    [{ trials: [1, 2, Number.NaN] }, { field: 'trials', kind: 'range', found: Number.NaN, min: -90, max: 90, whole: false }],
    [{ method: 'counted' }, { field: 'method', kind: 'method', found: 'counted', allowed: ['tape', 'phone', 'photo'] }],
    [{ measuredBy: ' ' }, { field: 'measuredBy', kind: 'empty' }],
    [{ test: 'seated-raises', method: 'counted', trials: [12.5] }, { field: 'trials', kind: 'range', found: 12.5, min: 0, max: 120, whole: true }],
  ] as const)('[ME-03] refuses %j and says what is allowed', (part, error) => {
    expect(measurementOf({ ...measured, ...part })).toEqual({ ok: false, error });
  });
});

describe('error and band', () => {
  it('[ME-07] 5 degrees the same way, 10 another way, a quarter of what was counted', () => {
    expect([errorOf(thomas), errorOf(thomas, true), errorOf(raises), errorOf(raises, true)]).toEqual([5, 10, 5, 5]);
    expect(bandOf(thomas)).toEqual({ low: -15, value: -10, high: -5 });
    expect(bandOf({ ...raises, value: 2 })).toEqual({ low: 1.5, value: 2, high: 2.5 });
  });

  it('[ME-07] a Thomas test without the pelvis held is kept and not used', () => {
    const { pelvisHeld: _unknown, ...unsaid } = thomas;
    expect([isUsed(thomas), isUsed({ ...thomas, pelvisHeld: false }), isUsed(unsaid), isUsed(raises)]).toEqual([true, false, false, true]);
  });

  it.each([[5.1, 'above'], [5, 'level'], [0, 'level'], [-5, 'level'], [-5.1, 'below']] as const)('[ME-08] %d degrees is %s', (degrees, place) => {
    expect(placeOfThigh(degrees)).toBe(place);
  });
});

describe('comparing', () => {
  const later = (part: Partial<Measurement>): Measurement => ({ ...thomas, ...part });

  it('[ME-09] a change of 4 degrees cannot be told apart, 5.1 can', () => {
    expect(compareMeasurements(thomas, later({ value: -14 }))).toEqual({ ok: true, value: { change: -4, error: 5, isReal: false, why: ['same-way'] } });
    expect(compareMeasurements(thomas, later({ value: -15 }))).toMatchObject({ value: { isReal: false } });
    expect(compareMeasurements(thomas, later({ value: -15.1 }))).toMatchObject({ value: { change: -5.1, isReal: true } });
  });

  it('[ME-09] another method or another person widens the error', () => {
    expect(compareMeasurements(thomas, later({ value: -18, method: 'phone' }))).toEqual({ ok: true, value: { change: -8, error: 10, isReal: false, why: ['method-changed'] } });
    expect(compareMeasurements(thomas, later({ value: -21, measuredBy: 'Kim', method: 'photo' }))).toEqual({ ok: true, value: { change: -11, error: 10, isReal: true, why: ['method-changed', 'measurer-changed'] } });
    const lifts = { ...thomas, test: 'seated-raises', method: 'counted', value: 12 } as const;
    expect(compareMeasurements(lifts, { ...lifts, value: 14, measuredBy: 'Kim' })).toEqual({ ok: true, value: { change: 2, error: 3, isReal: false, why: ['same-way'] } });
    expect(compareMeasurements(thomas, later({ measuredBy: ' Me' }))).toMatchObject({ value: { why: ['same-way'] } });
  });

  it('[ME-09] lifts and seconds: more than a quarter, and never a single one', () => {
    expect(compareMeasurements(raises, { ...raises, value: 25 })).toMatchObject({ value: { change: 5, error: 5, isReal: false } });
    expect(compareMeasurements(raises, { ...raises, value: 26 })).toMatchObject({ value: { isReal: true } });
    expect(compareMeasurements({ ...raises, value: 2 }, { ...raises, value: 3 })).toMatchObject({ value: { error: 1, isReal: false } });
    expect(compareMeasurements({ ...raises, value: 0 }, { ...raises, value: 1 })).toMatchObject({ value: { isReal: false } });
  });

  it('[ME-09] never widens a difference nor finds it real the other way round only', () => {
    const values = fc.integer({ min: -600, max: 600 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(values, values, fc.boolean(), (one, other, isOtherWay) => {
        const second = later({ value: other, ...(isOtherWay && { method: 'phone' as const }) });
        const there = compareMeasurements(later({ value: one }), second);
        const back = compareMeasurements(second, later({ value: one }));
        expect(there.ok && back.ok && [there.value.change + back.value.change, there.value.isReal === back.value.isReal]).toEqual([0, true]);
      }),
    );
  });

  it('[ME-10] sides are compared by the same error; of two counts the larger gives it', () => {
    expect(compareSides(thomas, later({ side: 'right', value: -2 }))).toMatchObject({ value: { change: 8, error: 5, isReal: true } });
    expect(compareSides({ ...raises, value: 30 }, { ...raises, side: 'right', value: 22 })).toMatchObject({ value: { error: 7.5, isReal: true } });
  });

  it('[ME-09] what cannot be compared is said', () => {
    expect(compareMeasurements(thomas, raises)).toEqual({ ok: false, error: { kind: 'other-test', tests: ['thomas', 'seated-raises'] } });
    expect(compareMeasurements(thomas, later({ side: 'right' }))).toEqual({ ok: false, error: { kind: 'other-side' } });
    expect(compareSides(thomas, thomas)).toEqual({ ok: false, error: { kind: 'same-side' } });
    expect(compareMeasurements(thomas, later({ pelvisHeld: false }))).toEqual({ ok: false, error: { kind: 'not-used', which: 'second' } });
  });
});

describe('over time', () => {
  const day = (text: string): LocalDate => {
    const parsed = parseLocalDate(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };
  const on = (month: number, part: Partial<Measurement>): TakenMeasurement => ({ ...thomas, id: `m-${month}`, day: day(`2026-0${month}-01`), atMillis: month, ...part });
  const all = [on(1, { value: 0 }), on(2, { value: -4 }), on(3, { value: -30, pelvisHeld: false }), on(4, { value: -8 }), on(5, { value: -9, method: 'phone' }), on(6, { side: 'right' })];

  it('[ME-10] the last used value before a moment is what a new one is compared with', () => {
    expect(lastBefore(all, { test: 'thomas', side: 'left' })?.id).toBe('m-5');
    expect(lastBefore(all, { test: 'thomas', side: 'left', beforeMillis: 4 })?.id).toBe('m-2');
    expect(lastBefore(all, { test: 'seated-hold', side: 'left' })).toBeUndefined();
  });
});

describe('counting lifts', () => {
  const tap = (count: RepCount, ...seconds: readonly number[]): RepCount => seconds.reduce((now, second) => stepRepCount(now, { kind: 'tap', atMillis: second * 1000 }), count);

  it('[ME-06] counts taps for a minute by the clock, one tap for two that are too close', () => {
    const count = tap(createRepCount(0), 1, 3, 3.2, 5, 59.9, 60, 75);
    expect(viewRepCount(count, 30_000)).toEqual({ repetitions: 4, secondsLeft: 30, isOver: false });
    expect(viewRepCount(count, 90_000)).toEqual({ repetitions: 4, secondsLeft: 0, isOver: true });
  });

  it('[ME-06] takes a tap back, and ends before the minute', () => {
    const count = stepRepCount(tap(createRepCount(0), 1, 3), { kind: 'undo', atMillis: 4000 });
    const ended = stepRepCount(count, { kind: 'end', atMillis: 20_000 });
    expect(viewRepCount(tap(ended, 25), 25_000)).toEqual({ repetitions: 1, secondsLeft: 0, isOver: true });
    expect(stepRepCount(createRepCount(0), { kind: 'end', atMillis: 99_000 }).endedMillis).toBe(60_000);
  });
});
