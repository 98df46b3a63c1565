import type { Report, ReportSection } from '@psoas/core/progress';
import { daysBetween, sides, type LocalDate, type Side } from '@psoas/kernel';
import { element, type PaperElement } from '../element.ts';
import { box, chart, dayLabels, letters, line, scaleOf, upwards, valueLabel, type Scale } from './chart-parts.ts';

/** The words of the charts, as in `report.yaml` and `progress.yaml`. */
export type ReportChartWords = {
  readonly sides: { readonly left: string; readonly right: string };
  readonly done: { readonly chart: string };
  readonly pain: { readonly chart: string };
  readonly measured: { readonly chart: string };
  readonly daysShort: readonly string[];
};

/** [PA-08] The small chart of a section, where it has one. Its numbers are those of the report, which stand beside it in words. */
export function reportChart(key: ReportSection['key'], report: Report, words: ReportChartWords): readonly PaperElement[] {
  if (key === 'done' && report.weeks.length > 1) return [stretchChart(report, words)];
  if (key === 'pain') return painChart(report, words);
  return key === 'measured' ? rangeChart(report, words) : [];
}

const right = box.width - box.right;
const foot = box.height - box.bottom;

// Two bars a week: the left side full, the right one empty.
function stretchChart({ weeks, on }: Report, words: ReportChartWords): PaperElement {
  const minutes = weeks.map((week) => ({ left: week.left.stretchSeconds / 60, right: week.right.stretchSeconds / 60 }));
  const most = Math.max(1, Math.ceil(Math.max(...minutes.flatMap((week) => [week.left, week.right]))));
  const y = upwards(0, most);
  const x = scaleOf(0, weeks.length, { from: box.left, to: right });
  const barWidth = Math.min(9, (right - box.left) / weeks.length / 3);
  const bar = (side: Side, week: number, value: number): PaperElement => {
    const start = x(week + 0.5) + (side === 'left' ? -barWidth : 0);
    return element('rect', { x: String(start), y: String(y(value)), width: String(barWidth), height: String(foot - y(value)), fill: side === 'left' ? '#444' : '#fff', stroke: '#000', 'stroke-width': '0.7' });
  };
  return chart(words.done.chart, [
    ...minutes.flatMap((week, index) => sides.map((side) => bar(side, index, week[side]))),
    line(box.left, foot, right, foot),
    valueLabel(String(most), y(most)),
    valueLabel('0', foot),
    ...legend(words),
    ...dayLabels(weeks[0]?.start ?? on, weeks.at(-1)?.start ?? on, words),
  ]);
}

function legend({ sides: names }: ReportChartWords): readonly PaperElement[] {
  return sides.flatMap((side, index) => {
    const start = box.width / 2 - 40 + index * 50;
    const y = box.height - 8.5;
    return [
      element('rect', { x: String(start), y: String(y), width: '6', height: '6', fill: side === 'left' ? '#444' : '#fff', stroke: '#000', 'stroke-width': '0.7' }),
      letters(names[side], { x: start + 9, y: y + 6, anchor: 'start' }),
    ];
  });
}

// The zone of a session has a shape of its own: ring, triangle, square.
function painChart({ pain, weeks, on }: Report, words: ReportChartWords): readonly PaperElement[] {
  const from = weeks[0]?.start;
  const points = pain.points.filter(({ day }) => from !== undefined && day >= from);
  if (from === undefined || points.length < 2) return [];
  const x = daysScale(from, on);
  const y = upwards(0, 10);
  const limits = [3.5, 5.5].map((limit) => element('line', { x1: String(box.left), y1: String(y(limit)), x2: String(right), y2: String(y(limit)), stroke: '#555', 'stroke-width': '0.7', 'stroke-dasharray': '3 3' }));
  const dots = points.map(({ day, highest, zone }) => mark(zone, x(daysBetween(from, day)), y(highest)));
  return [chart(words.pain.chart, [...limits, line(box.left, foot, right, foot), valueLabel('10', y(10)), valueLabel('0', y(0)), ...dots, ...dayLabels(from, on, words)])];
}

function mark(zone: 'green' | 'amber' | 'red', x: number, y: number): PaperElement {
  const shape = { fill: zone === 'green' ? '#fff' : '#000', stroke: '#000', 'stroke-width': '0.9' };
  if (zone === 'green') return element('circle', { cx: String(x), cy: String(y), r: '2.4', ...shape });
  return element('path', { d: zone === 'amber' ? `M${x} ${y - 3.2}l3.4 6h-6.8z` : `M${x - 2.7} ${y - 2.7}h5.4v5.4h-5.4z`, ...shape });
}

// One half for each side; the error is drawn as a bar through each value.
function rangeChart({ measured, on }: Report, words: ReportChartWords): readonly PaperElement[] {
  const range = measured.find(({ test }) => test === 'thomas');
  const all = sides.flatMap((side) => range?.[side] ?? []);
  const from = all.map(({ day }) => day).toSorted()[0];
  if (range === undefined || from === undefined || all.length < 3) return [];
  const low = Math.min(0, ...all.map(({ value, error }) => value - error));
  const high = Math.max(0, ...all.map(({ value, error }) => value + error));
  const y = upwards(low, high);
  const halves = sides.flatMap((side, index) => {
    const start = box.left + (index * (right - box.left + 10)) / 2;
    const end = start + (right - box.left - 10) / 2;
    const x = scaleOf(0, Math.max(1, daysBetween(from, on)), { from: start + 6, to: end - 6 });
    const values = range[side].flatMap(({ day, value, error }) => {
      const place = x(daysBetween(from, day));
      const isOpen = range[side][0]?.method !== range[side].find((point) => point.day === day)?.method;
      return [
        line(place, y(value - error), place, y(value + error)),
        line(place - 2, y(value - error), place + 2, y(value - error)),
        line(place - 2, y(value + error), place + 2, y(value + error)),
        element('circle', { cx: String(place), cy: String(y(value)), r: '2.4', fill: isOpen ? '#fff' : '#000', stroke: '#000', 'stroke-width': '0.9' }),
      ];
    });
    return [line(start, y(0), end, y(0)), ...values, letters(words.sides[side], { x: (start + end) / 2, y: box.height - 2.5, anchor: 'middle' }), ...dayLabels(from, on, { daysShort: words.daysShort, left: start, right: end })];
  });
  return [chart(words.measured.chart, [valueLabel(`${Math.round(high)}°`, y(high)), valueLabel('0°', y(0)), ...(low < 0 ? [valueLabel(`${Math.round(low)}°`, y(low))] : []), ...halves])];
}

function daysScale(from: LocalDate, to: LocalDate): Scale {
  return scaleOf(0, Math.max(1, daysBetween(from, to)), { from: box.left + 4, to: right - 4 });
}
