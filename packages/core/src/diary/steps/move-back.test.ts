import { describe, expect, it } from 'vitest';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { ExerciseSetting, PlanItem } from '../../programme/index.ts';
import { holdItem, lunge, raise, repsItem } from '../testing/training.ts';
import { moveBack, trim } from './move-back.ts';
import type { Move } from './move.ts';

const weighted: CatalogueExercise = {
  ...raise,
  forms: [
    { variant: 'band', by: 'band' },
    { variant: 'weight', by: 'load', kilograms: { min: 0.5, step: 0.5, max: 2 } },
  ],
};
const base: ExerciseSetting = { ladder: 0 };
const back = (item: PlanItem, setting: Partial<ExerciseSetting> = {}, exercise = item.reps === undefined ? lunge : raise): Move | undefined =>
  moveBack({ setting: { ...base, ...setting }, item, exercise });

describe('[D-04] one step back', () => {
  it('takes two repetitions, or five seconds, of what was given', () => {
    expect(back(repsItem())).toEqual({ key: 'repsDown', values: { from: 10, to: 8 }, setting: { sets: 2, reps: 8, ladder: 0 } });
    expect(back(holdItem())).toEqual({ key: 'holdDown', values: { from: 45, to: 40 }, setting: { sets: 2, holdSeconds: 40, ladder: 0 } });
  });

  it('stops at the low end of the range, then takes a set, then the rung below with a quarter less', () => {
    expect(back(repsItem({ reps: 7 }))?.values).toEqual({ from: 7, to: 6 });
    expect(back(repsItem({ reps: 6 }))).toMatchObject({ key: 'setsDown', values: { from: 2, to: 1 }, setting: { sets: 1, reps: 6 } });
    expect(back(repsItem({ reps: 6, sets: 1 }))).toMatchObject({ key: 'ladderDown', setting: { ladder: -1, sets: 1, reps: 4 } });
    expect(back(holdItem({ holdSeconds: 30, sets: 1 }))).toMatchObject({ key: 'ladderDown', setting: { ladder: -1, holdSeconds: 23 } });
  });

  it('ends at the very bottom', () => {
    expect(back(repsItem({ reps: 4, sets: 1 }), { ladder: -1, reps: 4, sets: 1 })).toBeUndefined();
  });

  it('[D-04] on a short day what was given is the most from now on, sets too', () => {
    expect(back(repsItem({ reps: 8, sets: 1 }), { reps: 12, sets: 3 })?.setting).toEqual({ reps: 6, sets: 1, ladder: 0 });
    expect(back(holdItem({ holdSeconds: 30, sets: 2 }), { holdSeconds: 60 })?.setting).toEqual({ holdSeconds: 30, sets: 1, ladder: 0 });
  });

  it('starts from what is set where the plan gave more, as on a day before a late answer', () => {
    expect(back(repsItem({ reps: 12 }), { reps: 8 })?.setting.reps).toBe(6);
  });

  it('calls off a step up the ladder and forgets a trim', () => {
    expect(back(repsItem(), { ladder: 1, reps: 10, beforeTrim: { reps: 12 } })?.setting).toEqual({ sets: 2, reps: 8, ladder: 0 });
  });

  it('takes load first, by the steps of the form, then the form, then the rest', () => {
    const form = { index: 1, kilograms: 1.5 };
    const given = (kilograms: number): PlanItem => repsItem({ variant: 'weight', loadKilograms: kilograms });
    expect(back(given(1.5), { form }, weighted)).toMatchObject({ key: 'loadDown', values: { from: 1.5, to: 1 }, setting: { form: { index: 1, kilograms: 1 } } });
    const light = back(given(0.5), { form: { index: 1, kilograms: 0.5 } }, weighted);
    expect(light).toMatchObject({ key: 'variantDown', values: { variant: 'weight' } });
    expect(light?.setting).toEqual({ sets: 2, reps: 10, ladder: 0 });
    expect(back(repsItem({ variant: 'band' }), { form: { index: 0 } }, weighted)).toMatchObject({ key: 'variantDown', values: { variant: 'band' } });
  });

  it('[D-04] on a day without the form the form goes, and the work that hurt gets less too', () => {
    const red = back(repsItem(), { form: { index: 1, kilograms: 2 } }, weighted);
    expect(red).toMatchObject({ key: 'repsDown', values: { from: 10, to: 8 } });
    expect(red?.setting.form).toBeUndefined();
  });

  it('[D-04] in a session around a sport a longer hold or more repetitions never become the usual ones', () => {
    const afterRun = back(holdItem({ holdSeconds: 60, sets: 1 }));
    expect(afterRun).toMatchObject({ key: 'holdDown', values: { from: 60, to: 45 }, setting: { holdSeconds: 45 } });
    expect(back(holdItem({ holdSeconds: 60 }), { holdSeconds: 60 })?.setting.holdSeconds).toBe(55);
  });
});

