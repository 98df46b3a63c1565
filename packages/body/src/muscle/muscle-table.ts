import muscleTable from '../../data/muscles.json' with { type: 'json' };
import wrapTable from '../../data/wraps.json' with { type: 'json' };
import { bodyIndex } from '../model/body-names.ts';
import { leftName, point } from '../model/joints.ts';

type Point = readonly [number, number, number];

/** A fixed point of a muscle line, in its body's frame. `over` is the cylinder on the way to the next point. */
export type PathPoint = {
  readonly body: number;
  readonly atMetres: Point;
  readonly over?: Wrap;
};

/** A cylinder, endless in both directions, over which a muscle slides. */
export type Wrap = {
  readonly name: string;
  readonly body: number;
  readonly centreMetres: Point;
  /** Direction of the axis, of length 1. */
  readonly axis: Point;
  readonly radiusMetres: number;
  /** A point outside the cylinder: the muscle runs on its side. */
  readonly sideMetres: Point;
};

/** One line of pull from origin to insertion. */
export type MuscleLine = {
  readonly name: string;
  /** The muscle it is part of. */
  readonly muscle: string;
  /** Largest isometric force in newtons, as published. Sources differ two- to threefold: use it for weighing only. */
  readonly maxForceNewtons: number;
  readonly path: readonly PathPoint[];
};

type PointRow = { readonly body: string; readonly atMetres: readonly number[]; readonly over?: string };

type MuscleRow = {
  readonly name: string;
  readonly optional?: boolean;
  readonly lines: readonly {
    readonly name: string;
    readonly maxForceNewtons: number;
    readonly path: readonly PointRow[];
  }[];
  /** Points that all lines of the muscle go through at their end. */
  readonly commonPath?: readonly PointRow[];
};

const rows: readonly MuscleRow[] = muscleTable.muscles;

/** The cylinders of both sides, from `data/wraps.json`. */
export const wraps: readonly Wrap[] = [false, true].flatMap((isLeft) =>
  wrapTable.wraps.map((row) => ({
    name: sided(row.name, isLeft),
    body: bodyIndex(isLeft ? leftName(row.body) : row.body),
    centreMetres: point(row.centreMetres, isLeft),
    axis: point(row.axis, isLeft),
    radiusMetres: row.radiusMetres,
    sideMetres: point(row.sideMetres, isLeft),
  })),
);

/**
 * All muscle lines, right then left, in the lengths of the model's own stature (`data/muscles.json`). The optional
 * psoas minor, which about half of all people lack, comes only when asked for.
 */
export function muscleLines({ psoasMinor }: { readonly psoasMinor: boolean }): readonly MuscleLine[] {
  return [false, true].flatMap((isLeft) =>
    rows.filter(({ optional = false }) => psoasMinor || !optional).flatMap((row) => linesOf(row, isLeft)),
  );
}

function linesOf(row: MuscleRow, isLeft: boolean): readonly MuscleLine[] {
  return row.lines.map(({ name, maxForceNewtons, path }) => ({
    name: sided(name, isLeft),
    muscle: sided(row.name, isLeft),
    maxForceNewtons,
    path: [...path, ...(row.commonPath ?? [])].map((each) => pathPoint(each, isLeft)),
  }));
}

function pathPoint({ body, atMetres, over }: PointRow, isLeft: boolean): PathPoint {
  const at = { body: bodyIndex(isLeft ? leftName(body) : body), atMetres: point(atMetres, isLeft) };
  if (over === undefined) return at;
  const name = sided(over, isLeft);
  const wrap = wraps.find((each) => each.name === name);
  if (wrap === undefined) throw new Error(`wraps.json lacks '${name}'.`);
  return { ...at, over: wrap };
}

function sided(name: string, isLeft: boolean): string {
  return `${name}_${isLeft ? 'l' : 'r'}`;
}
