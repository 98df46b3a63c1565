import { addDays, daysBetween, weekdayOf, type LocalDate } from '@psoas/kernel';

const weekDays = 7;

/** How far back a person looks. */
export const spans = ['fourWeeks', 'twelveWeeks', 'all'] as const;
export type Span = (typeof spans)[number];

const weeksBySpan: { readonly [span in Span]: number } = { fourWeeks: 4, twelveWeeks: 12, all: Infinity };

/** What a stretch of time is added up by. */
export type Period = 'week' | 'month';

/** The first day of the week that holds a day. `firstWeekday` is 1 for Monday to 7 for Sunday. */
export function weekStartOf(day: LocalDate, firstWeekday: number): LocalDate {
  return addDays(day, -((weekdayOf(day) - firstWeekday + weekDays) % weekDays));
}

/** The first day of the month that holds a day. */
export function monthStartOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - Number(day.slice(8)));
}

/** The first day of the month that lies `months` later; earlier, when negative. */
export function addMonths(monthStart: LocalDate, months: number): LocalDate {
  // From the middle of a month, 30 days and a half reach the middle of the next for many years.
  return monthStartOf(addDays(monthStart, 14 + Math.round(months * 30.436875)));
}

/** [PR-11] The first day that a span shows: whole weeks, the present one the last. `first` is the first day with anything. */
export function spanStart(span: Span, { today, first, firstWeekday }: { readonly today: LocalDate; readonly first: LocalDate; readonly firstWeekday: number }): LocalDate {
  const earliest = weekStartOf(first, firstWeekday);
  if (span === 'all') return earliest;
  const start = addDays(weekStartOf(today, firstWeekday), -(weeksBySpan[span] - 1) * weekDays);
  return start < earliest && daysBetween(earliest, today) >= 0 ? earliest : start;
}

/** The starts of all periods from one day to another, both ends' periods included. */
export function periodStarts(from: LocalDate, to: LocalDate, { period, firstWeekday }: { readonly period: Period; readonly firstWeekday: number }): readonly LocalDate[] {
  const starts: LocalDate[] = [];
  let start = period === 'week' ? weekStartOf(from, firstWeekday) : monthStartOf(from);
  while (start <= to) {
    starts.push(start);
    start = period === 'week' ? addDays(start, weekDays) : addMonths(start, 1);
  }
  return starts;
}

/** [PR-11] The highest of each period, for rows with more points than can be told apart. Oldest first, as they came. */
export function highestOfPeriods<Point extends { readonly day: LocalDate }>(
  points: readonly Point[],
  valueOf: (point: Point) => number,
  { period, firstWeekday }: { readonly period: Period; readonly firstWeekday: number },
): readonly Point[] {
  const highest = new Map<LocalDate, Point>();
  for (const point of points) {
    const start = period === 'week' ? weekStartOf(point.day, firstWeekday) : monthStartOf(point.day);
    const before = highest.get(start);
    if (before === undefined || valueOf(point) > valueOf(before)) highest.set(start, point);
  }
  return [...highest.values()];
}
