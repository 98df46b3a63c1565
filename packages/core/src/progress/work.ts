import { perSide, sides, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import type { DiaryState, LoggedRunSet, Run } from '../diary/index.ts';
import { monthStartOf, periodStarts, weekStartOf, type Period } from './span.ts';

/** What one side did in a stretch of time. Seconds are those really worked or held, never the target. */
export type SideWork = {
  /** Stretch in sessions, breaks and after activities. */
  readonly stretchSeconds: number;
  readonly strengthSeconds: number;
  /** Everything that is neither stretch nor strength, such as release. */
  readonly otherSeconds: number;
  readonly strengthSets: number;
  readonly strengthReps: number;
};

/** [PR-01] One week or month: the work of each side, and how often. */
export type PeriodWork = PerSide<SideWork> & {
  readonly start: LocalDate;
  /** Sessions with at least one set. */
  readonly sessions: number;
  /** Days with at least one set. */
  readonly sessionDays: number;
  readonly breaks: number;
};

/** Which time is added up, and how it is cut. */
export type WorkInput = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly period: Period;
  /** 1 for Monday to 7 for Sunday. */
  readonly firstWeekday: number;
};

type Done = Pick<DiaryState, 'runs' | 'breaks'>;
type Tally = { -readonly [Key in keyof SideWork]: number };
type PeriodTally = { readonly work: PerSide<Tally>; readonly runs: Set<string>; readonly days: Set<LocalDate>; breaks: number };

/** [PR-01] Every week or month from `from` to `to`, those with nothing too. A set of both sides counts for each. */
export function workByPeriod({ runs, breaks }: Done, { from, to, period, firstWeekday }: WorkInput): readonly PeriodWork[] {
  const tallies = new Map(periodStarts(from, to, { period, firstWeekday }).map((start) => [start, newTally()]));
  const startByDay = new Map<LocalDate, LocalDate>();
  const tallyOf = (day: LocalDate): PeriodTally | undefined => {
    if (day < from || day > to) return undefined;
    const start = startByDay.get(day) ?? (period === 'week' ? weekStartOf(day, firstWeekday) : monthStartOf(day));
    startByDay.set(day, start);
    return tallies.get(start);
  };
  for (const run of runs)
    for (const set of run.sets) {
      const tally = tallyOf(set.day);
      if (tally === undefined) continue;
      tally.runs.add(run.run);
      tally.days.add(set.day);
      for (const side of sides) if (set.side === side || set.side === 'both') addSet(tally.work[side], run, set);
    }
  for (const taken of breaks) {
    const tally = tallyOf(taken.day);
    if (tally === undefined) continue;
    tally.breaks += 1;
    for (const side of sides) tally.work[side].stretchSeconds += taken[side];
  }
  return [...tallies].map(([start, tally]) => ({ start, ...tally.work, sessions: tally.runs.size, sessionDays: tally.days.size, breaks: tally.breaks }));
}

/** All periods of a list together, for one side. */
export function totalWork(periods: readonly PeriodWork[], side: Side): SideWork {
  const total = nothing();
  for (const period of periods) for (const key of workKeys) total[key] += period[side][key];
  return total;
}

const workKeys = ['stretchSeconds', 'strengthSeconds', 'otherSeconds', 'strengthSets', 'strengthReps'] as const;

function addSet(tally: Tally, run: Run, { item, seconds, reps }: LoggedRunSet): void {
  const kind = run.items[item]?.class;
  if (kind === 'stretch') tally.stretchSeconds += seconds;
  else if (kind === 'strengthen') {
    tally.strengthSeconds += seconds;
    tally.strengthSets += 1;
    tally.strengthReps += reps ?? 0;
  } else tally.otherSeconds += seconds;
}

function newTally(): PeriodTally {
  return { work: perSide(nothing), runs: new Set(), days: new Set(), breaks: 0 };
}

function nothing(): Tally {
  return { stretchSeconds: 0, strengthSeconds: 0, otherSeconds: 0, strengthSets: 0, strengthReps: 0 };
}
