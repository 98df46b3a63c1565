import type { LocalDate } from '@psoas/kernel';
import type { DiaryState, NextDayAnswer } from '../diary/index.ts';
import { painZone, type Zone } from '../session/index.ts';
import { judgeChange, type Change } from './change.ts';

/** [PR-04] What was said about pain in one session or break. */
export type PainPoint = {
  readonly id: string;
  readonly day: LocalDate;
  readonly atMillis: number;
  readonly of: 'session' | 'break';
  /** 0 to 10: the highest that was said during it. */
  readonly highest: number;
  readonly zone: Zone;
  /** How the day after was. */
  readonly nextDay?: Pick<NextDayAnswer, 'comparedWithBefore' | 'painNow'>;
};

/** Change in a mean of pain that counts as one: 2 points of 10 (sources S70, S71). */
const painErrorPoints = 2;
/** The first and the last days whose means are compared: one session alone says little. */
const meanDays = 14;

/** [PR-04] Every session and break in which pain was asked and answered, oldest first. */
export function painPoints({ runs, breaks }: Pick<DiaryState, 'runs' | 'breaks'>): readonly PainPoint[] {
  const ofRuns = runs.flatMap(({ run, sets, startedDay, startedAtMillis, nextDay }): readonly PainPoint[] => {
    const said = sets.flatMap(({ pain }) => pain ?? []);
    if (said.length === 0) return [];
    const answer = nextDay && { comparedWithBefore: nextDay.comparedWithBefore, painNow: nextDay.painNow };
    return [{ id: run, day: startedDay, atMillis: startedAtMillis, of: 'session', ...zoned(said), ...(answer && { nextDay: answer }) }];
  });
  const ofBreaks = breaks.flatMap(({ id, day, atMillis, pain }): readonly PainPoint[] =>
    pain === undefined ? [] : [{ id, day, atMillis, of: 'break', ...zoned([pain]) }],
  );
  return [...ofRuns, ...ofBreaks].toSorted((first, second) => first.atMillis - second.atMillis || (first.id < second.id ? -1 : 1));
}

/** [PR-04] The mean of the first two weeks against that of the last two. */
export function painChange(points: readonly PainPoint[]): Change {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return judgeChange([], { error: () => painErrorPoints, lessReads: 'better' });
  const isNear = (of: PainPoint) => (point: PainPoint): boolean => Math.abs(point.atMillis - of.atMillis) < meanDays * 86_400_000;
  const means = [{ day: first.day, value: meanOf(points.filter(isNear(first))) }, { day: last.day, value: meanOf(points.filter(isNear(last))) }];
  return judgeChange(points.length < 2 ? means.slice(0, 1) : means, { error: () => painErrorPoints, lessReads: 'better' });
}

function zoned(said: readonly number[]): Pick<PainPoint, 'highest' | 'zone'> {
  const highest = Math.max(...said);
  return { highest, zone: painZone(highest) };
}

function meanOf(points: readonly PainPoint[]): number {
  return points.reduce((total, { highest }) => total + highest, 0) / points.length;
}
