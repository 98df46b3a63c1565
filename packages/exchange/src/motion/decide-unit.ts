import { err, ok, type Result } from '@psoas/kernel';
import { isStatePath, isTranslation } from './coordinate-names.ts';
import type { AngleUnit, MotionNote } from './motion.ts';
import type { MotionProblem } from './motion-problem.ts';
import type { ColumnPlaces } from './read-columns.ts';
import type { MotionHeader } from './read-header.ts';
import type { MotionRows } from './read-rows.ts';

/** The unit of the angles, and what to tell about it. */
export type DecidedUnit = { readonly unit: AngleUnit; readonly notes: readonly MotionNote[] };

/** What the decision rests on. */
export type UnitEvidence = {
  readonly header: MotionHeader;
  readonly places: ColumnPlaces;
  readonly rows: MotionRows;
};

/** Joints that never turn half a turn, so that a large value cannot be radians. A heading or an arm may wind up. */
const joints = /^(hip_|knee_angle|ankle_|lumbar_|pelvis_tilt|pelvis_list)/;

/** Beyond a whole turn no joint is; the typical value of a hip or knee is never beyond half a turn. */
const wholeTurn = 2 * Math.PI;
const halfTurn = Math.PI;

/**
 * Read as degrees, somebody whose every angle stays within 3.14 is standing still; somebody whose hip moves by half a
 * degree or knee by 0.7 meanwhile is rare. Read as radians, these are 29 and 40 degrees: less than a walking step.
 */
const hipMovesBy = 0.5;
const kneeMovesBy = 0.7;

/** Below this everything is at rest in either unit. */
const atRest = 0.05;

/**
 * Which unit the angles are in: as the header says, else as its style or its state paths stand for, else as the
 * values show. Where header and values contradict each other the file is refused: every number would be wrong by 57.
 */
export function decideUnit(evidence: UnitEvidence): Result<DecidedUnit, MotionProblem> {
  const { header, places } = evidence;
  const stated =
    header.unit ??
    ([...places.used].some((place) => isStatePath(places.labels[place] ?? '')) ? 'radians' : undefined);
  const tooLarge = beyondRadians(evidence);
  const small = belowDegrees(evidence);
  if (stated === 'radians') {
    return tooLarge === undefined
      ? ok({ unit: 'radians', notes: [] })
      : err({ id: 'degrees-as-radians', ...tooLarge });
  }
  if (stated === 'degrees') {
    if (small === undefined || small.largest < atRest) return ok({ unit: 'degrees', notes: [] });
    if (!small.moves)
      return ok({ unit: 'degrees', notes: [{ id: 'unit-doubtful', largestDegrees: small.largest }] });
    const { moves: _moves, ...place } = small;
    return err({ id: 'radians-as-degrees', ...place });
  }
  if (tooLarge !== undefined)
    return ok({ unit: 'degrees', notes: [{ id: 'unit-by-values', unit: 'degrees' }] });
  if (small?.moves === true)
    return ok({ unit: 'radians', notes: [{ id: 'unit-by-values', unit: 'radians' }] });
  return err({ id: 'unit-unclear', line: header.unitLine });
}

type Place = {
  readonly line: number;
  readonly column: number;
  readonly label: string;
  readonly dataLine: number;
};

/** The first value that no joint reaches in radians; undefined where every value could be radians. */
function beyondRadians({
  header,
  places,
  rows,
}: UnitEvidence): (Place & { readonly found: number }) | undefined {
  for (const [coordinate, place] of places.byCoordinate) {
    const values = rows.columns[coordinate] ?? [];
    if (!joints.test(coordinate)) continue;
    const isBend = /^(hip_flexion|knee_angle)/.test(coordinate);
    const limit = isBend && medianSize(values) > halfTurn ? halfTurn : wholeTurn;
    const row = values.findIndex((value) => Math.abs(value) > limit);
    const found = values[row];
    if (found === undefined) continue;
    return {
      line: header.unitLine,
      column: place + 1,
      label: places.labels[place] ?? '',
      dataLine: rows.lines[row] ?? 0,
      found,
    };
  }
  return undefined;
}

type Small = Place & { readonly largest: number; readonly moves: boolean };

/** The largest angle when all of them are within half a turn of radians; undefined where one is beyond. */
function belowDegrees({ header, places, rows }: UnitEvidence): Small | undefined {
  let small: Small = { line: header.unitLine, column: 0, label: '', dataLine: 0, largest: 0, moves: false };
  for (const [coordinate, place] of places.byCoordinate) {
    if (isTranslation(coordinate) || coordinate === 'pelvis_rotation') continue;
    const values = rows.columns[coordinate] ?? [];
    const { low, high, row } = extent(values);
    const largest = Math.max(-low, high);
    if (largest > halfTurn) return undefined;
    const moves =
      small.moves ||
      (coordinate.startsWith('hip_flexion') && high - low >= hipMovesBy) ||
      (coordinate.startsWith('knee_angle') && high - low >= kneeMovesBy);
    small =
      largest > small.largest
        ? {
            ...small,
            column: place + 1,
            label: places.labels[place] ?? '',
            dataLine: rows.lines[row] ?? 0,
            largest,
            moves,
          }
        : { ...small, moves };
  }
  return small;
}

function extent(values: readonly number[]): {
  readonly low: number;
  readonly high: number;
  readonly row: number;
} {
  let low = Infinity;
  let high = -Infinity;
  let row = 0;
  for (const [index, value] of values.entries()) {
    if (Math.abs(value) > Math.max(-low, high)) row = index;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high, row };
}

function medianSize(values: readonly number[]): number {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
