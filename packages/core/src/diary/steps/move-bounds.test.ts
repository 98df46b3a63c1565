import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { ExerciseSetting, PlanItem } from '../../programme/index.ts';
import { holdItem, lunge, raise, repsItem } from '../testing/training.ts';
import { capped, moveBack, trim } from './move-back.ts';
import { moveForward } from './move-forward.ts';
import type { Move } from './move.ts';
import { startAgain, startingItem } from './start-again.ts';

const forms: CatalogueExercise['forms'] = [
  { variant: 'band', by: 'band' },
  { variant: 'weight', by: 'load', kilograms: { min: 0.5, step: 0.5, max: 2 } },
];
const weighted: CatalogueExercise = { ...raise, forms };
const heldForms: CatalogueExercise = { ...lunge, forms };
const facts = { equipment: [], exclusions: [], lowestRungs: false } as const;
const weightAt = (kilograms: number): NonNullable<ExerciseSetting['form']> => ({ index: 1, kilograms });

type Case = { readonly setting: ExerciseSetting; readonly item: PlanItem; readonly exercise: CatalogueExercise };
const sets = fc.constantFrom(1, 2, 3);
const load = fc.constantFrom(0.5, 1, 1.5, 2);
const arbitraryForm = fc.oneof(fc.constant({ index: 0 }), load.map((kilograms) => ({ index: 1, kilograms })));
const arbitraryVariant = fc.oneof(fc.constant({}), fc.constant({ variant: 'band' }), load.map((loadKilograms) => ({ variant: 'weight', loadKilograms })));
const arbitraryCase = fc
  .record({
    isHold: fc.boolean(),
    amount: fc.record({ set: fc.option(fc.integer({ min: 4, max: 60 }), { nil: undefined }), given: fc.integer({ min: 4, max: 60 }), sets: fc.option(sets, { nil: undefined }), givenSets: sets }),
    ladder: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    form: fc.option(arbitraryForm, { nil: undefined }),
    variant: arbitraryVariant,
  })
  .map(({ isHold, amount, ladder, form, variant }): Case => {
    const key = isHold ? 'holdSeconds' : 'reps';
    const setting = { ladder, ...(amount.set !== undefined && { [key]: amount.set }), ...(amount.sets !== undefined && { sets: amount.sets }), ...(form && { form }) };
    const parts = { sets: amount.givenSets, [key]: amount.given, ...variant };
    return { setting, item: isHold ? holdItem(parts) : repsItem(parts), exercise: isHold ? heldForms : weighted };
  });
const amountOf = ({ reps, holdSeconds }: Pick<ExerciseSetting, 'reps' | 'holdSeconds'>): number => reps ?? holdSeconds ?? Number.NaN;

describe('[D-04] after pain', () => {
  it('a step back or a trim is never more than what was set, nor than what was given, in anything', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const { setting, item } = given;
        for (const move of [moveBack(given), trim(given)]) {
          if (move === undefined) continue;
          const most = Math.min(amountOf(item), Number.isNaN(amountOf(setting)) ? Infinity : amountOf(setting));
          expect(amountOf(move.setting)).toBeLessThanOrEqual(most);
          expect(move.setting.sets).toBeLessThanOrEqual(Math.min(item.sets, setting.sets ?? 9));
          expect(move.setting.ladder).toBe(move.key === 'ladderDown' || setting.ladder === -1 ? -1 : 0);
          if (move.setting.form !== undefined) {
            expect(move.setting.form.index).toBe(setting.form?.index);
            expect(forms?.[move.setting.form.index]?.variant).toBe(item.variant);
            expect(move.setting.form.kilograms ?? 0).toBeLessThanOrEqual(Math.min(setting.form?.kilograms ?? 0, item.loadKilograms ?? 0));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a trim gives back no more than what was given, the form that had to wait included', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const { setting, item } = given;
        const before = trim(given)?.setting.beforeTrim;
        expect(amountOf(before ?? {})).toBeLessThanOrEqual(amountOf(item));
        expect(before?.sets).toBe(Math.min(item.sets, setting.sets ?? 9));
        const waits = setting.form !== undefined && capped(given).form === undefined;
        expect(before?.form).toEqual(waits ? setting.form : undefined);
      }),
    );
  });

  it('a step of load keeps to the range and the steps of its form, from the lighter of what was set and given', () => {
    const back = (set: number, given: number | undefined): Move | undefined =>
      moveBack({ setting: { ladder: 0, form: weightAt(set) }, item: repsItem({ variant: 'weight', ...(given !== undefined && { loadKilograms: given }) }), exercise: weighted });
    expect(back(2, 1.5)).toMatchObject({ key: 'loadDown', values: { from: 1.5, to: 1 } });
    expect(back(1, 2)).toMatchObject({ key: 'loadDown', values: { from: 1, to: 0.5 } });
    expect(back(0.7, 0.7)).toMatchObject({ key: 'loadDown', values: { from: 0.7, to: 0.5 } });
    expect(back(2, undefined)).toMatchObject({ key: 'repsDown' });
    expect(back(2, undefined)?.setting).not.toHaveProperty('form');
  });
});

