import { joints } from '../model/joints.ts';
import { armOfCoordinate } from './arm-coordinates.ts';
import type { MuscleLine, PathPoint, Wrap } from './muscle-table.ts';

/** A stretch of muscle between two fixed points on different bodies. Lines that share one measure it once. */
export type Span = {
  readonly from: PathPoint;
  readonly to: PathPoint;
  readonly over: Wrap | undefined;
  /** The arms (places in `armCoordinates`) that this stretch can have. */
  readonly arms: readonly number[];
};

/** Muscle lines taken apart: `lineSpans[n]` and `fixedMetres[n]` make up line n. */
export type SpanTable = {
  readonly spans: readonly Span[];
  readonly lineSpans: readonly (readonly number[])[];
  /** What lies between points of one and the same body, and never changes. */
  readonly fixedMetres: readonly number[];
};

/** Takes lines apart into stretches, each different stretch once. */
export function createSpanTable(lines: readonly MuscleLine[]): SpanTable {
  const spans: Span[] = [];
  const indexByKey = new Map<string, number>();
  const fixedMetres: number[] = [];
  const lineSpans = lines.map(({ path }, line) => {
    fixedMetres[line] = 0;
    return path.slice(1).flatMap((to, before) => {
      const from = path[before];
      if (from === undefined) return [];
      if (from.body === to.body && from.over === undefined) {
        fixedMetres[line] = (fixedMetres[line] ?? 0) + distanceMetres(from, to);
        return [];
      }
      const key = [from.body, ...from.atMetres, from.over?.name, to.body, ...to.atMetres].join(' ');
      const known = indexByKey.get(key);
      if (known !== undefined) return [known];
      indexByKey.set(key, spans.length);
      return [spans.push({ from, to, over: from.over, arms: armsBetween(from, to) }) - 1];
    });
  });
  return { spans, lineSpans, fixedMetres };
}

function distanceMetres(from: PathPoint, to: PathPoint): number {
  return Math.hypot(...from.atMetres.map((value, axis) => value - (to.atMetres[axis] ?? 0)));
}

/** The arms whose joints stand between the bodies of two points, the cylinder's body included. */
function armsBetween(from: PathPoint, to: PathPoint): readonly number[] {
  const chains = [from.body, to.body, ...(from.over === undefined ? [] : [from.over.body])].map(jointsAbove);
  const between = [...new Set(chains.flat())].filter(
    (joint) => !chains.every((chain) => chain.includes(joint)),
  );
  const arms = between.flatMap((joint) =>
    (joints[joint]?.rotations ?? []).map(({ coordinate }) => armOfCoordinate(coordinate)),
  );
  return [...new Set(arms)].filter((arm) => arm !== undefined).toSorted((first, second) => first - second);
}

function jointsAbove(body: number): readonly number[] {
  const index = joints.findIndex((joint) => joint.body === body);
  const joint = joints[index];
  return joint === undefined ? [] : [index, ...jointsAbove(joint.parent)];
}
