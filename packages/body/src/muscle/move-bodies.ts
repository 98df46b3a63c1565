import { bodyCount } from '../model/body-names.ts';
import type { Axis, Joint } from '../model/joints.ts';
import { placeSize } from '../pose/place-bodies.ts';
import { armCount, armOfCoordinate } from './arm-coordinates.ts';

/** Numbers of a twist: the turning (x, y, z) and the velocity of the point that is at the pelvis' origin. */
const twistSize = 6;

/** Where each body is as seen from the pelvis, and how it moves with each arm coordinate. */
export type Motion = {
  /** Per body: origin, then rotation row by row, as `placeBodies` has it, but in the pelvis' frame. */
  readonly places: Float64Array;
  /** Per body and arm: a twist. A body that an arm's joint does not carry has zeros. */
  readonly twists: Float64Array;
};

type MovingRotation = {
  readonly column: number;
  readonly coordinate: number;
  readonly share: number;
  readonly arm: number;
};

/** A joint as the muscles need it: where it is, what turns it, and which twists it hands down. */
export type MovingJoint = {
  readonly from: number;
  readonly to: number;
  readonly inParentMetres: Float64Array;
  readonly inChildMetres: Float64Array;
  readonly rotations: readonly MovingRotation[];
  /** Offsets of the parent's twists that the child has too. */
  readonly inherited: readonly number[];
};

const columns: { readonly [Name in Axis]: number } = { x: 0, y: 1, z: 2 };

/** The joints that carry any of `bodies`, parents first. Their coordinates all have arms. */
export function createMovingJoints(
  joints: readonly Joint[],
  bodies: ReadonlySet<number>,
): readonly MovingJoint[] {
  const needed = new Set(bodies);
  for (const { body, parent } of joints.toReversed()) if (needed.has(body)) needed.add(parent);
  const armsOf = new Map<number, readonly number[]>();
  return joints
    .filter(({ body }) => needed.has(body))
    .map((joint) => {
      const inherited = armsOf.get(joint.parent) ?? [];
      const rotations = joint.rotations.map(({ axis, coordinate, share }) => {
        const arm = armOfCoordinate(coordinate);
        if (arm === undefined) throw new Error(`A muscle crosses a joint without arms (body ${joint.body}).`);
        return { column: columns[axis], coordinate, share, arm };
      });
      armsOf.set(joint.body, [...new Set([...inherited, ...rotations.map(({ arm }) => arm)])]);
      return {
        from: joint.parent,
        to: joint.body,
        inParentMetres: Float64Array.from(joint.inParentMetres),
        inChildMetres: Float64Array.from(joint.inChildMetres),
        rotations,
        inherited: inherited.map((arm) => arm * twistSize),
      };
    });
}

/** Tables for `moveBodies`, with everything at the pelvis and at rest. */
export function createMotion(): Motion {
  const places = new Float64Array(bodyCount * placeSize);
  for (let axis = 0; axis < 3; axis += 1) places[3 + 4 * axis] = 1;
  return { places, twists: new Float64Array(bodyCount * armCount * twistSize) };
}

/** Where the twist of a body for an arm begins in `Motion.twists`. */
export function twistOffset(body: number, arm: number): number {
  return (body * armCount + arm) * twistSize;
}

/** Moves the bodies to coordinates in radians (order of `coordinateNames`). Allocates nothing. */
export function moveBodies(moving: readonly MovingJoint[], values: Float64Array, motion: Motion): void {
  for (let index = 0; index < moving.length; index += 1) {
    const joint = moving[index];
    if (joint !== undefined) moveBody(joint, values, motion);
  }
}

function moveBody(joint: MovingJoint, values: Float64Array, { places, twists }: Motion): void {
  const from = joint.from * placeSize;
  const to = joint.to * placeSize;
  for (let index = 3; index < placeSize; index += 1) places[to + index] = at(places, from + index);
  const x = at(places, from) + row(places, from + 3, joint.inParentMetres);
  const y = at(places, from + 1) + row(places, from + 6, joint.inParentMetres);
  const z = at(places, from + 2) + row(places, from + 9, joint.inParentMetres);
  const parentTwists = twistOffset(joint.from, 0);
  const twist = twistOffset(joint.to, 0);
  for (let each = 0; each < joint.inherited.length; each += 1) {
    const arm = joint.inherited[each] ?? 0;
    for (let part = arm; part < arm + twistSize; part += 1)
      twists[twist + part] = at(twists, parentTwists + part);
  }
  for (let each = 0; each < joint.rotations.length; each += 1) {
    const rotation = joint.rotations[each];
    if (rotation === undefined) continue;
    const { column, share, arm } = rotation;
    const ax = share * at(places, to + 3 + column);
    const ay = share * at(places, to + 6 + column);
    const az = share * at(places, to + 9 + column);
    const parent = parentTwists + arm * twistSize;
    const own = twist + arm * twistSize;
    twists[own] = at(twists, parent) + ax;
    twists[own + 1] = at(twists, parent + 1) + ay;
    twists[own + 2] = at(twists, parent + 2) + az;
    twists[own + 3] = at(twists, parent + 3) + y * az - z * ay;
    twists[own + 4] = at(twists, parent + 4) + z * ax - x * az;
    twists[own + 5] = at(twists, parent + 5) + x * ay - y * ax;
    turn(places, to + 3, column, share * at(values, rotation.coordinate));
  }
  places[to] = x - row(places, to + 3, joint.inChildMetres);
  places[to + 1] = y - row(places, to + 6, joint.inChildMetres);
  places[to + 2] = z - row(places, to + 9, joint.inChildMetres);
}

/** Turns a rotation about its own axis number `column`, which stays what it was. */
function turn(places: Float64Array, rotation: number, column: number, radians: number): void {
  if (radians === 0) return;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const first = column === 2 ? 0 : column + 1;
  const second = column === 0 ? 2 : column - 1;
  for (let each = rotation; each < rotation + 9; each += 3) {
    const a = at(places, each + first);
    const b = at(places, each + second);
    places[each + first] = a * cosine + b * sine;
    places[each + second] = b * cosine - a * sine;
  }
}

/** A row of a rotation times a vector. */
function row(places: Float64Array, offset: number, vector: Float64Array): number {
  return (
    at(places, offset) * at(vector, 0) +
    at(places, offset + 1) * at(vector, 1) +
    at(places, offset + 2) * at(vector, 2)
  );
}

// Tables are filled to their length; the fallback only satisfies the compiler's check of indexes.
function at(table: Float64Array, index: number): number {
  return table[index] ?? 0;
}
