import { perSide, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import type { DiaryState, LoggedRunSet, Run } from '../diary/index.ts';

/** [PR-06] The best set of one side on one day. */
export type BestSet = {
  readonly day: LocalDate;
  /** Repetitions, or seconds for holds. */
  readonly value: number;
  /** A harder form, by the id of its variant. */
  readonly variant?: string;
};

/** [PR-06] The strength exercise that was done on most days. It shows the work, and is no test: the plan sets the numbers. */
export type StrengthSeries = PerSide<readonly BestSet[]> & { readonly exercise: string; readonly unit: 'reps' | 'seconds' };

type Worked = { readonly set: LoggedRunSet; readonly variant: string | undefined };

/** [PR-06] The best set a day of the main strength exercise from a day on; undefined when there was none. */
export function strengthSeries({ runs }: Pick<DiaryState, 'runs'>, from: LocalDate): StrengthSeries | undefined {
  const recent = runs.filter(({ sets }) => sets.some(({ day }) => day >= from));
  const exercise = mostDone(recent, from);
  if (exercise === undefined) return undefined;
  const own = recent.flatMap(({ items, sets }) =>
    sets.filter((set) => set.exercise === exercise && set.day >= from).map((set): Worked => ({ set, variant: items[set.item]?.variant })),
  );
  const unit = own.some(({ set }) => set.reps !== undefined) ? 'reps' : 'seconds';
  return { exercise, unit, ...perSide((side) => bestByDay(own, side, unit)) };
}

function mostDone(runs: readonly Run[], from: LocalDate): string | undefined {
  const daysByExercise = new Map<string, Set<LocalDate>>();
  for (const { items, sets } of runs)
    for (const { item, exercise, day } of sets) {
      if (day < from || items[item]?.class !== 'strengthen') continue;
      const days = daysByExercise.get(exercise);
      if (days === undefined) daysByExercise.set(exercise, new Set([day]));
      else days.add(day);
    }
  return [...daysByExercise].toSorted(([first, firstDays], [second, secondDays]) => secondDays.size - firstDays.size || (first < second ? -1 : 1))[0]?.[0];
}

// A harder form beats more repetitions of the easier one.
function bestByDay(worked: readonly Worked[], side: Side, unit: StrengthSeries['unit']): readonly BestSet[] {
  const bestOf = new Map<LocalDate, BestSet>();
  for (const { set, variant } of worked) {
    const value = unit === 'reps' ? set.reps : set.seconds;
    if (value === undefined || (set.side !== side && set.side !== 'both')) continue;
    const now: BestSet = { day: set.day, value, ...(variant !== undefined && { variant }) };
    const best = bestOf.get(set.day);
    if (best === undefined || isBetter(now, best)) bestOf.set(set.day, now);
  }
  return [...bestOf.values()].toSorted((first, second) => (first.day < second.day ? -1 : 1));
}

function isBetter(now: BestSet, best: BestSet): boolean {
  if ((now.variant === undefined) !== (best.variant === undefined)) return now.variant !== undefined;
  return now.value > best.value || (now.value === best.value && (now.variant ?? '') < (best.variant ?? ''));
}
