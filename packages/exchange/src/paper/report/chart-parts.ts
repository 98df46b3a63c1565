import { dayInYearWords } from '@psoas/core/progress';
import { daysBetween, type LocalDate } from '@psoas/kernel';
import { element, type PaperElement } from '../element.ts';

/** The space of a chart in its own units, a third of a millimetre on paper; lines and letters are sized for that. */
export const box = { width: 260, height: 72, left: 24, right: 4, top: 5, bottom: 12 } as const;

/** From a number to a place along one side of the chart. */
export type Scale = (value: number) => number;

/** Places between `from` and `to` for the numbers between `low` and `high`. */
export function scaleOf(low: number, high: number, { from, to }: { readonly from: number; readonly to: number }): Scale {
  const span = high === low ? 1 : high - low;
  return (value) => round(from + ((value - low) / span) * (to - from));
}

/** Up the page, from the foot of the chart to its top. */
export function upwards(low: number, high: number): Scale {
  return scaleOf(low, high, { from: box.height - box.bottom, to: box.top });
}

/** A chart with a title that says what it shows. */
export function chart(title: string, parts: readonly PaperElement[]): PaperElement {
  return element('figure', { class: 'paper-chart' }, [
    element('figcaption', {}, [title]),
    element('svg', { viewBox: `0 0 ${box.width} ${box.height}`, role: 'img', 'aria-label': title }, parts),
  ]);
}

export function line(x1: number, y1: number, x2: number, y2: number): PaperElement {
  return element('line', { x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2), stroke: '#000', 'stroke-width': '0.7' });
}

/** A number left of the axis. */
export function valueLabel(text: string, y: number): PaperElement {
  return letters(text, { x: box.left - 3, y: y + 2.6, anchor: 'end' });
}

/** Words inside a chart. */
export function letters(text: string, { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }): PaperElement {
  return element('text', { x: String(round(x)), y: String(round(y)), 'text-anchor': anchor, 'font-size': '8' }, [text]);
}

/** The first and the last day below a chart; one where they are the same. */
export function dayLabels(from: LocalDate, to: LocalDate, { monthsShort, left = box.left, right = box.width - box.right }: { readonly monthsShort: readonly string[]; readonly left?: number; readonly right?: number }): readonly PaperElement[] {
  const y = box.height - 2.5;
  const ends = [letters(dayInYearWords(from, monthsShort), { x: left, y, anchor: 'start' })];
  return daysBetween(from, to) > 0 ? [...ends, letters(dayInYearWords(to, monthsShort), { x: right, y, anchor: 'end' })] : ends;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
