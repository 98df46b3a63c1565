import { err, ok, type Result } from '@psoas/kernel';
import { plainCoordinateName } from './coordinate-names.ts';
import { lineLengthLimit, type LineReader } from './line-reader.ts';
import type { MotionProblem } from './motion-problem.ts';
import type { MotionHeader } from './read-header.ts';

/** Which place of a row holds what. */
export type ColumnPlaces = {
  readonly labels: readonly string[];
  readonly time: number;
  /** The place of each coordinate that is used, by its plain name. */
  readonly byCoordinate: ReadonlyMap<string, number>;
  /** The same places without their names. */
  readonly used: ReadonlySet<number>;
};

const columnsLimit = 5000;

/** Reads the line of column names, the first that is not blank. */
export function readColumns(lines: LineReader, header: MotionHeader): Result<ColumnPlaces, MotionProblem> {
  let text = lines.next();
  while (text !== undefined && text.trim() === '') text = lines.next();
  const line = Math.max(1, lines.number());
  if (text === undefined) return err({ id: 'no-column-names', line });
  if (text.length > lineLengthLimit) return err({ id: 'line-too-long', line, limit: lineLengthLimit });
  const labels = text.trim().split(/\s+/);
  if (labels.length > columnsLimit)
    return err({ id: 'too-many-columns', line, found: labels.length, limit: columnsLimit });
  const time = labels.findIndex((label) => label.toLowerCase() === 'time');
  if (time === -1) return err({ id: 'no-time-column', line, found: shortList(labels) });
  if (header.statedColumns !== undefined && header.statedColumns !== labels.length) {
    return err({ id: 'column-count', line, stated: header.statedColumns, found: labels.length });
  }
  return placeCoordinates(labels, time, line);
}

// Forces and markers stand twice in files of old tools; only what is used must be clear.
function placeCoordinates(
  labels: readonly string[],
  time: number,
  line: number,
): Result<ColumnPlaces, MotionProblem> {
  const byCoordinate = new Map<string, number>();
  for (const [place, label] of labels.entries()) {
    const again = place !== time && label.toLowerCase() === 'time';
    const coordinate = again ? 'time' : plainCoordinateName(label);
    if (coordinate === undefined) continue;
    const first = again ? time : byCoordinate.get(coordinate);
    if (first !== undefined)
      return err({ id: 'column-twice', line, column: place + 1, label, first: first + 1, coordinate });
    byCoordinate.set(coordinate, place);
  }
  if (!byCoordinate.has('hip_flexion_r') && !byCoordinate.has('hip_flexion_l')) {
    return err({ id: 'no-known-columns', line, found: shortList(labels) });
  }
  return ok({ labels, time, byCoordinate, used: new Set(byCoordinate.values()) });
}

function shortList(labels: readonly string[]): string {
  const first = labels.slice(0, 6).map((label) => (label.length > 40 ? `${label.slice(0, 39)}…` : label));
  return first.join(', ') + (labels.length > 6 ? ', …' : '');
}
