import type { CatalogueExercise, DoseRange } from '../../catalogue/index.ts';
import type { Amounts, ExerciseSetting } from '../../programme/index.ts';
import type { ExerciseProgress } from './exercise-progress.ts';
import type { StepChange, StepKey } from './step-change.ts';

/** [SH-09] The amounts that a proposal can speak of, with the key of their sentence. */
const keyByAmount = { sets: 'setsTo', reps: 'repsTo', holdSeconds: 'holdTo' } as const satisfies { readonly [amount in keyof Amounts]-?: StepKey };
const amountNames = ['sets', 'reps', 'holdSeconds'] as const;

/** [D-03] [P-03] Sets of strength grow to three, holds of a stretch to two. */
const mostSets = { stretch: 2, other: 3 } as const;

/** The rules by which something was just made less: until two good sessions nothing more comes (D-04). */
const backRules: readonly string[] = ['D-01', 'D-04', 'D-09', 'D-11'];

/** [SH-09] The range in which an amount of an exercise may lie; undefined where it is not counted so. */
export function amountRange(amount: keyof Amounts, { class: className, doses }: CatalogueExercise): Pick<DoseRange, 'min' | 'max'> | undefined {
  if (amount !== 'sets') return doses.default[amount];
  const { min, max } = doses.default.sets;
  const most = Math.min(max, className === 'stretch' ? mostSets.stretch : mostSets.other);
  return { min: Math.min(min, most), max: most };
}

/** [SH-13] [D-04] Good days until more may come after a bad one. */
export const goodDaysAfterBad = 2;

/** [SH-13] Whether pain, a step back or a trim holds an exercise: what was given is the most that comes (D-04). */
export function isHeld({ setting, latest, bad }: Pick<ExerciseProgress, 'setting' | 'latest' | 'bad'>): boolean {
  return (
    (bad !== undefined && bad.goodDays < goodDaysAfterBad) ||
    setting.beforeTrim !== undefined ||
    (setting.because !== undefined && backRules.includes(setting.because)) ||
    Object.values(latest).some(({ verdict, rule }) => verdict === 'back' || verdict === 'trim' || (verdict === 'hold' && rule === 'D-04'))
  );
}

/** What an accepted amount does: what counts at once, what waits, and what to say. */
export type TakenProposal = {
  readonly setting: ExerciseSetting;
  readonly changes: readonly Pick<StepChange, 'key' | 'values'>[];
  /** What was given before, of each amount that changed. */
  readonly from: Amounts;
  readonly waiting?: Amounts;
};

/** [SH-10] [SH-13] An accepted amount, inside its range. Less counts at once; more waits while the exercise is held. */
export function takeProposal(now: Pick<ExerciseProgress, 'setting' | 'latest' | 'item' | 'bad'>, exercise: CatalogueExercise, amounts: Amounts): TakenProposal {
  const held = isHeld(now);
  const before = now.setting;
  const changes: Pick<StepChange, 'key' | 'values'>[] = [];
  let setting = before;
  let waiting: Amounts = {};
  let given: Amounts = {};
  for (const name of amountNames) {
    const range = amountRange(name, exercise);
    const asked = amounts[name];
    if (asked === undefined || range === undefined) continue;
    const to = Math.min(range.max, Math.max(range.min, asked));
    const from = before[name] ?? now.item?.[name] ?? exercise.doses.default[name]?.default ?? to;
    if (held && to > from) waiting = { ...waiting, [name]: to };
    else if (to !== from || before[name] === undefined) {
      given = { ...given, [name]: from };
      setting = lowered({ ...setting, [name]: to }, name, to);
      if (to !== from) changes.push({ key: keyByAmount[name], values: { from, to } });
    }
  }
  return {
    // While it is held, what holds it stays the reason.
    setting: setting === before || held ? setting : { ...setting, because: 'SH-10' },
    changes,
    from: given,
    ...(Object.keys(waiting).length > 0 && { waiting }),
  };
}

// What a trim would give back is no more than what was proposed since.
function lowered(setting: ExerciseSetting, name: keyof Amounts, to: number): ExerciseSetting {
  const back = setting.beforeTrim?.[name];
  return back === undefined || back <= to ? setting : { ...setting, beforeTrim: { ...setting.beforeTrim, [name]: to } };
}

/** What an accepted amount changed: the settings before and after, and what was given before. */
export type AppliedProposal = { readonly before: ExerciseSetting; readonly after: ExerciseSetting; readonly from: Amounts };

/** [SH-12] The setting when a proposal no longer counts: as before it, but never more than now while the exercise is held or has come lower since. */
export function giveBack(now: Pick<ExerciseProgress, 'setting' | 'latest' | 'bad'>, { before, after, from }: AppliedProposal): Pick<TakenProposal, 'setting' | 'changes'> {
  const changes: Pick<StepChange, 'key' | 'values'>[] = [];
  let setting = now.setting;
  for (const name of amountNames) {
    const [current, usual] = [setting[name], from[name]];
    if (before[name] === after[name] || current === undefined || usual === undefined) continue;
    const isUntouched = current === after[name];
    if (!(current > usual || (isUntouched && !isHeld(now)))) continue;
    const { [name]: _proposed, ...others } = setting;
    const earlier = isUntouched ? before[name] : usual;
    setting = earlier === undefined ? others : { ...others, [name]: earlier };
    if (current !== usual) changes.push({ key: keyByAmount[name], values: { from: current, to: usual } });
  }
  return { setting: changes.length === 0 || isHeld(now) ? setting : { ...setting, because: 'SH-12' }, changes };
}
