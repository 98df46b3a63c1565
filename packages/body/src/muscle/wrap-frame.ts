import type { Wrap } from './muscle-table.ts';
import { cross, dot, minus, unit, type Vector } from './vector.ts';
import type { Circle } from './wrap-circle.ts';

/** A cylinder with a frame of its own, in its body's frame: x and y across it, z along it. */
export type WrapFrame = Circle & {
  readonly body: number;
  /** Twelve numbers: the centre, then the directions of x, y and z. */
  readonly place: Float64Array;
};

/** Lays a frame into a cylinder. Throws when its side point lies inside it: that is a fault of our data. */
export function createWrapFrame({
  name,
  body,
  centreMetres,
  axis,
  radiusMetres,
  sideMetres,
}: Wrap): WrapFrame {
  const z = unit(axis);
  const across: Vector = Math.abs(z[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  const x = unit(cross(across, z));
  const y = cross(z, x);
  const side = minus(sideMetres, centreMetres);
  const distance = Math.hypot(dot(side, x), dot(side, y));
  if (!(distance > radiusMetres)) throw new Error(`The side point of '${name}' lies inside it.`);
  return {
    body,
    radius: radiusMetres,
    sideX: dot(side, x) / distance,
    sideY: dot(side, y) / distance,
    place: Float64Array.of(...centreMetres, ...x, ...y, ...z),
  };
}
