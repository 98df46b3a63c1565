import type { Side } from '@psoas/kernel';
import type { CatalogueExercise, Dose, DoseName } from '../catalogue/index.ts';
import type { PlanItem } from './programme.ts';

/** How an item is dosed, apart from its number of sets. */
export type Dosing = {
  readonly dose: DoseName;
  /** Wanted hold; kept inside the exercise's own range. */
  readonly holdSeconds?: number;
  /** A limit for safety's sake: it beats the range. */
  readonly maxHoldSeconds?: number;
  /** The low end of every range: for the two-minute version (P-07). */
  readonly small?: boolean;
  readonly because: readonly string[];
};

/** An exercise on the sides where it is allowed, as one item of a session. A one-sided item says why (P-04). */
export function planItem(exercise: CatalogueExercise, allowed: AllowedSides, sets: number, dosing: Dosing): PlanItem {
  const dose = exercise.doses[dosing.dose] ?? exercise.doses.default;
  const side = allowed.sides.length === 2 ? 'both' : (allowed.sides[0] ?? 'both');
  const because = side === 'both' ? dosing.because : [...dosing.because, 'P-04', ...allowed.because];
  return { exercise: exercise.id, class: exercise.class, side, sets, ...amount(dose, dosing), restSeconds: dose.restSeconds, because: [...new Set([...because, ...exercise.claims.slice(0, 2)])] };
}

/** The target sides of an item, and why there are not two. */
export type AllowedSides = { readonly sides: readonly Side[]; readonly because: readonly string[] };

function amount(dose: Dose, { holdSeconds, maxHoldSeconds = Infinity, small }: Dosing): Pick<PlanItem, 'holdSeconds' | 'reps' | 'tempo'> {
  if (dose.reps !== undefined && dose.tempo !== undefined) return { reps: small === true ? dose.reps.min : dose.reps.default, tempo: dose.tempo };
  const range = dose.holdSeconds;
  if (range === undefined) return {};
  const wanted = small === true ? range.min : (holdSeconds ?? range.default);
  return { holdSeconds: Math.min(maxHoldSeconds, range.max, Math.max(range.min, wanted)) };
}
