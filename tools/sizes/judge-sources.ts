import { isGenerated, isTest } from '../source/source-file.ts';
import {
  assertionsPerThousandLinesLimit,
  assertionsPerThousandLinesWish,
  fileLinesLimit,
  fileLinesMedianWish,
  functionLinesLimit,
  parametersLimit,
} from './limits.ts';
import type { FileMeasure } from './measure-file.ts';

/** One row of the report. */
export interface SizeRow {
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  /** `wide` is beyond a wish: reported, not a failure. */
  readonly verdict: 'ok' | 'wide' | 'failed';
  /** The places that go beyond, as `path:line what`. */
  readonly places: readonly string[];
}

/** True for files whose size the limits speak of: no tests, no generated modules, no data. */
export function isCounted(path: string): boolean {
  return !isTest(path) && !isGenerated(path) && !path.startsWith('packages/knowledge/src/');
}

/** Judges the measures of all counted sources against the limits. */
export function judgeSources(measures: readonly FileMeasure[]): SizeRow[] {
  return [
    syntaxRow(measures),
    longFilesRow(measures),
    medianRow(measures),
    functionsRow(measures),
    parametersRow(measures),
    noneRow('any', measures, (measure) => measure.anyTypes),
    noneRow('non-null assertions (!)', measures, (measure) => measure.nonNullAssertions),
    assertionsRow(measures),
  ];
}

function syntaxRow(measures: readonly FileMeasure[]): SizeRow {
  const places = measures.flatMap(({ path, faults }) =>
    faults.map(({ line, text }) => `${path}:${line} ${text}`),
  );
  return hardRow('files that cannot be read', `${places.length}`, '0', places);
}

function longFilesRow(measures: readonly FileMeasure[]): SizeRow {
  const places = measures
    .filter(({ lines }) => lines > fileLinesLimit)
    .map(({ path, lines }) => `${path}:1 ${lines} lines`);
  const longest = Math.max(0, ...measures.map(({ lines }) => lines));
  return hardRow('lines of the longest file', `${longest}`, `${fileLinesLimit}`, places);
}

function medianRow(measures: readonly FileMeasure[]): SizeRow {
  const median = medianOf(measures.map(({ lines }) => lines));
  return {
    what: 'lines of a file, median',
    measured: `${median}`,
    limit: `${fileLinesMedianWish}`,
    verdict: median > fileLinesMedianWish ? 'wide' : 'ok',
    places: [],
  };
}

function functionsRow(measures: readonly FileMeasure[]): SizeRow {
  const places = measures.flatMap(({ path, functions }) =>
    functions
      .filter(({ lines }) => lines > functionLinesLimit)
      .map(({ line, name, lines }) => `${path}:${line} ${name}: ${lines} lines`),
  );
  const longest = Math.max(0, ...measures.flatMap(({ functions }) => functions.map(({ lines }) => lines)));
  return hardRow('lines of the longest function', `${longest}`, `${functionLinesLimit}`, places);
}

function parametersRow(measures: readonly FileMeasure[]): SizeRow {
  const places = measures.flatMap(({ path, functions }) =>
    functions
      .filter(({ parameters }) => parameters > parametersLimit)
      .map(({ line, name, parameters }) => `${path}:${line} ${name}: ${parameters} parameters`),
  );
  const most = Math.max(
    0,
    ...measures.flatMap(({ functions }) => functions.map(({ parameters }) => parameters)),
  );
  return hardRow('parameters of a function', `${most}`, `${parametersLimit}`, places);
}

function noneRow(
  what: string,
  measures: readonly FileMeasure[],
  linesOf: (measure: FileMeasure) => readonly number[],
): SizeRow {
  const places = placesOf(measures, linesOf, what);
  return hardRow(what, `${places.length}`, '0', places);
}

function assertionsRow(measures: readonly FileMeasure[]): SizeRow {
  const places = placesOf(measures, ({ assertions }) => assertions, 'as');
  const lines = measures.reduce((sum, measure) => sum + measure.lines, 0);
  const perThousand = lines === 0 ? 0 : (places.length * 1000) / lines;
  const isWide = perThousand > assertionsPerThousandLinesWish;
  return {
    what: 'type assertions (as) in 1000 lines',
    measured: perThousand.toFixed(1),
    limit: `${assertionsPerThousandLinesWish}, at most ${assertionsPerThousandLinesLimit}`,
    verdict: perThousand > assertionsPerThousandLinesLimit ? 'failed' : isWide ? 'wide' : 'ok',
    places: isWide ? places : [],
  };
}

function placesOf(
  measures: readonly FileMeasure[],
  linesOf: (measure: FileMeasure) => readonly number[],
  what: string,
): string[] {
  return measures.flatMap((measure) => linesOf(measure).map((line) => `${measure.path}:${line} ${what}`));
}

function hardRow(what: string, measured: string, limit: string, places: readonly string[]): SizeRow {
  return { what, measured, limit, verdict: places.length === 0 ? 'ok' : 'failed', places };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round((upper + (sorted[middle - 1] ?? upper)) / 2);
}
