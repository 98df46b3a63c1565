import { describe, expect, it } from 'vitest';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { ExerciseSetting, FormFacts, PlanItem } from '../../programme/index.ts';
import { holdItem, lunge, raise, repsItem } from '../testing/training.ts';
import { moveForward } from './move-forward.ts';
import type { Move } from './move.ts';

const weighted: CatalogueExercise = {
  ...raise,
  harder: ['double-raise'],
  forms: [
    { variant: 'band', by: 'band', needs: ['band'] },
    { variant: 'weight', by: 'load', needs: ['ankle-weight'], adds: ['weight-on-foot'], kilograms: { min: 0.5, step: 0.5, max: 1 } },
  ],
};
const bare: FormFacts = { equipment: [], exclusions: [], lowestRungs: false };
const equipped: FormFacts = { ...bare, equipment: ['band', 'ankle-weight'] };
type Parts = { readonly setting?: Partial<ExerciseSetting>; readonly exercise?: CatalogueExercise; readonly facts?: FormFacts };
const forward = (item: PlanItem, { setting = {}, exercise = item.reps === undefined ? lunge : raise, facts = bare }: Parts = {}): Move | undefined =>
  moveForward({ setting: { ladder: 0, ...setting }, item, exercise, facts });
const full = repsItem({ reps: 12, sets: 3 });

describe('[D-03] one step forward', () => {
  it('adds two repetitions or five seconds, up to the end of the range', () => {
    expect(forward(repsItem())).toEqual({ key: 'repsUp', values: { from: 10, to: 12 }, setting: { ladder: 0, reps: 12 } });
    expect(forward(repsItem({ reps: 11 }))?.values).toEqual({ from: 11, to: 12 });
    expect(forward(holdItem())).toEqual({ key: 'holdUp', values: { from: 45, to: 50 }, setting: { ladder: 0, holdSeconds: 50 } });
    expect(forward(holdItem({ holdSeconds: 58 }))?.values).toEqual({ from: 58, to: 60 });
  });

  it('then adds a set, with the usual repetitions again', () => {
    expect(forward(repsItem({ reps: 12 }), { setting: { reps: 12 } })).toEqual({ key: 'setsUp', values: { from: 2, to: 3 }, setting: { ladder: 0, reps: 10, sets: 3 } });
    // A stretch gets back a set that it had lost; one that was planned once stays once.
    expect(forward(holdItem({ holdSeconds: 60, sets: 1 }), { setting: { sets: 1 } })).toMatchObject({ key: 'setsUp', values: { from: 1, to: 2 } });
    expect(forward(holdItem({ holdSeconds: 60, sets: 1 }))?.key).not.toBe('setsUp');
  });

  it('[P-03] two holds of a stretch stay two, three sets stay three, and no more than the range', () => {
    expect(forward(holdItem({ holdSeconds: 60 }))).toBeUndefined();
    expect(forward(full)).toBeUndefined();
    const twoSets = { ...raise, doses: { default: { ...raise.doses.default, sets: { min: 1, max: 2, default: 2 } } } };
    expect(forward(repsItem({ reps: 12 }), { exercise: twoSets })).toBeUndefined();
  });

  it('a set that the minutes did not hold is not asked for again', () => {
    expect(forward(repsItem({ reps: 12 }), { setting: { sets: 3 } })).toBeUndefined();
  });

  it.each<readonly [string, PlanItem, Partial<ExerciseSetting>]>([
    ['was the two-minute version (P-07)', repsItem({ because: ['P-02', 'P-07'] }), {}],
  ])('[P-07] is none when the plan %s', (_why, item, setting) => {
    expect(forward(item, { setting })).toBeUndefined();
  });

  it('where a session ends below what is set, the next step is of another kind', () => {
    expect(forward(repsItem({ reps: 8 }), { setting: { reps: 10 } })).toMatchObject({ key: 'setsUp' });
    expect(forward(holdItem({ holdSeconds: 45 }), { setting: { holdSeconds: 50 } })?.key).not.toBe('holdUp');
  });

  it('[D-04] first gives back what a trim took, and no more, even on a short day', () => {
    const setting = { reps: 8, sets: 2, beforeTrim: { reps: 12 } };
    expect(forward(repsItem({ reps: 8 }), { setting })).toEqual({ key: 'untrim', values: { from: 8, to: 12 }, setting: { ladder: 0, reps: 12 } });
    expect(forward(holdItem({ holdSeconds: 34, because: ['P-07'] }), { setting: { holdSeconds: 34, beforeTrim: {} } })).toEqual({
      key: 'untrim',
      values: { from: 34 },
      setting: { ladder: 0 },
    });
  });

  it('[D-04] gives back a form that had to wait for the trim to end', () => {
    const form = { index: 1, kilograms: 1 };
    expect(forward(repsItem({ reps: 8 }), { setting: { reps: 8, beforeTrim: { reps: 10, form } }, exercise: weighted })?.setting).toEqual({ ladder: 0, reps: 10, form });
  });
});

