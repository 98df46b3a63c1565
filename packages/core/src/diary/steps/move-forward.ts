import type { CatalogueExercise } from '../../catalogue/index.ts';
import { mayUseForm, type ExerciseSetting, type FormFacts, type PlanItem } from '../../programme/index.ts';
import { stepHoldSeconds, stepReps, type Move } from './move.ts';

/** Where an exercise stands: what is set, what the plan last gave, and what harder forms the person may use. */
export type Standing = {
  readonly setting: ExerciseSetting;
  readonly item: PlanItem;
  readonly exercise: CatalogueExercise;
  readonly facts: FormFacts;
};

/**
 * [D-03] One step forward: what a trim took comes back first, then repetitions or hold, a set, load, a harder form, the
 * next rung. Undefined when there is nothing left, or when the plan did not give the step before.
 */
export function moveForward(standing: Standing): Move | undefined {
  const { setting, item, exercise } = standing;
  if (setting.beforeTrim !== undefined) return untrim(setting, item);
  if (isWaiting(standing)) return undefined;
  return moreAmount(standing) ?? moreSets(standing) ?? moreLoad(standing) ?? harderForm(standing) ?? rungUp(setting, exercise);
}

function untrim({ beforeTrim, sets: _sets, reps: _reps, holdSeconds: _hold, ...rest }: ExerciseSetting, item: PlanItem): Move {
  const from = item.reps ?? item.holdSeconds ?? 0;
  const to = item.reps === undefined ? beforeTrim?.holdSeconds : beforeTrim?.reps;
  return { setting: { ...rest, ...beforeTrim }, key: 'untrim', values: { from, ...(to !== undefined && { to }) } };
}

// Only the low end was given, or not the form that somebody has come to: another step would come on top of one that waits.
function isWaiting({ setting, item, exercise }: Standing): boolean {
  const form = setting.form === undefined ? undefined : exercise.forms?.[setting.form.index];
  return item.because.includes('P-07') || (form !== undefined && form.variant !== item.variant);
}

function moreAmount({ setting, item, exercise }: Standing): Move | undefined {
  const { reps, holdSeconds } = exercise.doses.default;
  // Less than what is set means that the dose of this session ends there: the next step is of another kind.
  if (reps !== undefined && item.reps !== undefined && item.reps < reps.max && item.reps >= (setting.reps ?? 0)) {
    const to = Math.min(reps.max, item.reps + stepReps);
    return { setting: { ...setting, reps: to }, key: 'repsUp', values: { from: item.reps, to } };
  }
  if (holdSeconds !== undefined && item.holdSeconds !== undefined && item.holdSeconds < holdSeconds.max && item.holdSeconds >= (setting.holdSeconds ?? 0)) {
    const to = Math.min(holdSeconds.max, item.holdSeconds + stepHoldSeconds);
    return { setting: { ...setting, holdSeconds: to }, key: 'holdUp', values: { from: item.holdSeconds, to } };
  }
  return undefined;
}

// [P-03] The two holds of a stretch stay two. A set more that did not fit is not asked for again.
function moreSets({ setting, item, exercise }: Standing): Move | undefined {
  const { sets, reps } = exercise.doses.default;
  const isStretch = exercise.class === 'stretch';
  // A stretch gets a set back that it had lost, and no more.
  if (isStretch && setting.sets === undefined) return undefined;
  if (item.sets >= Math.min(isStretch ? 2 : 3, sets.max) || item.sets < (setting.sets ?? 0)) return undefined;
  const to = item.sets + 1;
  return {
    setting: { ...setting, sets: to, ...(reps && { reps: reps.default }) },
    key: 'setsUp',
    values: { from: item.sets, to },
  };
}

function moreLoad({ setting, exercise, item }: Standing): Move | undefined {
  const { form } = setting;
  const range = form === undefined ? undefined : exercise.forms?.[form.index]?.kilograms;
  const from = item.loadKilograms;
  if (form === undefined || range === undefined || from === undefined || from + range.step > range.max) return undefined;
  const to = from + range.step;
  return {
    setting: { ...setting, ...fewerReps(exercise), form: { ...form, kilograms: to } },
    key: 'loadUp',
    values: { from, to },
  };
}

function harderForm({ setting, exercise, facts }: Standing): Move | undefined {
  const forms = exercise.forms ?? [];
  const next = (setting.form?.index ?? -1) + 1;
  const index = forms.findIndex((form, place) => place >= next && mayUseForm(exercise, form, facts));
  const form = forms[index];
  if (form === undefined) return undefined;
  const kilograms = form.kilograms?.min;
  return {
    setting: { ...setting, ...fewerReps(exercise), form: { index, ...(kilograms !== undefined && { kilograms }) } },
    key: form.variant === undefined ? 'loadUp' : 'variantUp',
    values: {
      ...(form.variant !== undefined && { variant: form.variant }),
      ...(kilograms !== undefined && { to: kilograms }),
    },
  };
}

// [D-03] More load or lever begins again with fewer repetitions; holds with the usual one.
function fewerReps({ doses }: CatalogueExercise): Pick<ExerciseSetting, 'reps' | 'holdSeconds'> {
  const { reps, holdSeconds } = doses.default;
  return { ...(reps && { reps: reps.min }), ...(reps === undefined && holdSeconds && { holdSeconds: holdSeconds.default }) };
}

function rungUp(setting: ExerciseSetting, exercise: CatalogueExercise): Move | undefined {
  return setting.ladder === 1 || exercise.harder.length === 0
    ? undefined
    : { setting: { ...setting, ladder: 1 }, key: 'ladderUp', values: {} };
}
