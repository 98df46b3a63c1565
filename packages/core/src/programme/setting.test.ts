import { describe, expect, it } from 'vitest';
import { testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import { planItem, type Dosing } from './plan-item.ts';
import type { PlanItem } from './programme.ts';
import { loweredOnly, settledAmount, trimmedAmount, type ExerciseSetting } from './setting.ts';

const range = { min: 30, max: 60, default: 45 };

describe('amounts that the diary has set', () => {
  it('[D-04] a trim takes a quarter, in whole numbers, never all', () => {
    expect([1, 2, 3, 4, 8, 10, 12, 15, 30, 45, 60].map(trimmedAmount)).toEqual([1, 1, 2, 3, 6, 8, 9, 11, 23, 34, 45]);
  });

  it('[P-03] grow to the end of the range and may fall below its beginning', () => {
    expect([undefined, 90, 50, 23].map((set) => settledAmount(range, 45, set))).toEqual([45, 60, 50, 23]);
    expect([10, 90].map((usual) => settledAmount(range, usual, undefined))).toEqual([30, 60]);
  });

  it('[D-04] where nothing grows they only take away, and what had grown takes nothing until a step back', () => {
    const of = (holdSeconds: number, because: string): number | undefined => loweredOnly('holdSeconds', { holdSeconds, because, ladder: 0 }, { own: range, usual: 60 });
    expect([of(50, 'D-03'), of(40, 'D-03'), of(45, 'D-04'), of(55, 'D-01'), of(50, 'D-09'), of(70, 'D-11')]).toEqual([undefined, 40, 45, 55, 50, 60]);
    expect(loweredOnly('reps', { ladder: 0 }, { own: range, usual: 10 })).toBeUndefined();
    expect(loweredOnly('reps', undefined, { own: range, usual: 10 })).toBeUndefined();
    expect(loweredOnly('reps', { reps: 4, ladder: 0 }, { own: undefined, usual: 10 })).toBeUndefined();
  });
});

describe('an item with a setting', () => {
  const hold = testExercise({ id: 'lunge', doses: { default: { sets: range, holdSeconds: range, restSeconds: 10 }, 'after-run': { sets: range, holdSeconds: { min: 45, max: 60, default: 45 }, restSeconds: 10 } } });
  const reps = testExercise({ id: 'raise', class: 'strengthen', doses: { default: testRepsDose } });
  const both = { sides: ['left', 'right'], because: [] } as const;
  const planned = (setting: Partial<ExerciseSetting>, dosing: Partial<Dosing> = {}, exercise = hold): PlanItem =>
    planItem(exercise, both, 2, { dose: 'default', mayGrow: true, because: ['P-02'], ...dosing, setting: { ladder: 0, ...setting } });

  it('[D-03] gives what was set where it may grow, and says the rule', () => {
    expect(planned({ holdSeconds: 50, because: 'D-03' })).toMatchObject({ holdSeconds: 50, because: ['P-02', 'D-03'] });
    expect(planned({ reps: 12 }, {}, reps)).toMatchObject({ reps: 12 });
    expect(planned({ reps: 12 }, { mayGrow: false }, reps)).toMatchObject({ reps: 10 });
    expect(planned({ reps: 6 }, { mayGrow: false }, reps)).toMatchObject({ reps: 6 });
  });

  it('[D-04] after a run the usual minute falls to what a step back left, never above it', () => {
    const afterRun: Partial<Dosing> = { dose: 'after-run', holdSeconds: 60, mayGrow: false };
    expect(planned({ holdSeconds: 50, because: 'D-03' }, afterRun).holdSeconds).toBe(60);
    expect(planned({ holdSeconds: 45, because: 'D-04' }, afterRun).holdSeconds).toBe(45);
    expect(planned({ holdSeconds: 34, because: 'D-04' }, afterRun).holdSeconds).toBe(34);
  });

  it('[S-06] a limit for safety beats what was set', () => {
    expect(planned({ holdSeconds: 60 }, { maxHoldSeconds: 30 }).holdSeconds).toBe(30);
  });

  it('[P-07] the two-minute version takes the low end, or less where less was set, and no harder form', () => {
    const form = { variant: 'band', loadKilograms: 1 };
    expect(planned({ holdSeconds: 50 }, { small: true, form })).toMatchObject({ holdSeconds: 30 });
    expect(planned({ holdSeconds: 50 }, { small: true, form }).variant).toBeUndefined();
    expect(planned({ holdSeconds: 23 }, { small: true }).holdSeconds).toBe(23);
    expect(planned({}, { form })).toMatchObject(form);
    expect(planned({}, { form, mayGrow: false }).loadKilograms).toBeUndefined();
  });
});
