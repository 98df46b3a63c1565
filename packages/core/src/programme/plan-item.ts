import type { Side } from '@psoas/kernel';
import type { CatalogueExercise, Dose, DoseName, DoseRange } from '../catalogue/index.ts';
import type { PlanItem } from './programme.ts';
import { loweredOnly, settledAmount, type ExerciseSetting } from './setting.ts';

/** How an item is dosed, apart from its number of sets. */
export type Dosing = {
  readonly dose: DoseName;
  /** Wanted hold; kept inside the exercise's own range. */
  readonly holdSeconds?: number;
  /** A limit for safety's sake: it beats the range. */
  readonly maxHoldSeconds?: number;
  /** The low end of every range: for the two-minute version (P-07). */
  readonly small?: boolean;
  /** [D-02] What the diary has changed about the exercise. */
  readonly setting?: ExerciseSetting;
  /** [D-03] The harder form that the diary has led to, as far as it may be used. */
  readonly form?: Pick<PlanItem, 'variant' | 'loadKilograms'>;
  /** Whether a step forward counts here; steps back count everywhere. */
  readonly mayGrow?: boolean;
  readonly because: readonly string[];
};

/** An exercise on the sides where it is allowed, as one item of a session. A one-sided item says why (P-04). */
export function planItem(exercise: CatalogueExercise, allowed: AllowedSides, sets: number, dosing: Dosing): PlanItem {
  const dose = exercise.doses[dosing.dose] ?? exercise.doses.default;
  const side = allowed.sides.length === 2 ? 'both' : (allowed.sides[0] ?? 'both');
  const { setting } = dosing;
  const reasons = [...dosing.because, ...(setting?.because === undefined ? [] : [setting.because])];
  const because = side === 'both' ? reasons : [...reasons, 'P-04', ...allowed.because];
  const form = dosing.mayGrow === true && dosing.small !== true ? dosing.form : undefined;
  return { exercise: exercise.id, class: exercise.class, side, sets, ...amount(dose, dosing, exercise.doses.default), ...form, restSeconds: dose.restSeconds, because: [...new Set([...because, ...exercise.claims.slice(0, 2)])] };
}

/** The target sides of an item, and why there are not two. */
export type AllowedSides = { readonly sides: readonly Side[]; readonly because: readonly string[] };

function amount(dose: Dose, dosing: Dosing, own: Dose): Pick<PlanItem, 'holdSeconds' | 'reps' | 'tempo'> {
  const { holdSeconds, maxHoldSeconds = Infinity, small, setting, mayGrow = false } = dosing;
  const settled = (range: DoseRange, usual: number, set: number | undefined): number => {
    const wanted = settledAmount(range, usual, set);
    return small === true ? Math.min(range.min, wanted) : wanted;
  };
  if (dose.reps !== undefined && dose.tempo !== undefined) return { reps: settled(dose.reps, dose.reps.default, mayGrow ? setting?.reps : loweredOnly('reps', setting, { own: own.reps, usual: dose.reps.default })), tempo: dose.tempo };
  if (dose.holdSeconds === undefined) return {};
  const usual = holdSeconds ?? dose.holdSeconds.default;
  const set = mayGrow ? setting?.holdSeconds : loweredOnly('holdSeconds', setting, { own: own.holdSeconds, usual });
  return { holdSeconds: Math.min(maxHoldSeconds, settled(dose.holdSeconds, usual, set)) };
}
