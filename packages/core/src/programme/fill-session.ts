import type { CatalogueExercise } from '../catalogue/index.ts';
import { itemSeconds } from '../session/create-timeline.ts';
import type { TimelineOptions } from '../session/step.ts';
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

/** The seconds a session may take, and how sides follow each other in it. */
export type Budget = { readonly seconds: number; readonly sideOrder: TimelineOptions['order'] };

/** Whether the first two exercises get their second set before others begin, or all begin before any gets a second. */
export type FillOrder = 'main-first' | 'each-once-first';

type Chosen = { readonly wanted: Wanted; readonly sets: number; readonly small: boolean };

/**
 * [P-01] Fills a session with what fits into its seconds: by default one set each of the two most wanted, then
 * their second sets, then further exercises, third sets last. When not even one set fits at the usual length, the low end
 * of the range is tried (P-07).
 */
export function fillSession(wanted: readonly Wanted[], { seconds, sideOrder }: Budget, fillOrder: FillOrder = 'main-first'): readonly PlanItem[] {
  const plan = wanted.slice(0, exercisesPerSession);
  const chosen = (fillOrder === 'each-once-first' ? eachOnceFirst(plan) : mainFirst(plan)).reduce<readonly (Chosen | undefined)[]>(
    (now, index) => {
      const next = withOneMoreSet(now, plan, index);
      if (next !== undefined && totalSeconds(next, sideOrder) <= seconds) return next;
      const small = now[index] === undefined ? withSmallSet(now, plan, index) : undefined;
      return small !== undefined && totalSeconds(small, sideOrder) <= seconds ? small : now;
    },
    plan.map(() => undefined),
  );
  return chosen.flatMap((entry) => (entry === undefined ? [] : [toItem(entry)]));
}

// Which exercise gets the next set: an index into the plan for each step.
function mainFirst(plan: readonly Wanted[]): readonly number[] {
  const more = (index: number, from: number, to: number): readonly number[] => setsOf(plan, index, from, to);
  const indexes = plan.map((_, index) => index);
  const others = indexes.slice(2).flatMap((index) => more(index, 0, 2));
  return [...more(0, 0, 1), ...more(1, 0, 1), ...more(0, 1, 2), ...more(1, 1, 2), ...others, ...indexes.flatMap((index) => more(index, 2, 3))];
}

function eachOnceFirst(plan: readonly Wanted[]): readonly number[] {
  return [0, 1, 2].flatMap((round) => plan.flatMap((_, index) => setsOf(plan, index, round, round + 1)));
}

// Sets from number `from` up to number `to`, as far as the exercise wants them.
function setsOf(plan: readonly Wanted[], index: number, from: number, to: number): readonly number[] {
  const sets = Math.min(to, plan[index]?.sets ?? 0);
  return Array.from({ length: Math.max(0, sets - from) }, () => index);
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

function totalSeconds(chosen: readonly (Chosen | undefined)[], sideOrder: Budget['sideOrder']): number {
  return chosen.reduce((total, entry) => total + (entry === undefined ? 0 : itemSeconds(toItem(entry), entry.wanted.exercise, sideOrder)), 0);
}
