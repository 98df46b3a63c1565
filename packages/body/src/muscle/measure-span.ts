import { placeSize } from '../pose/place-bodies.ts';
import { twistOffset, type Motion } from './move-bodies.ts';
import type { Span } from './spans.ts';
import { wrapCircle } from './wrap-circle.ts';
import { createWrapFrame, type WrapFrame } from './wrap-frame.ts';

/** A stretch of muscle ready to be measured again and again. */
export type MeasuredSpan = {
  readonly fromBody: number;
  readonly toBody: number;
  readonly fromMetres: Float64Array;
  readonly toMetres: Float64Array;
  readonly frame: WrapFrame | undefined;
  readonly arms: readonly number[];
};

/** Prepares a stretch. */
export function createMeasuredSpan({ from, to, over, arms }: Span): MeasuredSpan {
  return {
    fromBody: from.body,
    toBody: to.body,
    fromMetres: Float64Array.from(from.atMetres),
    toMetres: Float64Array.from(to.atMetres),
    frame: over === undefined ? undefined : createWrapFrame(over),
    arms,
  };
}

// Working memory of one call; nothing in it is read by the next.
const points = new Float64Array(6);
const pulls = new Float64Array(12);
const framePlace = new Float64Array(placeSize);
const offset = new Float64Array(3);
const ends = new Float64Array(4);
const way = new Float64Array(5);

/**
 * The length in metres of a stretch for a motion, and its moment arms -dL/dq written to `into`, one for
 * each of `span.arms`. Allocates nothing.
 *
 * A sliding muscle pulls along its straight parts only. With a part's direction u and its moment m = p×u, moving
 * its far end's body by a twist (ω, v) lengthens it by ω·m + v·u, moving the near end's shortens it by the same.
 */
export function measureSpan(span: MeasuredSpan, motion: Motion, into: Float64Array): number {
  const { frame, fromBody, toBody, arms } = span;
  const { places, twists } = motion;
  placePoint(places, fromBody, span.fromMetres, 0);
  placePoint(places, toBody, span.toMetres, 3);
  const roundLength = frame === undefined ? 0 : lengthRound(frame, places);
  const isRound = roundLength > 0;
  const length = isRound ? roundLength : straightLength();
  const middle = isRound && frame !== undefined ? frame.body : toBody;
  for (let each = 0; each < arms.length; each += 1) {
    const arm = arms[each] ?? 0;
    const atMiddle = twistOffset(middle, arm);
    let value = gain(twists, twistOffset(fromBody, arm), 0) - gain(twists, atMiddle, 0);
    if (isRound) value += gain(twists, atMiddle, 6) - gain(twists, twistOffset(toBody, arm), 6);
    into[each] = value;
  }
  return length;
}

/** The straight way between both points; writes its pull. */
function straightLength(): number {
  const x = at(points, 3) - at(points, 0);
  const y = at(points, 4) - at(points, 1);
  const z = at(points, 5) - at(points, 2);
  const length = Math.sqrt(x * x + y * y + z * z);
  setPull(0, x / length, y / length, z / length);
  return length;
}

/** The way round the cylinder, a screw line on it; writes both pulls. 0 where the straight way counts. */
function lengthRound(frame: WrapFrame, places: Float64Array): number {
  placeFrame(frame, places);
  const from = toFrame(0, 0);
  const to = toFrame(3, 2);
  if (!wrapCircle(ends, frame, way)) return 0;
  const round = at(way, 0);
  const rise = to - from;
  const length = Math.sqrt(round * round + rise * rise);
  const flat = round / length;
  setPullInFrame(0, flat * at(way, 1), flat * at(way, 2), rise / length);
  setPullInFrame(3, flat * at(way, 3), flat * at(way, 4), rise / length);
  return length;
}

/** Brings a point into the cylinder's frame: across into `ends`, along its axis as the answer. */
function toFrame(point: number, end: number): number {
  for (let axis = 0; axis < 3; axis += 1) offset[axis] = at(points, point + axis) - at(framePlace, axis);
  ends[end] = scalar(framePlace, 3, offset, 0);
  ends[end + 1] = scalar(framePlace, 6, offset, 0);
  return scalar(framePlace, 9, offset, 0);
}

function setPullInFrame(point: number, x: number, y: number, z: number): void {
  setPull(
    point,
    x * at(framePlace, 3) + y * at(framePlace, 6) + z * at(framePlace, 9),
    x * at(framePlace, 4) + y * at(framePlace, 7) + z * at(framePlace, 10),
    x * at(framePlace, 5) + y * at(framePlace, 8) + z * at(framePlace, 11),
  );
}

/** Writes the direction of the pull through a point, and its moment about the pelvis' origin. */
function setPull(point: number, x: number, y: number, z: number): void {
  const px = at(points, point);
  const py = at(points, point + 1);
  const pz = at(points, point + 2);
  const pull = 2 * point;
  pulls[pull] = x;
  pulls[pull + 1] = y;
  pulls[pull + 2] = z;
  pulls[pull + 3] = py * z - pz * y;
  pulls[pull + 4] = pz * x - px * z;
  pulls[pull + 5] = px * y - py * x;
}

/** How fast a body's twist moves its end along a pull. */
function gain(twists: Float64Array, twist: number, pull: number): number {
  return (
    at(twists, twist) * at(pulls, pull + 3) +
    at(twists, twist + 1) * at(pulls, pull + 4) +
    at(twists, twist + 2) * at(pulls, pull + 5) +
    at(twists, twist + 3) * at(pulls, pull) +
    at(twists, twist + 4) * at(pulls, pull + 1) +
    at(twists, twist + 5) * at(pulls, pull + 2)
  );
}

function placePoint(places: Float64Array, body: number, metres: Float64Array, point: number): void {
  const from = body * placeSize;
  for (let axis = 0; axis < 3; axis += 1)
    points[point + axis] = at(places, from + axis) + scalar(places, from + 3 + 3 * axis, metres, 0);
}

/** The cylinder's frame as seen from the pelvis. */
function placeFrame({ body, place }: WrapFrame, places: Float64Array): void {
  const from = body * placeSize;
  for (let axis = 0; axis < 3; axis += 1) {
    const r = from + 3 + 3 * axis;
    for (let vector = 0; vector < place.length; vector += 3)
      framePlace[vector + axis] = scalar(places, r, place, vector);
    framePlace[axis] = at(framePlace, axis) + at(places, from + axis);
  }
}

/** The scalar product of two vectors inside tables. */
function scalar(a: Float64Array, fromA: number, b: Float64Array, fromB: number): number {
  return (
    at(a, fromA) * at(b, fromB) + at(a, fromA + 1) * at(b, fromB + 1) + at(a, fromA + 2) * at(b, fromB + 2)
  );
}

// Tables are filled to their length; the fallback only satisfies the compiler's check of indexes.
function at(table: Float64Array, index: number): number {
  return table[index] ?? 0;
}