describe('[D-03] harder forms', () => {
  it('come when repetitions and sets are full, the first that may be used, with fewer repetitions', () => {
    expect(forward(full, { exercise: weighted, facts: equipped })).toEqual({
      key: 'variantUp',
      values: { variant: 'band' },
      setting: { ladder: 0, reps: 6, form: { index: 0 } },
    });
    const withoutBand: FormFacts = { ...bare, equipment: ['ankle-weight'] };
    expect(forward(full, { exercise: weighted, facts: withoutBand })).toEqual({
      key: 'variantUp',
      values: { variant: 'weight', to: 0.5 },
      setting: { ladder: 0, reps: 6, form: { index: 1, kilograms: 0.5 } },
    });
  });

  it('[P-08] [S-05] [S-06] are passed over without the thing, on the lowest rungs, and where excluded on either side', () => {
    expect(forward(full, { exercise: weighted })?.key).toBe('ladderUp');
    expect(forward(full, { exercise: weighted, facts: { ...equipped, lowestRungs: true } })?.key).toBe('ladderUp');
    const noWeight: FormFacts = { ...bare, equipment: ['ankle-weight'], exclusions: [{ by: 'RF13', body: 'weight-on-foot' }] };
    expect(forward(full, { exercise: weighted, facts: noWeight })?.key).toBe('ladderUp');
  });

  it('grow by the steps of their own file, with fewer repetitions, and not beyond its end', () => {
    const given = (loadKilograms: number): PlanItem => repsItem({ reps: 12, sets: 3, variant: 'weight', loadKilograms });
    const at = (kilograms: number): Parts => ({ exercise: weighted, facts: equipped, setting: { form: { index: 1, kilograms }, reps: 12, sets: 3 } });
    expect(forward(given(0.5), at(0.5))).toMatchObject({ key: 'loadUp', values: { from: 0.5, to: 1 }, setting: { reps: 6, form: { kilograms: 1 } } });
    expect(forward(given(1), at(1))?.key).toBe('ladderUp');
  });

  it('[P-08] nobody goes beyond a form that the plan could not give', () => {
    const setting = { form: { index: 0 }, reps: 12, sets: 3 };
    expect(forward(full, { setting, exercise: { ...weighted, harder: [] }, facts: equipped })).toBeUndefined();
    expect(forward(repsItem({ reps: 12, sets: 3, variant: 'band' }), { setting, exercise: weighted, facts: equipped })?.values.variant).toBe('weight');
  });

  it('an exercise that gets heavier itself says the load', () => {
    const heavy: CatalogueExercise = { ...raise, forms: [{ by: 'load', kilograms: { min: 1, step: 0.5, max: 4 } }] };
    expect(forward(full, { exercise: heavy })).toMatchObject({ key: 'loadUp', values: { to: 1 }, setting: { form: { index: 0, kilograms: 1 } } });
  });
});

describe('[D-03] the ladder', () => {
  it('leads up once, when nothing else is left and there is a harder exercise', () => {
    expect(forward(full, { exercise: weighted })).toEqual({ key: 'ladderUp', values: {}, setting: { ladder: 1 } });
    expect(forward(full, { exercise: weighted, setting: { ladder: 1 } })).toBeUndefined();
    expect(forward(full, { exercise: weighted, setting: { ladder: -1 } })?.setting.ladder).toBe(1);
  });
});
