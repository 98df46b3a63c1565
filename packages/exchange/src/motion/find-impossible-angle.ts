import { isTranslation, isWinding } from './coordinate-names.ts';
import type { MotionColumns } from './motion.ts';
import type { MotionProblem } from './motion-problem.ts';
import type { ColumnPlaces } from './read-columns.ts';
import type { MotionRows } from './read-rows.ts';

/** A whole turn: no joint goes further. */
const wholeTurnDegrees = 360;

/** A hundred turns: more than anybody walks in circles while being recorded. */
const windingDegrees = 36_000;

/** The first angle, column by column, that no joint can have (MOT-17). Takes columns in degrees. */
export function findImpossibleAngle(
  columns: MotionColumns,
  { places, rows }: { readonly places: ColumnPlaces; readonly rows: MotionRows },
): MotionProblem | undefined {
  for (const [coordinate, place] of places.byCoordinate) {
    if (isTranslation(coordinate)) continue;
    const limit = isWinding(coordinate) ? windingDegrees : wholeTurnDegrees;
    const values = columns[coordinate] ?? [];
    const row = values.findIndex((value) => Math.abs(value) > limit);
    const found = values[row];
    if (found === undefined) continue;
    const label = places.labels[place] ?? '';
    return { id: 'angle-impossible', line: rows.lines[row] ?? 0, column: place + 1, label, found, limit };
  }
  return undefined;
}
