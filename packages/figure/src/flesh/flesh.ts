import { at, stageSize } from '../view/stage.ts';
import type { Ellipsoid } from './rows.ts';

/** Numbers of a blob: x, y, depth, then the flat ellipse's matrix xx, xy, yy (centimetres, squared). */
export const blobSize = 6;

/**
 * Places ellipsoids in the picture: where each centre stands, and the matrix of the flat ellipse that the eye sees.
 * Writes from blob number `first` on.
 */
export function placeEllipsoids(
  ellipsoids: readonly Ellipsoid[],
  stage: Float64Array,
  into: Float64Array,
  first: number,
): void {
  for (let index = 0; index < ellipsoids.length; index += 1) {
    const ellipsoid = ellipsoids[index];
    if (ellipsoid !== undefined) placeEllipsoid(ellipsoid, stage, into, (first + index) * blobSize);
  }
}

function placeEllipsoid(
  { body, at: [x, y, z], half }: Ellipsoid,
  stage: Float64Array,
  into: Float64Array,
  to: number,
): void {
  const from = body * stageSize;
  for (let row = 0; row < 3; row += 1) {
    const r = from + 3 + 3 * row;
    into[to + row] = at(stage, from + row) + at(stage, r) * x + at(stage, r + 1) * y + at(stage, r + 2) * z;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis += 1) {
    const size = half[axis] ?? 0;
    const across = size * at(stage, from + 3 + axis);
    const down = size * at(stage, from + 6 + axis);
    xx += across * across;
    xy += across * down;
    yy += down * down;
  }
  into[to + 3] = xx;
  into[to + 4] = xy;
  into[to + 5] = yy;
}
