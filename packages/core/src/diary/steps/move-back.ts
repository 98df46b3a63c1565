import type { CatalogueExercise } from '../../catalogue/index.ts';
import { trimmedAmount, type Amounts, type ExerciseSetting, type PlanItem, type ReachedForm } from '../../programme/index.ts';
import { stepHoldSeconds, stepReps, type Move } from './move.ts';

/** What a step back or a trim starts from: what is set, and what was really given. */
export type Given = {
  readonly setting: ExerciseSetting;
  readonly item: PlanItem;
  readonly exercise: CatalogueExercise;
};

/**
 * [D-04] One step back: load, harder form, repetitions or hold, a set, then the rung below. What was given is the most
 * from now on, so that a longer day cannot bring more. Undefined at the very bottom.
 */
export function moveBack(given: Given): Move | undefined {
  const calm = capped(given);
  return lighterLoad(calm, given) ?? easierForm(calm, given) ?? lessAmount(calm, given) ?? lastSteps(calm);
}

/** [D-04] A quarter less, until two good sessions give back what was given. What is trimmed stays so, as long as no less was given. */
export function trim(given: Given): Move | undefined {
  const { setting, item } = given;
  const calm = capped(given);
  if (setting.beforeTrim !== undefined) return stillTrimmed(calm, setting);
  const from = calm.reps ?? calm.holdSeconds ?? 0;
  const to = notBeyondUsual(trimmedAmount(from), given);
  const { form } = setting;
  return {
    setting: {
      ...calm,
      ...(item.reps !== undefined && { reps: to }),
      ...(item.reps === undefined && item.holdSeconds !== undefined && { holdSeconds: to }),
      beforeTrim: {
        ...withValue('sets', calm.sets),
        ...(item.reps === undefined ? withValue('holdSeconds', notBeyondUsual(from, given)) : withValue('reps', notBeyondUsual(from, given))),
        ...(form !== undefined && calm.form === undefined && { form }),
      },
    },
    key: 'trim',
    values: { from, to, percent: from === 0 ? 0 : Math.round((1 - to / from) * 100) },
  };
}

// A short day that hurts while everything is trimmed already: no more quarter, but no more than that day either.
function stillTrimmed(calm: ExerciseSetting, { beforeTrim, ...setting }: ExerciseSetting): Move | undefined {
  const { form } = setting;
  const kept = { ...calm, beforeTrim: { ...beforeTrim, ...(form !== undefined && calm.form === undefined && { form }) } };
  const from = setting.reps ?? setting.holdSeconds ?? 0;
  const to = calm.reps ?? calm.holdSeconds ?? 0;
  const sets = { from: setting.sets ?? 0, to: calm.sets ?? 0 };
  if (to < from) return { setting: kept, key: setting.reps === undefined ? 'holdDown' : 'repsDown', values: { from, to } };
  if (sets.to < sets.from) return { setting: kept, key: 'setsDown', values: sets };
  return form !== undefined && calm.form === undefined ? { setting: kept, key: 'variantDown', values: {} } : undefined;
}

// Around a sport holds are longer: less of them is still no reason for more at home, where it had not grown.
function notBeyondUsual(amount: number, { setting, item, exercise: { doses } }: Given): number {
  const [set, range] = item.reps === undefined ? [setting.holdSeconds, doses.default.holdSeconds] : [setting.reps, doses.default.reps];
  return set === undefined && range !== undefined ? Math.min(amount, range.default) : amount;
}

/** [D-04] What was given, as the most that comes next. A step up that was on its way is called off; a trim is no longer undone by itself; a form that was not given goes. */
export function capped(given: Given): ExerciseSetting {
  const { setting, item } = given;
  const { beforeTrim: _before, sets, reps, holdSeconds, form: _form, ...rest } = setting;
  const form = givenForm(given);
  const least = (set: number | undefined, amount: number | undefined): number | undefined =>
    set === undefined ? amount : amount === undefined ? set : Math.min(set, amount);
  const amounts: Amounts = {
    ...withValue('sets', least(sets, item.sets)),
    ...withValue('reps', least(reps, item.reps)),
    ...withValue('holdSeconds', least(holdSeconds, item.holdSeconds)),
  };
  return { ...rest, ...amounts, ...(form && { form }), ladder: setting.ladder === 1 ? 0 : setting.ladder };
}

function givenForm({ setting: { form }, item, exercise }: Given): ReachedForm | undefined {
  if (form === undefined || exercise.forms?.[form.index]?.variant !== item.variant) return undefined;
  if (form.kilograms === undefined) return form;
  return item.loadKilograms === undefined ? undefined : { ...form, kilograms: Math.min(form.kilograms, item.loadKilograms) };
}

function withValue(key: keyof Amounts, value: number | undefined): Amounts {
  return value === undefined ? {} : { [key]: value };
}

function lighterLoad(calm: ExerciseSetting, { exercise }: Given): Move | undefined {
  const range = calm.form === undefined ? undefined : exercise.forms?.[calm.form.index]?.kilograms;
  const from = calm.form?.kilograms;
  if (calm.form === undefined || range === undefined || from === undefined || from <= range.min) return undefined;
  const to = Math.max(range.min, from - range.step);
  return { setting: { ...calm, form: { ...calm.form, kilograms: to } }, key: 'loadDown', values: { from, to } };
}

function easierForm(calm: ExerciseSetting, { exercise }: Given): Move | undefined {
  const { form, ...rest } = calm;
  if (form === undefined) return undefined;
  const variant = exercise.forms?.[form.index]?.variant;
  return { setting: rest, key: 'variantDown', values: variant === undefined ? {} : { variant } };
}

function lessAmount(calm: ExerciseSetting, given: Given): Move | undefined {
  const { reps, holdSeconds } = given.exercise.doses.default;
  if (reps !== undefined && calm.reps !== undefined && calm.reps > reps.min) {
    const to = notBeyondUsual(Math.max(reps.min, calm.reps - stepReps), given);
    return { setting: { ...calm, reps: to }, key: 'repsDown', values: { from: calm.reps, to } };
  }
  if (holdSeconds !== undefined && calm.holdSeconds !== undefined && calm.holdSeconds > holdSeconds.min) {
    const to = notBeyondUsual(Math.max(holdSeconds.min, calm.holdSeconds - stepHoldSeconds), given);
    return { setting: { ...calm, holdSeconds: to }, key: 'holdDown', values: { from: calm.holdSeconds, to } };
  }
  const sets = calm.sets ?? 1;
  return sets > 1
    ? { setting: { ...calm, sets: sets - 1 }, key: 'setsDown', values: { from: sets, to: sets - 1 } }
    : undefined;
}

// The rung below; where there is none, at least less of this one.
function lastSteps(calm: ExerciseSetting): Move | undefined {
  if (calm.ladder === -1) return undefined;
  const { reps, holdSeconds } = calm;
  return {
    setting: {
      ...calm,
      ladder: -1,
      ...withValue('reps', reps === undefined ? undefined : trimmedAmount(reps)),
      ...withValue('holdSeconds', holdSeconds === undefined ? undefined : trimmedAmount(holdSeconds)),
    },
    key: 'ladderDown',
    values: {},
  };
}
