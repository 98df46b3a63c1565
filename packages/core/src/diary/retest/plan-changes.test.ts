import { describe, expect, it } from 'vitest';
import type { CompletedCheck, Run } from '../diary-state.ts';
import { checkOn, loose, read, repeatOn, tight } from '../testing/checks.ts';
import { dayAfter, doneSets, holdItem, walked } from '../testing/training.ts';
import { planChanges, type PlanChange } from './plan-changes.ts';

const same = { tests: { halfKneeling: { left: tight, right: tight } } };
const changesOf = (checks: readonly CompletedCheck[], runs: readonly Run[] = []): readonly PlanChange[] => planChanges(read(checks), { runs, breaks: [] });
const keys = (checks: readonly CompletedCheck[], runs: readonly Run[] = []): readonly string[] => changesOf(checks, runs).map(({ key, day }) => `${key} ${day}`);
const hurtOn = (days: number, pain: number): Run => walked(days, [holdItem()], { sets: doneSets(holdItem(), { pain, day: dayAfter(days) }) });
const freshStarts = (checks: readonly CompletedCheck[], runs: readonly Run[] = []): number => changesOf(checks, runs).filter(({ key }) => key === 'freshStart').length;

describe('[D-06] what a check did', () => {
  it('the first one did nothing', () => {
    expect(changesOf([])).toEqual([]);
    expect(changesOf([checkOn(0, same)])).toEqual([]);
  });

  it('says when nothing has changed', () => {
    expect(keys([checkOn(0, same), checkOn(28, same)])).toEqual([`unchanged ${dayAfter(28)}`]);
  });

  it('says by side what is new, and what is kept and why', () => {
    const mixed = { tests: { halfKneeling: { left: tight, right: loose } } };
    expect(changesOf([checkOn(0, same), checkOn(28, mixed)])).toEqual([{ key: 'findingKept', rule: 'D-06', day: dayAfter(28), side: 'right', why: { because: 'repeat-due' } }]);
    const settled = planChanges(read([checkOn(0, same), checkOn(28, mixed)], [repeatOn(30, 28, { ...loose, side: 'right' })]), { runs: [], breaks: [] });
    expect(settled).toEqual([{ key: 'findingChanged', rule: 'D-06', day: dayAfter(28), side: 'right', before: 'tight', after: 'neither' }]);
  });
});

describe('[D-07] a fresh start', () => {
  it.each([
    { days: 55, count: 0 },
    { days: 56, count: 1 },
    { days: 90, count: 1 },
  ])('after $days days: $count', ({ days, count }) => {
    expect(freshStarts([checkOn(0, same), checkOn(28, same), checkOn(days, same)])).toBe(count);
    expect(freshStarts([checkOn(0, same), checkOn(days, same)])).toBe(count);
  });

  it('says the weeks, and begins to count again', () => {
    const checks = [0, 28, 56, 84, 111, 112].map((days) => checkOn(days, same));
    expect(changesOf(checks).filter(({ key }) => key === 'freshStart')).toEqual([
      { key: 'freshStart', rule: 'D-07', day: dayAfter(56), weeks: 8 },
      { key: 'freshStart', rule: 'D-07', day: dayAfter(112), weeks: 8 },
    ]);
    expect(changesOf(checks).filter(({ key, day }) => key === 'unchanged' && (day === dayAfter(56) || day === dayAfter(112)))).toEqual([]);
  });

  it('is none with pain at rest at either end', () => {
    expect(freshStarts([checkOn(0, { ...same, pain: 1 }), checkOn(56, same)])).toBe(0);
    expect(freshStarts([checkOn(0, same), checkOn(56, { ...same, pain: 1 })])).toBe(0);
  });

  it('is none with pain in training above the lowest number, in the weeks between', () => {
    expect(freshStarts([checkOn(0, same), checkOn(56, same)], [hurtOn(10, 1), hurtOn(20, 1)])).toBe(1);
    expect(freshStarts([checkOn(0, same), checkOn(56, same)], [hurtOn(10, 1), hurtOn(20, 2)])).toBe(0);
    expect(freshStarts([checkOn(10, same), checkOn(66, same)], [hurtOn(5, 9), hurtOn(20, 0)])).toBe(1);
  });

  it('is none when a finding changed, or when there is nothing to change', () => {
    const weak = { tests: { ...same.tests, kneeLift: { left: { result: 'below-90' }, right: { result: 'below-90' } } } } as const;
    expect(freshStarts([checkOn(0, same), checkOn(56, weak)])).toBe(0);
    expect(freshStarts([checkOn(0, same), checkOn(30, weak), checkOn(60, weak)])).toBe(0);
    expect(freshStarts([checkOn(0, same), checkOn(30, weak), checkOn(86, weak)])).toBe(1);
    expect(freshStarts([checkOn(0), checkOn(56)])).toBe(0);
  });
});
