import { addDays, daysBetween, type LocalDate } from '@psoas/kernel';
import { redFrom } from '../session/stop-rules.ts';
import type { DiaryState, Run, TakenBreak } from './diary-state.ts';

/** [D-05] Days in which two reds mean stop, and over which pain is averaged. */
const weekDays = 7;

/** [D-05] A weekly mean from which a rise by so much within two weeks means stop. */
const highMean = 4;
const steepRise = 2;

/** One answer about pain: the sets of an exercise share it. */
type PainReport = { readonly day: LocalDate; readonly pain: number };

/** [D-05] Pain of 6 and more in the seven days up to `today`, one for each exercise of a session and each break. */
export function redsInLastWeek(
  runs: readonly Run[],
  today: LocalDate,
  breaks: readonly TakenBreak[] = [],
): number {
  return reportsOfWeek(reportsOf(runs, breaks), today).filter(({ pain }) => pain >= redFrom).length;
}

/**
 * [D-05] Whether pain says stop and see a clinician: two reds in a week, a weekly mean of 4 and more that rose by 2
 * within two weeks, or a red with a nerve sign. Counted since the latest check or clinician's word: both look at the
 * pain anew.
 */
export function painSaysStop({
  runs,
  breaks = [],
  latestCheck,
  agreements,
}: Pick<DiaryState, 'runs' | 'latestCheck' | 'agreements'> & Partial<Pick<DiaryState, 'breaks'>>): boolean {
  const since = Math.max(latestCheck?.atMillis ?? 0, ...agreements.map(({ atMillis }) => atMillis));
  const recent = runs.map((run) => ({ ...run, sets: run.sets.filter(({ atMillis }) => atMillis > since) }));
  const recentBreaks = breaks.filter(({ atMillis }) => atMillis > since);
  const days = [
    ...new Set([...recent.flatMap(({ sets }) => sets), ...recentBreaks].map(({ day }) => day)),
  ];
  const wasStopped = runs.some(
    ({ outcome, because, startedAtMillis }) =>
      outcome === 'stopped' && because === 'D-05' && startedAtMillis > since,
  );
  const reports = reportsOf(runs, breaks);
  return (
    wasStopped ||
    recentBreaks.some(({ because }) => because === 'D-05') ||
    days.some((day) => redsInLastWeek(recent, day, recentBreaks) >= 2 || isRising(reports, day))
  );
}

function isRising(reports: readonly PainReport[], day: LocalDate): boolean {
  const now = meanOf(reportsOfWeek(reports, day));
  const before = [1, 2].flatMap(
    (weeks) => meanOf(reportsOfWeek(reports, addDays(day, -weeks * weekDays))) ?? [],
  );
  return now !== undefined && now >= highMean && before.some((mean) => now - mean >= steepRise);
}

function reportsOf(runs: readonly Run[], breaks: readonly TakenBreak[]): readonly PainReport[] {
  const ofBreaks = breaks.flatMap(({ day, pain }) => (pain === undefined ? [] : [{ day, pain }]));
  const ofRuns = runs.flatMap(({ sets }) => {
    const items = [...new Set(sets.map(({ item }) => item))];
    return items.flatMap((item): readonly PainReport[] => {
      const answered = sets.flatMap((set) =>
        set.item === item && set.pain !== undefined ? [{ day: set.day, pain: set.pain }] : [],
      );
      const worst = answered.toSorted((first, second) => second.pain - first.pain)[0];
      return worst === undefined ? [] : [worst];
    });
  });
  return [...ofRuns, ...ofBreaks];
}

function reportsOfWeek(reports: readonly PainReport[], lastDay: LocalDate): readonly PainReport[] {
  return reports.filter(({ day }) => {
    const age = daysBetween(day, lastDay);
    return age >= 0 && age < weekDays;
  });
}

function meanOf(reports: readonly PainReport[]): number | undefined {
  return reports.length === 0
    ? undefined
    : reports.reduce((total, { pain }) => total + pain, 0) / reports.length;
}
