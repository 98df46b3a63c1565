import { err, ok, sides, type Result } from '@psoas/kernel';
import { hipFlexionOf, isTranslation, lengthCoordinates, plainCoordinateName } from './coordinate-names.ts';
import { decideUnit, type DecidedUnit, type UnitEvidence } from './decide-unit.ts';
import { findImpossibleAngle } from './find-impossible-angle.ts';
import { createLineReader } from './line-reader.ts';
import type { AngleUnit, Motion, MotionColumns, MotionNote } from './motion.ts';
import type { MotionProblem } from './motion-problem.ts';
import { readColumns, type ColumnPlaces } from './read-columns.ts';
import { readHeader } from './read-header.ts';
import { readRows } from './read-rows.ts';
import { turnKneeSign } from './turn-knee-sign.ts';

/** A motion, and what a person should know about how it was read. */
export type ReadMotion = { readonly motion: Motion; readonly notes: readonly MotionNote[] };

/** What the caller knows better than the file. */
export type MotionFileOptions = {
  /** The unit of the angles whatever the header says; no check of units then. */
  readonly angleUnit?: AngleUnit;
};

const limitMegabytes = 64;
const charactersPerMegabyte = 1_000_000;

/**
 * Reads a motion file of OpenSim, OpenCap or SIMM (`.mot`, `.sto`; rules MOT-01 to MOT-09 of
 * docs/spec/motion-files.md). Angles become degrees, knee flexion positive, columns plain coordinate names. A file that
 * is cut off, has no hip, holds no number where one has to be, or is in another unit than it says is refused with its
 * place. Takes whatever text; never throws.
 */
export function parseMotionFile(
  text: string,
  options: MotionFileOptions = {},
): Result<ReadMotion, MotionProblem> {
  if (text.length > limitMegabytes * charactersPerMegabyte)
    return err({ id: 'too-large', line: 1, limitMegabytes });
  if (text.replace('\uFEFF', '').trim() === '') return err({ id: 'empty', line: 1 });
  const lines = createLineReader(text);
  const header = readHeader(lines);
  if (!header.ok) return header;
  const places = readColumns(lines, header.value);
  if (!places.ok) return places;
  const rows = readRows(lines, places.value);
  if (!rows.ok) return rows;
  const found = rows.value.timesSeconds.length;
  const stated = Math.max(1, header.value.statedRows ?? found);
  if (found < stated)
    return err({ id: 'rows-missing', line: rows.value.lines.at(-1) ?? lines.number(), found, stated });
  const evidence: UnitEvidence = { header: header.value, places: places.value, rows: rows.value };
  const unit: Result<DecidedUnit, MotionProblem> =
    options.angleUnit === undefined ? decideUnit(evidence) : ok({ unit: options.angleUnit, notes: [] });
  if (!unit.ok) return unit;
  const degrees = toDegrees(rows.value.columns, unit.value.unit);
  const impossible = findImpossibleAngle(degrees, evidence);
  if (impossible !== undefined) return err(impossible);
  const knees = turnKneeSign(degrees);
  return ok({
    motion: {
      name: nameOf(header.value.name),
      timesSeconds: rows.value.timesSeconds,
      columns: knees.columns,
    },
    notes: [...unit.value.notes, ...knees.notes, ...shapeNotes(evidence, stated)],
  });
}

// What OpenSim writes over every table of angles is no name.
function nameOf(written: string): string {
  return written.trim().toLowerCase() === 'coordinates' ? '' : written;
}

const degreesPerRadian = 180 / Math.PI;

function toDegrees(columns: MotionColumns, unit: AngleUnit): MotionColumns {
  if (unit === 'degrees') return columns;
  const turned = Object.entries(columns).map(([name, values]): [string, readonly number[]] =>
    isTranslation(name) ? [name, values] : [name, values.map((value) => value * degreesPerRadian)],
  );
  return Object.fromEntries(turned);
}

function shapeNotes({ places, rows }: UnitEvidence, stated: number): readonly MotionNote[] {
  const notes: MotionNote[] = [];
  const found = rows.timesSeconds.length;
  if (found > stated) notes.push({ id: 'more-rows-than-stated', stated, found });
  if (!rows.endsWhole) notes.push({ id: 'last-line-open', line: rows.lines.at(-1) ?? 0 });
  const unused = unusedLabels(places);
  if (unused[0] !== undefined)
    notes.push({ id: 'columns-unused', count: unused.length, first: unused[0].slice(0, 60) });
  return [...notes, ...absentNotes(places)];
}

function absentNotes({ byCoordinate }: ColumnPlaces): readonly MotionNote[] {
  const absent = (names: readonly string[]): readonly MotionNote[] =>
    names
      .filter((name) => !byCoordinate.has(name))
      .map((coordinate) => ({ id: 'coordinate-absent', coordinate }));
  const ofSides = sides.flatMap((side): readonly MotionNote[] =>
    byCoordinate.has(hipFlexionOf(side)) ? absent(lengthCoordinates[side]) : [{ id: 'side-absent', side }],
  );
  return [...absent(lengthCoordinates.middle), ...ofSides];
}

function unusedLabels({ labels, time }: ColumnPlaces): readonly string[] {
  return labels.filter((label, place) => place !== time && plainCoordinateName(label) === undefined);
}
