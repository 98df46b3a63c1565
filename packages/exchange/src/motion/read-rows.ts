import { err, ok, type Result } from '@psoas/kernel';
import { lineLengthLimit, type LineReader } from './line-reader.ts';
import type { MotionProblem } from './motion-problem.ts';
import type { ColumnPlaces } from './read-columns.ts';

/** The numbers as the file has them, before any change of unit. */
export type MotionRows = {
  readonly timesSeconds: readonly number[];
  readonly columns: { readonly [coordinate: string]: readonly number[] };
  /** The line that each row stands on. */
  readonly lines: readonly number[];
  /** Whether the last row's line has an end. */
  readonly endsWhole: boolean;
};

/** The most rows that are read: more than two hours at a hundred a second. */
const rowsLimit = 1_000_000;

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const notFinitePattern = /^[+-]?(?:(?:1\.#)?(?:nan|inf|infinity|ind|qnan)\d*(?:\([a-z]*\))?)$/i;

/** Reads all rows, perhaps none; blank lines between them are passed over. Every coordinate, and time, has to be a finite number. */
export function readRows(lines: LineReader, places: ColumnPlaces): Result<MotionRows, MotionProblem> {
  const used = [...places.byCoordinate].map(([coordinate, place]) => ({
    coordinate,
    place,
    column: noValues(),
  }));
  const values = Array.from(places.labels, () => 0);
  const timesSeconds: number[] = [];
  const lineNumbers: number[] = [];
  let endsWhole = true;
  for (let text = lines.next(); text !== undefined; text = lines.next()) {
    if (text.trim() === '') continue;
    const line = lines.number();
    if (timesSeconds.length >= rowsLimit) return err({ id: 'too-many-rows', line, limit: rowsLimit });
    if (text.length > lineLengthLimit) return err({ id: 'line-too-long', line, limit: lineLengthLimit });
    const problem =
      readRow(text, { line, places, values }) ?? checkTime(values, { line, places, timesSeconds });
    if (problem !== undefined) return err(problem);
    timesSeconds.push(values[places.time] ?? 0);
    for (const { place, column } of used) column.push(values[place] ?? 0);
    lineNumbers.push(line);
    endsWhole = lines.hasEnd();
  }
  const columns = Object.fromEntries(used.map(({ coordinate, column }) => [coordinate, column]));
  return ok({ timesSeconds, columns, lines: lineNumbers, endsWhole });
}

function noValues(): number[] {
  return [];
}

type Place = { readonly line: number; readonly column: number; readonly label: string };
type RowContext = { readonly line: number; readonly places: ColumnPlaces; readonly values: number[] };

// A row with too few or too many cells is told before its numbers: the wrong cell would be blamed.
function readRow(text: string, { line, places, values }: RowContext): MotionProblem | undefined {
  const cells = text.trim().split(/\s+/);
  const expected = places.labels.length;
  const at = (column: number): Place => ({ line, column: column + 1, label: places.labels[column] ?? '' });
  if (cells.length > expected)
    return { id: 'row-long', line, column: expected + 1, found: cells.length, expected };
  if (cells.length < expected) {
    const empty = emptyCell(text, expected);
    if (empty !== undefined) return { id: 'empty-cell', ...at(empty) };
    return { id: 'row-short', ...at(cells.length), found: cells.length, expected };
  }
  for (const [place, cell] of cells.entries()) {
    const isNumber = numberPattern.test(cell);
    const value = isNumber ? Number(cell) : Number.NaN;
    values[place] = value;
    if (Number.isFinite(value)) continue;
    const found = cell.slice(0, 40);
    if (!isNumber && !notFinitePattern.test(cell)) return { id: 'not-a-number', ...at(place), found };
    if (place === places.time || places.used.has(place)) return { id: 'not-finite', ...at(place), found };
  }
  return undefined;
}

// Between two tabs with nothing in between a value is missing; the cells after it still stand in their columns.
function emptyCell(text: string, expected: number): number | undefined {
  const cells = text.split('\t').map((cell) => cell.trim());
  if (cells.length < expected || cells.slice(expected).some((cell) => cell !== '')) return undefined;
  const empty = cells.indexOf('');
  return empty < expected && empty !== -1 ? empty : undefined;
}

type TimeContext = {
  readonly line: number;
  readonly places: ColumnPlaces;
  readonly timesSeconds: readonly number[];
};

function checkTime(
  values: readonly number[],
  { line, places, timesSeconds }: TimeContext,
): MotionProblem | undefined {
  const found = values[places.time] ?? 0;
  const before = timesSeconds.at(-1);
  if (before === undefined || found > before) return undefined;
  return {
    id: 'time-not-later',
    line,
    column: places.time + 1,
    label: places.labels[places.time] ?? '',
    found,
    before,
  };
}