describe('[D-04] pain while everything is trimmed already', () => {
  const again = (item: PlanItem, setting: Partial<ExerciseSetting>, exercise = item.reps === undefined ? heldForms : weighted): Move | undefined =>
    trim({ setting: { ladder: 0, beforeTrim: { reps: 12 }, ...setting }, item, exercise });

  it.each<[string, PlanItem, Partial<ExerciseSetting>, Partial<Move> | undefined]>([
    ['as much given', holdItem({ holdSeconds: 34 }), { holdSeconds: 34, sets: 2 }, undefined],
    ['more given', holdItem({ holdSeconds: 40, sets: 3 }), { holdSeconds: 34, sets: 2 }, undefined],
    ['a shorter hold', holdItem({ holdSeconds: 20 }), { holdSeconds: 34, sets: 2 }, { key: 'holdDown', values: { from: 34, to: 20 }, setting: { ladder: 0, holdSeconds: 20, sets: 2, beforeTrim: { reps: 12 } } }],
    ['a set less', holdItem({ holdSeconds: 34, sets: 1 }), { holdSeconds: 34, sets: 2 }, { key: 'setsDown', values: { from: 2, to: 1 }, setting: { ladder: 0, holdSeconds: 34, sets: 1, beforeTrim: { reps: 12 } } }],
    ['a set less of repetitions', repsItem({ reps: 8, sets: 1 }), { reps: 8, sets: 2 }, { key: 'setsDown', values: { from: 2, to: 1 }, setting: { ladder: 0, reps: 8, sets: 1, beforeTrim: { reps: 12 } } }],
    ['not the form', repsItem({ reps: 8 }), { reps: 8, sets: 2, form: { index: 0 } }, { key: 'variantDown', values: {}, setting: { ladder: 0, reps: 8, sets: 2, beforeTrim: { reps: 12, form: { index: 0 } } } }],
    ['less, and not the form', repsItem({ reps: 6 }), { reps: 8, sets: 2, form: { index: 0 } }, { key: 'repsDown', values: { from: 8, to: 6 }, setting: { ladder: 0, reps: 6, sets: 2, beforeTrim: { reps: 12, form: { index: 0 } } } }],
    ['the form, as much', repsItem({ reps: 8, variant: 'band' }), { reps: 8, sets: 2, form: { index: 0 } }, undefined],
    ['the form, less', repsItem({ reps: 6, variant: 'band' }), { reps: 8, sets: 2, form: { index: 0 } }, { key: 'repsDown', values: { from: 8, to: 6 }, setting: { ladder: 0, reps: 6, sets: 2, form: { index: 0 }, beforeTrim: { reps: 12 } } }],
  ])('%s', (_what, item, setting, move) => {
    expect(again(item, setting)).toStrictEqual(move);
  });
});

describe('a form or a dose that this version does not know', () => {
  const strange: ExerciseSetting = { ladder: 0, form: { index: 9, kilograms: 3 } };
  const both = [weighted, raise, lunge];

  it('[E-04] stops nobody from stepping back, and is left behind', () => {
    for (const exercise of both) {
      const item = exercise === lunge ? holdItem() : repsItem();
      expect(moveBack({ setting: strange, item, exercise })?.setting).not.toHaveProperty('form');
      const given = { setting: strange, item: { ...item, loadKilograms: 3 }, exercise };
      expect(moveBack(given)).toMatchObject({ key: 'variantDown', values: {} });
      expect(moveBack(given)?.values).toStrictEqual({});
    }
  });

  it('[E-04] and moves on by what is known', () => {
    for (const exercise of [weighted, raise]) {
      const item = repsItem({ reps: 12, sets: 3, loadKilograms: 3 });
      expect(moveForward({ setting: strange, item, exercise: { ...exercise, harder: ['x'] }, facts })?.key).toBe('ladderUp');
    }
  });

  it('[E-04] of repetitions where the exercise has holds, and the other way round, no amount is made up', () => {
    const moves = (item: PlanItem, exercise: CatalogueExercise, setting: Partial<ExerciseSetting> = {}): readonly (string | undefined)[] => [
      moveForward({ setting: { ladder: 0, ...setting }, item, exercise, facts })?.key,
      moveBack({ setting: { ladder: 0, ...setting }, item, exercise })?.key,
    ];
    expect(moves(repsItem(), lunge)).toEqual([undefined, 'setsDown']);
    expect(moves(holdItem(), raise)).toEqual(['setsUp', 'setsDown']);
    expect(startingItem(repsItem({ reps: 50 }), lunge)).toStrictEqual(repsItem({ reps: 50 }));
    expect(startingItem(holdItem({ holdSeconds: 99 }), raise)).toStrictEqual(holdItem({ holdSeconds: 99 }));
  });
});

