import type { Bar, Figure, Measurement, Unit } from './measurement.ts';
import { summaryOf } from './statistics.ts';
import type { Comparison } from './stored-ratios.ts';

/** What a measurement gave: its figures; or why it could not be made. */
export type Outcome = {
  readonly measurement: Pick<Measurement, 'id' | 'what' | 'how'>;
  readonly figures: readonly Figure[];
  readonly reason?: string;
};

/** A line of the table. */
export type Row = readonly [id: string, what: string, median: string, least: string, most: string, runs: string, bar: string, verdict: string];

/** What stands above the columns. */
const heads: Row = ['measurement', 'what', 'median', 'least', 'most', 'runs', 'bar', 'verdict'];

/** Digits of a figure that say something. */
const digits = 3;

/** The lines of all figures, in the order in which they were measured. */
export function rowsOf(outcomes: readonly Outcome[], comparisons: readonly Comparison[] = []): readonly Row[] {
  return outcomes.flatMap(({ measurement, figures, reason }) => [
    ...figures.map((figure) => rowOf(measurement.id, figure, comparisons.find((each) => each.figure.id === figure.id))),
    ...(reason === undefined ? [] : [[measurement.id, `${measurement.what}: ${reason}`, '', '', '', '', '', 'not measured'] as const]),
  ]);
}

/** Whether a figure keeps its bar; one without a bar does. */
export function keepsBar({ values, better, bar }: Figure): boolean {
  if (bar === undefined) return true;
  const { median, min, max } = summaryOf(values);
  const judged = bar.of === 'best' ? (better === 'less' ? min : max) : median;
  return better === 'less' ? judged <= bar.limit : judged >= bar.limit;
}

/** The table for a terminal: columns stand below each other. */
export function rowsToText(rows: readonly Row[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ').trimEnd()).join('\n');
}

/** The table for a page. */
export function rowsToMarkdown(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ruler = heads.map((_, column) => (isNumber(column) ? '---:' : '---'));
  return [line(heads), `|${ruler.join('|')}|`, ...rows.map((row) => line(row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))))].join('\n');
}

/** Such as `12.3 ms`, `1,234 bytes`, or `0.62` for a ratio. */
export function valueToText(value: number, unit: Unit): string {
  const fraction = value === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  const number = Number(value.toFixed(Math.min(fraction, 20))).toLocaleString('en-GB', { maximumFractionDigits: 20 });
  return unit === 'ratio' ? number : `${number} ${unit}`;
}

function rowOf(id: string, figure: Figure, comparison: Comparison | undefined): Row {
  const { what, unit, values, ratioTo, bar } = figure;
  const { median, min, max, runs } = summaryOf(values);
  const text = (value: number): string => valueToText(value, unit);
  const words = ratioTo === undefined ? what : `${what} / ${ratioTo}`;
  return [id, words, text(median), text(min), text(max), String(runs), bar === undefined ? '' : barToText(bar, figure), verdictOf(figure, comparison)];
}

function barToText({ limit, of }: Bar, { better, unit }: Figure): string {
  return `${better === 'less' ? 'at most' : 'at least'} ${valueToText(limit, unit)}${of === 'best' ? ', the best' : ''}`;
}

function verdictOf(figure: Figure, comparison: Comparison | undefined): string {
  const verdicts = figure.bar === undefined ? [] : [keepsBar(figure) ? 'kept' : 'missed'];
  if (comparison !== undefined) verdicts.push(comparisonToText(comparison));
  return verdicts.join(', ');
}

function comparisonToText({ stored, lossShare, isWorse }: Comparison): string {
  const percent = Math.round(Math.abs(lossShare) * 100);
  const change = percent === 0 ? 'as stored' : `${percent} % ${lossShare > 0 ? 'worse' : 'better'} than the stored ${valueToText(stored.median, 'ratio')}`;
  return isWorse ? `WORSE: ${change}` : change;
}

function pad(cell: string, width: number, column: number): string {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

function isNumber(column: number): boolean {
  return column >= 2 && column <= 5;
}
