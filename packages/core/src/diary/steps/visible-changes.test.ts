import { describe, expect, it } from 'vitest';
import type { PlanItem, PlannedSession } from '../../programme/index.ts';
import { dayAfter, holdItem, repsItem, walked } from '../testing/training.ts';
import type { StepChange } from './step-change.ts';
import { visibleChanges } from './visible-changes.ts';

const change = (parts: Partial<StepChange> = {}): StepChange => ({ exercise: 'raise', side: 'both', key: 'repsUp', rule: 'D-03', day: dayAfter(0), values: { from: 10, to: 12 }, ...parts });
const session = (...items: readonly PlanItem[]): PlannedSession => ({ id: 'day-1-home', kind: 'home', day: 1, minutes: 5, seconds: 300, items });
const shown = (one: Partial<StepChange>, ...items: readonly PlanItem[]): number => visibleChanges([change(one)], [session(...items)], [walked(0, [repsItem()])]).length;

describe('[D-02] what the day says has changed', () => {
  it.each<readonly [string, Partial<StepChange>, Partial<PlanItem>, number]>([
    ['repetitions as told', {}, { reps: 12 }, 1],
    ['fewer than told, for want of minutes', {}, { reps: 10 }, 0],
    ['less, as told', { key: 'repsDown', values: { from: 10, to: 8 } }, { reps: 8 }, 1],
    ['sets as told', { key: 'setsUp', values: { from: 2, to: 3 } }, { sets: 3 }, 1],
    ['no set more', { key: 'setsUp', values: { from: 2, to: 3 } }, { sets: 2 }, 0],
    ['a set less', { key: 'setsDown', values: { from: 2, to: 1 } }, { sets: 1 }, 1],
    ['load as told', { key: 'loadUp', values: { from: 1, to: 1.5 } }, { loadKilograms: 1.5 }, 1],
    ['no load today', { key: 'loadUp', values: { from: 1, to: 1.5 } }, {}, 0],
    ['less load', { key: 'loadDown', values: { from: 1, to: 0.5 } }, { loadKilograms: 0.5 }, 1],
    ['the form', { key: 'variantUp', values: { variant: 'band' } }, { variant: 'band' }, 1],
    ['another form', { key: 'variantUp', values: { variant: 'band' } }, {}, 0],
    ['a form that went', { key: 'variantDown', values: { variant: 'band' } }, {}, 1],
    ['a trim', { key: 'trim', values: { from: 10, to: 8 } }, { reps: 8 }, 1],
    ['the ladder, though the exercise is still there', { key: 'ladderUp', values: {} }, {}, 0],
  ])('%s', (_what, told, item, count) => {
    expect(shown(told, repsItem(item))).toBe(count);
  });

  it('holds as told', () => {
    const hold = change({ exercise: 'lunge', key: 'holdUp', values: { from: 45, to: 50 } });
    expect(visibleChanges([hold], [session(holdItem({ holdSeconds: 50 }))], [])).toEqual([hold]);
    expect(visibleChanges([hold], [session(holdItem())], [])).toEqual([]);
  });

  it('the ladder when another exercise stands there, and not on a day without anything', () => {
    const other = repsItem({ exercise: 'march' });
    expect(shown({ key: 'ladderUp', values: {} }, other)).toBe(1);
    expect(shown({ key: 'ladderDown', values: {} })).toBe(0);
    // A day with stretches alone says nothing of strength.
    expect(shown({ key: 'ladderDown', values: {} }, holdItem())).toBe(0);
  });

  it('the ladder only until the other exercise was done', () => {
    const other = repsItem({ exercise: 'march' });
    const up = change({ key: 'ladderUp', values: {}, day: dayAfter(2) });
    expect(visibleChanges([up], [session(other)], [walked(2, [repsItem()])])).toEqual([up]);
    expect(visibleChanges([up], [session(other)], [walked(2, [repsItem()]), walked(4, [other])])).toEqual([]);
  });

  it('nothing about an exercise that today does not have', () => {
    expect(shown({}, holdItem())).toBe(0);
  });

  it('only the latest change of each exercise, and only until it is done again', () => {
    const older = change({ values: { from: 8, to: 10 } });
    const newer = change({ day: dayAfter(2) });
    const today = [session(repsItem({ reps: 12 }))];
    expect(visibleChanges([older, newer], today, [walked(2, [repsItem()])])).toEqual([newer]);
    expect(visibleChanges([older, newer], today, [walked(2, [repsItem()]), walked(4, [repsItem({ reps: 12 })])])).toEqual([]);
    expect(visibleChanges([change({ key: 'repsDown', rule: 'D-09', day: dayAfter(10), values: { from: 14, to: 12 } })], today, [walked(0, [repsItem()])])).toHaveLength(1);
  });
});
