import { bodyCount } from '../model/body-names.ts';
import type { Axis, Joint } from '../model/joints.ts';
import { coordinateIndex } from './coordinates.ts';

/** Numbers that place one body: origin x, y, z, then the rotation row by row. */
export const placeSize = 12;

/** A table for the places of all bodies. */
export function createPlaces(): Float64Array {
  return new Float64Array(bodyCount * placeSize);
}

const tx = coordinateIndex('pelvis_tx');
const tilt = coordinateIndex('pelvis_tilt');
const list = coordinateIndex('pelvis_list');
const rotation = coordinateIndex('pelvis_rotation');

/**
 * Places every body in the world for coordinates in radians and metres (order of `coordinateNames`). `joints` have
 * to stand parents first. Fills `places` and allocates nothing.
 */
export function placeBodies(joints: readonly Joint[], values: Float64Array, places: Float64Array): void {
  for (let index = 0; index < placeSize; index += 1) places[index] = 0;
  for (let axis = 0; axis < 3; axis += 1) {
    places[axis] = at(values, tx + axis);
    places[3 + 4 * axis] = 1;
  }
  turn(places, 0, 'z', at(values, tilt));
  turn(places, 0, 'x', at(values, list));
  turn(places, 0, 'y', at(values, rotation));
  for (const joint of joints) placeBody(joint, values, places);
}

function placeBody(joint: Joint, values: Float64Array, places: Float64Array): void {
  const from = joint.parent * placeSize;
  const to = joint.body * placeSize;
  const [px, py, pz] = joint.inParentMetres;
  for (let row = 0; row < 3; row += 1) {
    const r = from + 3 + 3 * row;
    places[to + row] =
      at(places, from + row) + at(places, r) * px + at(places, r + 1) * py + at(places, r + 2) * pz;
    for (let column = 0; column < 3; column += 1) places[to + 3 + 3 * row + column] = at(places, r + column);
  }
  for (const { axis, coordinate, share } of joint.rotations)
    turn(places, to, axis, share * at(values, coordinate));
  const [cx, cy, cz] = joint.inChildMetres;
  if (cx === 0 && cy === 0 && cz === 0) return;
  for (let row = 0; row < 3; row += 1) {
    const r = to + 3 + 3 * row;
    places[to + row] =
      at(places, to + row) - at(places, r) * cx - at(places, r + 1) * cy - at(places, r + 2) * cz;
  }
}

/** Turns the body at `offset` about one of its own axes. */
function turn(places: Float64Array, offset: number, axis: Axis, radians: number): void {
  if (radians === 0) return;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  // The two columns that mix: y,z about x; z,x about y; x,y about z.
  const first = axis === 'x' ? 1 : axis === 'y' ? 2 : 0;
  const second = axis === 'x' ? 2 : axis === 'y' ? 0 : 1;
  for (let row = 0; row < 3; row += 1) {
    const r = offset + 3 + 3 * row;
    const a = at(places, r + first);
    const b = at(places, r + second);
    places[r + first] = a * cosine + b * sine;
    places[r + second] = b * cosine - a * sine;
  }
}

/** A point that goes along with a body, in its frame and in metres. */
export type BodyPoint = { readonly body: number; readonly centreMetres: readonly [number, number, number] };

/** The world place of a point of a body, written to `into` at `offset`. */
export function placePoint(places: Float64Array, point: BodyPoint, into: Float64Array, offset: number): void {
  const from = point.body * placeSize;
  const [x, y, z] = point.centreMetres;
  for (let row = 0; row < 3; row += 1) {
    const r = from + 3 + 3 * row;
    into[offset + row] =
      at(places, from + row) + at(places, r) * x + at(places, r + 1) * y + at(places, r + 2) * z;
  }
}

// Tables are filled to their length; the fallback only satisfies the compiler's check of indexes.
function at(table: Float64Array, index: number): number {
  return table[index] ?? 0;
}
