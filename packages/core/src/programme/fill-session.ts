import type { CatalogueExercise } from '../catalogue/index.ts';
import { itemSeconds } from '../session/create-timeline.ts';
import type { AllowedSides, Dosing } from './plan-item.ts';
import { planItem } from './plan-item.ts';
import type { PlanItem } from './programme.ts';

/** An exercise that should come into a session, most wanted first. */
export type Wanted = {
  readonly exercise: CatalogueExercise;
  readonly allowed: AllowedSides;
  readonly dosing: Dosing;
  readonly sets: number;
};

/** [P-09] At most this many exercises a session by default. */
export const exercisesPerSession = 4;

type Chosen = { readonly wanted: Wanted; readonly sets: number; readonly small: boolean };

/**
 * [P-01] Fills a session with what fits into its seconds: first one set each of the two most wanted, then their
 * second sets, then further exercises, third sets last. When not even one set fits at the usual length, the low end
 * of the range is tried (P-07).
 */
export function fillSession(wanted: readonly Wanted[], budgetSeconds: number): readonly PlanItem[] {
  const plan = wanted.slice(0, exercisesPerSession);
  const chosen = increments(plan).reduce<readonly (Chosen | undefined)[]>(
    (now, index) => {
      const next = withOneMoreSet(now, plan, index);
      if (next !== undefined && totalSeconds(next) <= budgetSeconds) return next;
      const small = now[index] === undefined ? withSmallSet(now, plan, index) : undefined;
      return small !== undefined && totalSeconds(small) <= budgetSeconds ? small : now;
    },
    plan.map(() => undefined),
  );
  return chosen.flatMap((entry) => (entry === undefined ? [] : [toItem(entry)]));
}

// Which exercise gets the next set: an index into the plan for each step.
function increments(plan: readonly Wanted[]): readonly number[] {
  const upTo = (index: number, from: number, to: number): readonly number[] => {
    const sets = Math.min(to, plan[index]?.sets ?? 0);
    return Array.from({ length: Math.max(0, sets - from) }, () => index);
  };
  const indexes = plan.map((_, index) => index);
  const rest = indexes.slice(2);
  return [...upTo(0, 0, 1), ...upTo(1, 0, 1), ...upTo(0, 1, 2), ...upTo(1, 1, 2), ...rest.flatMap((index) => upTo(index, 0, 2)), ...indexes.flatMap((index) => upTo(index, 2, 3))];
}

function withOneMoreSet(now: readonly (Chosen | undefined)[], plan: readonly Wanted[], index: number): readonly (Chosen | undefined)[] | undefined {
  const wanted = plan[index];
  if (wanted === undefined) return undefined;
  const before = now[index];
  return now.with(index, { wanted, sets: (before?.sets ?? 0) + 1, small: before?.small ?? false });
}

function withSmallSet(now: readonly (Chosen | undefined)[], plan: readonly Wanted[], index: number): readonly (Chosen | undefined)[] | undefined {
  const wanted = plan[index];
  return wanted === undefined ? undefined : now.with(index, { wanted, sets: 1, small: true });
}

function toItem({ wanted, sets, small }: Chosen): PlanItem {
  const dosing = small ? { ...wanted.dosing, small, because: [...wanted.dosing.because, 'P-07'] } : wanted.dosing;
  return planItem(wanted.exercise, wanted.allowed, sets, dosing);
}

function totalSeconds(chosen: readonly (Chosen | undefined)[]): number {
  return chosen.reduce((total, entry) => total + (entry === undefined ? 0 : itemSeconds(toItem(entry), entry.wanted.exercise)), 0);
}
