import { addDays, type LocalDate } from '@psoas/kernel';
import { redFrom } from '../session/stop-rules.ts';
import type { DiaryState, Run, TakenBreak } from './diary-state.ts';
import { isLater, type Moment } from './moment.ts';

/** [D-05] Days in which two reds mean stop, and over which pain is averaged. */
const weekDays = 7;

/** [D-05] A weekly mean from which a rise by so much within two weeks means stop. */
const highMean = 4;
const steepRise = 2;

/** One answer about pain: the sets of an exercise share it. */
export type PainReport = { readonly day: LocalDate; readonly pain: number };

/** [D-05] Pain of 6 and more in the seven days up to `today`, one for each exercise of a session and each break. */
export function redsInLastWeek(
  runs: readonly Run[],
  today: LocalDate,
  breaks: readonly TakenBreak[],
): number {
  return sumOfWeek(painDays(painReports(runs, breaks)), today).reds;
}

/**
 * [D-05] Whether pain says stop and see a clinician: two reds in a week, a weekly mean of 4 and more that rose by 2
 * within two weeks, or a red with a nerve sign. Counted since the latest check or clinician's word: both look at the
 * pain anew, at what was there on their day and no later.
 */
export function painSaysStop({
  runs,
  breaks,
  latestCheck,
  agreements,
}: Pick<DiaryState, 'runs' | 'breaks' | 'latestCheck' | 'agreements'>): boolean {
  const looks = [...(latestCheck === undefined ? [] : [latestCheck]), ...agreements.map(({ atMillis, date }) => ({ atMillis, day: date }))];
  const isNews = (moment: Moment): boolean => looks.every((look) => isLater(moment, look));
  const recent = runs.map((run) => ({ ...run, sets: run.sets.filter(isNews) }));
  const recentBreaks = breaks.filter(isNews);
  const wasStopped = runs.some(
    ({ outcome, because, startedAtMillis, startedDay }) =>
      outcome === 'stopped' && because === 'D-05' && isNews({ atMillis: startedAtMillis, day: startedDay }),
  );
  if (wasStopped || recentBreaks.some(({ because }) => because === 'D-05')) return true;
  const recentDays = painDays(painReports(recent, recentBreaks));
  if ([...recentDays.keys()].some((day) => sumOfWeek(recentDays, day).reds >= 2)) return true;
  const trainedDays = new Set([...recent.flatMap(({ sets }) => sets), ...recentBreaks].map(({ day }) => day));
  const all = painDays(painReports(runs, breaks));
  return [...trainedDays].some((day) => isRising(all, day));
}

/** All reports of one day. */
type PainDay = { readonly count: number; readonly sum: number; readonly reds: number };

type PainByDay = ReadonlyMap<LocalDate, PainDay>;

function painDays(reports: readonly PainReport[]): PainByDay {
  const byDay = new Map<LocalDate, PainDay>();
  for (const { day, pain } of reports) {
    const { count, sum, reds } = byDay.get(day) ?? { count: 0, sum: 0, reds: 0 };
    byDay.set(day, { count: count + 1, sum: sum + pain, reds: reds + (pain >= redFrom ? 1 : 0) });
  }
  return byDay;
}

function isRising(days: PainByDay, day: LocalDate): boolean {
  const now = meanOf(sumOfWeek(days, day));
  if (now === undefined || now < highMean) return false;
  return [1, 2].some((weeks) => {
    const before = meanOf(sumOfWeek(days, addDays(day, -weeks * weekDays)));
    return before !== undefined && now - before >= steepRise;
  });
}

/** Every answer about pain during exercise, one for each exercise of a session and each break. */
export function painReports(runs: readonly Run[], breaks: readonly TakenBreak[]): readonly PainReport[] {
  return [...runs.flatMap(worstOfItems), ...breaks.flatMap(({ day, pain }) => (pain === undefined ? [] : [{ day, pain }]))];
}

// The first of the worst answers of each item.
function worstOfItems({ sets }: Pick<Run, 'sets'>): readonly PainReport[] {
  const worst = new Map<number, PainReport>();
  for (const { item, day, pain } of sets)
    if (pain !== undefined && pain > (worst.get(item)?.pain ?? -1)) worst.set(item, { day, pain });
  return [...worst.values()];
}

function sumOfWeek(days: PainByDay, lastDay: LocalDate): Omit<PainDay, 'day'> {
  let [count, sum, reds] = [0, 0, 0];
  for (let age = 0; age < weekDays; age += 1) {
    const found = days.get(addDays(lastDay, -age));
    if (found === undefined) continue;
    count += found.count;
    sum += found.sum;
    reds += found.reds;
  }
  return { count, sum, reds };
}

/** The mean of pain, 0 to 10; undefined without a report. */
export function meanPain(reports: readonly PainReport[]): number | undefined {
  return meanOf({ count: reports.length, sum: reports.reduce((total, { pain }) => total + pain, 0) });
}

function meanOf({ count, sum }: Pick<PainDay, 'count' | 'sum'>): number | undefined {
  return count === 0 ? undefined : sum / count;
}