describe('[D-04] a trim', () => {
  const trimmed = (item: PlanItem, setting: Partial<ExerciseSetting> = {}): Move | undefined =>
    trim({ setting: { ...base, ...setting }, item, exercise: item.reps === undefined ? lunge : weighted });

  it('takes a quarter of what was given, and remembers what was given', () => {
    expect(trimmed(repsItem({ reps: 12 }), { reps: 12 })).toEqual({
      key: 'trim',
      values: { from: 12, to: 9, percent: 25 },
      setting: { sets: 2, reps: 9, ladder: 0, beforeTrim: { sets: 2, reps: 12 } },
    });
    expect(trimmed(holdItem())).toMatchObject({ values: { from: 45, to: 34, percent: 24 }, setting: { holdSeconds: 34, beforeTrim: { sets: 2, holdSeconds: 45 } } });
    // On a short day the most that comes back is what that day gave.
    expect(trimmed(holdItem({ sets: 1 }), { holdSeconds: 60 })?.setting.beforeTrim).toEqual({ sets: 1, holdSeconds: 45 });
  });

  it('[D-04] takes 20 to 30 % wherever whole numbers allow it, and never nothing', () => {
    for (let reps = 2; reps <= 60; reps += 1) {
      const to = trimmed(repsItem({ reps }), { reps })?.setting.reps ?? 0;
      const allowed = Array.from({ length: reps }, (_, index) => index).filter((less) => less >= reps * 0.7 && less <= reps * 0.8);
      expect(allowed.length === 0 ? to < reps : allowed.includes(to), `${reps} to ${to}`).toBe(true);
    }
  });

  it('calls off a step up the ladder', () => {
    expect(trimmed(repsItem(), { ladder: 1 })?.setting.ladder).toBe(0);
    expect(trimmed(repsItem(), { ladder: -1 })?.setting.ladder).toBe(-1);
  });

  it('once trimmed stays so, as long as no less was given', () => {
    expect(trimmed(repsItem({ reps: 8 }), { reps: 8, sets: 2, beforeTrim: {} })).toBeUndefined();
  });

  it('[D-04] once trimmed, a short day that hurts again is the most from then on', () => {
    const again = trimmed(repsItem({ reps: 6, sets: 1 }), { reps: 8, sets: 2, beforeTrim: { reps: 12 } });
    expect(again?.setting).toEqual({ reps: 6, sets: 1, ladder: 0, beforeTrim: { reps: 12 } });
    expect(again).toMatchObject({ key: 'repsDown', values: { from: 8, to: 6 } });
  });

  it('[D-04] on a day without the harder form the form waits until the trim is over', () => {
    const form = { index: 1, kilograms: 2 };
    const amber = trimmed(repsItem(), { form });
    expect(amber?.setting.form).toBeUndefined();
    expect(amber?.setting.beforeTrim).toEqual({ sets: 2, reps: 10, form });
    expect(trimmed(repsItem({ variant: 'weight', loadKilograms: 2 }), { form })?.setting.form).toEqual(form);
  });
});
