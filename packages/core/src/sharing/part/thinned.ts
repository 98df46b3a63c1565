import { addDays, type LocalDate } from '@psoas/kernel';
import { highestOfPeriods, type MeasuredPoint, type PainPoint } from '../../progress/index.ts';
import type { SharedPain, SharedPoint } from './shared-part.ts';

/** [SH-03] Every point of the latest twelve weeks, the highest of each week of the year before them, of each month earlier. */
const everyPointDays = 84;
const weeklyDays = 448;
/** [SH-03] However often somebody says a number: the latest of them. */
const mostPainPoints = 240;
const mostMeasuredPoints = 60;

/** [SH-03] Pain over the years in a bounded number of points; the highest is never lost to a quieter one. */
export function thinnedPain(points: readonly PainPoint[], { today, firstWeekday }: { readonly today: LocalDate; readonly firstWeekday: number }): readonly SharedPain[] {
  const [weekly, recent] = [addDays(today, -weeklyDays), addDays(today, -everyPointDays)];
  const highest = (of: readonly PainPoint[], period: 'week' | 'month'): readonly PainPoint[] => highestOfPeriods(of, severity, { period, firstWeekday });
  const kept = [
    ...highest(points.filter(({ day }) => day <= weekly), 'month'),
    ...highest(points.filter(({ day }) => day > weekly && day <= recent), 'week'),
    ...points.filter(({ day }) => day > recent),
  ];
  return kept.slice(-mostPainPoints).map(({ day, of, highest: pain, nextDay }) => ({ day, of, highest: pain, ...(nextDay && { nextDay }) }));
}

// Of equally bad sessions the one that was worse on the day after.
function severity({ highest, nextDay }: PainPoint): number {
  return highest + (nextDay?.comparedWithBefore === 'worse' ? 0.5 : 0);
}

/** [SH-03] The first value, which changes are judged against, and the latest ones. */
export function thinnedPoints(points: readonly MeasuredPoint[]): readonly SharedPoint[] {
  const kept = points.length <= mostMeasuredPoints ? points : [...points.slice(0, 1), ...points.slice(1 - mostMeasuredPoints)];
  return kept.map(({ day, value, error, method }) => ({ day, value, error, method }));
}