describe('steps that change only what they name', () => {
  const plain: ExerciseSetting = { ladder: 0 };
  const bothDoses: CatalogueExercise = { ...raise, doses: { default: { ...raise.doses.default, holdSeconds: { min: 5, max: 20, default: 10 } } } };

  it('[D-04] more repetitions than usual around a sport never become the usual ones', () => {
    expect(trim({ setting: plain, item: repsItem({ reps: 12 }), exercise: raise })?.setting).toStrictEqual({ ladder: 0, sets: 2, reps: 9, beforeTrim: { sets: 2, reps: 10 } });
    expect(trim({ setting: { ladder: 0, reps: 12 }, item: repsItem({ reps: 12 }), exercise: raise })?.setting.beforeTrim).toStrictEqual({ sets: 2, reps: 12 });
  });

  it('[D-04] the last steps back touch only the amount that the exercise has', () => {
    expect(moveBack({ setting: plain, item: repsItem({ reps: 6, sets: 1 }), exercise: raise })?.setting).toStrictEqual({ ladder: -1, sets: 1, reps: 4 });
    expect(moveBack({ setting: plain, item: holdItem({ holdSeconds: 30, sets: 1 }), exercise: lunge })?.setting).toStrictEqual({ ladder: -1, sets: 1, holdSeconds: 23 });
  });

  it('[E-04] an amount of the other kind stays as it is set', () => {
    expect(capped({ setting: { ladder: 0, reps: 8 }, item: holdItem(), exercise: lunge })).toStrictEqual({ ladder: 0, reps: 8, sets: 2, holdSeconds: 45 });
    expect(trim({ setting: plain, item: repsItem(), exercise: lunge })?.setting).toMatchObject({ reps: 8, beforeTrim: { reps: 10 } });
  });

  it('[D-03] a harder form of what counts repetitions says nothing of its hold', () => {
    const exercise: CatalogueExercise = { ...bothDoses, forms: [{ variant: 'band', by: 'band' }] };
    expect(moveForward({ setting: { ladder: 0, holdSeconds: 20 }, item: repsItem({ reps: 12, sets: 3 }), exercise, facts })?.setting).toStrictEqual({ ladder: 0, holdSeconds: 20, reps: 6, form: { index: 0 } });
  });

  it('[D-03] a harder form of a hold begins with the usual hold, and one without a load has none', () => {
    const full = holdItem({ holdSeconds: 60 });
    expect(moveForward({ setting: { ladder: 0 }, item: full, exercise: { ...lunge, forms: [{ variant: 'band', by: 'band' }] }, facts })).toStrictEqual({
      key: 'variantUp',
      values: { variant: 'band' },
      setting: { ladder: 0, holdSeconds: 45, form: { index: 0 } },
    });
    const heavy: CatalogueExercise = { ...lunge, forms: [{ by: 'load', kilograms: { min: 1, step: 0.5, max: 4 } }] };
    expect(moveForward({ setting: { ladder: 0 }, item: full, exercise: heavy, facts })).toStrictEqual({ key: 'loadUp', values: { to: 1 }, setting: { ladder: 0, holdSeconds: 45, form: { index: 0, kilograms: 1 } } });
    const counted: CatalogueExercise = { ...raise, forms: heavy.forms ?? [] };
    expect(moveForward({ setting: { ladder: 0 }, item: repsItem({ reps: 12, sets: 3 }), exercise: counted, facts })?.setting).toStrictEqual({ ladder: 0, reps: 6, form: { index: 0, kilograms: 1 } });
  });

  it('[D-04] the end of a trim tells only what it gives back', () => {
    expect(moveForward({ setting: { ladder: 0, beforeTrim: {} }, item: holdItem(), exercise: lunge, facts })).toStrictEqual({ key: 'untrim', values: { from: 45 }, setting: { ladder: 0 } });
    expect(moveForward({ setting: { ladder: 0, beforeTrim: { holdSeconds: 50 } }, item: holdItem(), exercise: lunge, facts })?.values).toStrictEqual({ from: 45, to: 50 });
  });

  it('[D-09] after three weeks holds go back to the usual, and those that were lower stay', () => {
    const anew = (setting: Partial<ExerciseSetting>): Move | undefined => startAgain({ ladder: 0, ...setting }, lunge);
    expect([30, 45].map((holdSeconds) => anew({ holdSeconds }))).toEqual([undefined, undefined]);
    expect(anew({ holdSeconds: 50 })).toStrictEqual({ key: 'startAgain', values: {}, setting: { ladder: 0 } });
    expect(anew({ holdSeconds: 40, sets: 3 })).toStrictEqual({ key: 'startAgain', values: {}, setting: { ladder: 0, holdSeconds: 40 } });
    expect(anew({ form: { index: 0 } })).toStrictEqual({ key: 'startAgain', values: {}, setting: { ladder: 0 } });
    expect(startingItem(holdItem({ holdSeconds: 60 }), lunge)).toStrictEqual(holdItem({ holdSeconds: 45 }));
    expect(startingItem(repsItem({ reps: 12 }), raise)).toStrictEqual(repsItem({ reps: 10 }));
  });
});
