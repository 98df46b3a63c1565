import { sidesOrBoth } from '@psoas/kernel';
import type { Side } from '@psoas/kernel';
import type { SetForm, SetLogged } from '@psoas/core/diary';

/** What was done of one exercise of a session. */
export type ExerciseSummary = {
  readonly item: number;
  readonly exercise: string;
  readonly sides: readonly SideSummary[];
  /** The highest that was reported; undefined when nobody answered. */
  readonly pain: number | undefined;
  readonly felt: string | undefined;
  /** Of the last set that says so. */
  readonly repsInReserve: number | undefined;
  readonly form: SetForm | undefined;
};

export type SideSummary = {
  readonly side: Side | 'both';
  readonly sets: number;
  readonly seconds: number;
  readonly reps: number | undefined;
};


/** Sets added up per exercise and side, in the order of the session. */
export function summariseSets(sets: readonly SetLogged[]): readonly ExerciseSummary[] {
  const items = [...new Set(sets.map(({ item }) => item))].toSorted((first, second) => first - second);
  return items.map((item) => {
    const own = sets.filter((set) => set.item === item);
    const pains = own.flatMap(({ pain }) => (pain === undefined ? [] : [pain]));
    return {
      item,
      exercise: own[0]?.exercise ?? '',
      sides: sidesOrBoth.flatMap((side) => summariseSide(side, own)),
      pain: pains.length === 0 ? undefined : Math.max(...pains),
      felt: own.find(({ felt }) => felt !== undefined)?.felt,
      repsInReserve: own.findLast(({ repsInReserve }) => repsInReserve !== undefined)?.repsInReserve,
      form: own.some(({ form }) => form === 'lost') ? 'lost' : own.find(({ form }) => form !== undefined)?.form,
    };
  });
}

/** Seconds of work in all. */
export function workedSeconds(sets: readonly SetLogged[]): number {
  return sets.reduce((total, { seconds }) => total + seconds, 0);
}

function summariseSide(side: Side | 'both', sets: readonly SetLogged[]): readonly SideSummary[] {
  // A set of no seconds only carries a report.
  const own = sets.filter((set) => set.side === side && set.seconds > 0);
  if (own.length === 0) return [];
  const reps = own.some((set) => set.reps !== undefined)
    ? own.reduce((total, set) => total + (set.reps ?? 0), 0)
    : undefined;
  return [{ side, sets: own.length, seconds: workedSeconds(own), reps }];
}
