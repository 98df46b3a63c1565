import type { Run } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { sides, type Side } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import type { SeenDay } from './short-diary.ts';

const classById = new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise.class]));
const stopsById = new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise.feelPlaces?.stop ?? []]));

/** The most that some items give of one exercise. */
type Amount = { readonly reps: number; readonly holdSeconds: number; readonly kilograms: number; readonly variant: string; readonly sets: number };

/** The most of each amount that items give of an exercise; undefined where it is not among them. */
function amountsIn(items: readonly PlanItem[], exercise: string): Amount | undefined {
  const own = items.filter((item) => item.exercise === exercise);
  const most = (value: (item: PlanItem) => number | undefined): number => Math.max(0, ...own.map((item) => value(item) ?? 0));
  const setsOf = (side: Side): number => own.filter((item) => item.side === side || item.side === 'both').reduce((total, { sets }) => total + sets, 0);
  return own.length === 0
    ? undefined
    : {
        reps: most(({ reps }) => reps),
        holdSeconds: most(({ holdSeconds }) => holdSeconds),
        kilograms: most(({ loadKilograms }) => loadKilograms),
        variant: own.find(({ variant }) => variant !== undefined)?.variant ?? '',
        sets: Math.max(...sides.map(setsOf)),
      };
}

/** The sets of an exercise in a walk. */
export const worked = (run: Run, exercise: string): Run['sets'] => run.sets.filter((set) => set.exercise === exercise);

// Said during the session: amber, red, or a place that stops at once.
function hurtIn(run: Run, exercise: string): boolean {
  return worked(run, exercise).some(
    ({ pain = 0, felt = '' }) =>
      pain >= 4 || felt === 'groin-pinch' || felt === 'tingling' || (stopsById.get(exercise) ?? []).includes(felt) || (felt === 'low-back' && classById.get(exercise) === 'stretch'),
  );
}

function wasBadAfter(run: Run): boolean {
  const { nextDay } = run;
  return nextDay !== undefined && (nextDay.painNow >= 6 || (nextDay.comparedWithBefore === 'worse' && nextDay.soreness !== 'both-sides'));
}

/** [D-03] A good session of an exercise, by the words of the rule; after two the amounts are free again. */
export function isGood(run: Run, exercise: string): boolean {
  const { nextDay } = run;
  const item = run.items.find((one) => one.exercise === exercise);
  const sets = worked(run, exercise);
  const isQuiet = nextDay !== undefined && nextDay.comparedWithBefore !== 'worse' && nextDay.painNow <= 3 && nextDay.soreness !== 'both-sides';
  const isWhole = new Set(sets.map(({ set }) => set)).size >= (item?.sets ?? 0);
  return /home|gym|maintenance/.test(run.session) && isQuiet && isWhole && sets.every(({ pain = 9, reps }) => pain <= 3 && (reps === undefined || reps >= (item?.reps ?? 0)));
}

// [D-04] The limits that bad reports of earlier days set for an exercise on a day.
function limitsFor(exercise: string, { day, state }: SeenDay): readonly Amount[] {
  const runs = state.runs.filter((run) => run.startedDay < day && worked(run, exercise).length > 0);
  return runs.flatMap((run, index) => {
    const goodSince = runs.slice(index + 1).filter((later) => later.startedDay > run.startedDay && isGood(later, exercise)).length;
    if (goodSince >= 2) return [];
    const sameDay = runs.filter(({ startedDay }) => startedDay === run.startedDay).flatMap(({ items }) => items);
    const given = hurtIn(run, exercise) ? amountsIn(run.items, exercise) : wasBadAfter(run) ? amountsIn(sameDay, exercise) : undefined;
    return given === undefined ? [] : [given];
  });
}

/** What a day gives of an exercise, beside a limit that a bad report has set for it. */
type LimitedAmount = { readonly now: Amount; readonly limit: Amount; readonly told: string };

/** [D-04] Every amount of a day's sessions that a bad report limits. */
export function limitedAmounts(seen: SeenDay): readonly LimitedAmount[] {
  return seen.today.sessions.flatMap(({ id, items }) =>
    [...new Set(items.map(({ exercise }) => exercise))].flatMap((exercise) =>
      limitsFor(exercise, seen).flatMap((limit): readonly LimitedAmount[] => {
        const now = amountsIn(items, exercise);
        return now === undefined ? [] : [{ now, limit, told: `${seen.day} ${id} ${exercise}: ${JSON.stringify(now)} after ${JSON.stringify(limit)}` }];
      }),
    ),
  );
}

/** Which amounts lie above their limit; an amount that was not counted before sets none. */
export function amountsAbove({ now, limit }: LimitedAmount): readonly string[] {
  const counted = (['reps', 'holdSeconds'] as const).filter((key) => limit[key] > 0 && now[key] > limit[key]);
  return [...counted, ...(['kilograms', 'sets'] as const).filter((key) => now[key] > limit[key])];
}
