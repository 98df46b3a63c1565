import { daysBetween, fillTemplate, type LocalDate } from '@psoas/kernel';
import { dayWords, periodStarts, spanStart, type Period, type Span } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import { calendarDayText } from '../../widgets/local-text.ts';

/** The time that the charts show, and by what it is cut. */
export type ShownTime = { readonly from: LocalDate; readonly to: LocalDate; readonly period: Period; readonly firstWeekday: number };

/** Weeks beyond which months are shown: more bars than that cannot be told apart on a phone. */
const mostWeeks = 26;

/** What a span shows today. */
export function shownTime(span: Span, { today, first, firstWeekday }: { readonly today: LocalDate; readonly first: LocalDate; readonly firstWeekday: number }): ShownTime {
  const from = spanStart(span, { today, first, firstWeekday });
  return { from, to: today, period: daysBetween(from, today) > mostWeeks * 7 ? 'month' : 'week', firstWeekday };
}

/** A day of the time shown: 2 March, and its year where the time holds more than one. */
export function dayInTime(day: LocalDate, { from, to }: Pick<ShownTime, 'from' | 'to'>): string {
  return from.slice(0, 4) === to.slice(0, 4) ? longDay(day) : dayWords(day, text.months);
}

/** The same day in a column of a table: 2 Mar. */
export function tableDay(day: LocalDate, { from, to }: Pick<ShownTime, 'from' | 'to'>): string {
  return from.slice(0, 4) === to.slice(0, 4) ? shortDay(day) : dayWords(day, text.monthsShort);
}

/** A day in full without its year: 2 March. */
export function longDay(day: LocalDate): string {
  return calendarDayText(day, { day: 'numeric', month: 'long' });
}

/** A month with its year: March 2026. */
export function monthName(day: LocalDate): string {
  return calendarDayText(day, { month: 'long', year: 'numeric' });
}

/** The name of a week or month below an axis. */
export function periodLabel(start: LocalDate, period: Period): string {
  return period === 'week' ? shortDay(start) : calendarDayText(start, { month: 'short', year: '2-digit' });
}

/** The name of a week or month as it is spoken. */
export function spokenPeriod(start: LocalDate, time: ShownTime): string {
  return time.period === 'week' ? fillTemplate(text.chart.weekOf, { day: dayInTime(start, time) }) : monthName(start);
}

/** Days from the beginning of the time shown, for a time axis, with the names of its weeks or months. */
export function timeAxis({ from, to, period, firstWeekday }: ShownTime): { readonly from: number; readonly to: number; readonly labels: readonly { readonly at: number; readonly label: string }[] } {
  const labels = periodStarts(from, to, { period, firstWeekday })
    .filter((start) => start >= from)
    .map((start) => ({ at: daysBetween(from, start), label: periodLabel(start, period) }));
  return { from: 0, to: Math.max(1, daysBetween(from, to)), labels };
}

// 2 Mar
function shortDay(day: LocalDate): string {
  return calendarDayText(day, { day: 'numeric', month: 'short' });
}
