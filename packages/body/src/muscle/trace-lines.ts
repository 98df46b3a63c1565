import type { Place } from '../contact/prop.ts';
import { joints } from '../model/joints.ts';
import { createPlaces, placeBodies, placePoint, placeSize } from '../pose/place-bodies.ts';
import type { BodyModel } from './body-model.ts';
import type { PathPoint } from './muscle-table.ts';
import { dot, minus, type Vector } from './vector.ts';
import { wrapCircle } from './wrap-circle.ts';
import { createWrapFrame, type WrapFrame } from './wrap-frame.ts';

/**
 * The way of every muscle line (order of `model.lines`) through the world, in metres, for coordinates in radians and
 * metres: its fixed points, and points along the cylinders that it slides over. For drawing; `evaluatePose` measures.
 */
export type LineTracer = (values: Float64Array) => readonly (readonly Place[])[];

/** How many points stand for the part of a line that lies on a cylinder. */
const arcPoints = 6;

/** Makes the tracer of a model. */
export function createLineTracer(model: BodyModel): LineTracer {
  const places = createPlaces();
  const frames = new Map<string, WrapFrame>();
  for (const { path } of model.lines)
    for (const { over } of path) if (over !== undefined) frames.set(over.name, createWrapFrame(over));
  return (values) => {
    placeBodies(joints, values, places);
    const root: Vector = [places[0] ?? 0, places[1] ?? 0, places[2] ?? 0];
    return model.lines.map(({ path }) =>
      path
        .flatMap((from, index): readonly Vector[] => {
          const to = path[index + 1];
          const start = worldPoint(places, from);
          const frame = from.over === undefined ? undefined : frames.get(from.over.name);
          if (to === undefined || frame === undefined) return [start];
          return [start, ...arcBetween(placedFrame(places, frame), start, worldPoint(places, to))];
        })
        .map((point) => scaledFrom(root, point, model.scale)),
    );
  };
}

/** A cylinder in the world: its centre, its three directions, its circle. */
type PlacedFrame = {
  readonly centre: Vector;
  readonly x: Vector;
  readonly y: Vector;
  readonly z: Vector;
  readonly circle: WrapFrame;
};

const ends = new Float64Array(4);
const way = new Float64Array(5);

/** The points on the cylinder between two points; none where the straight way counts. */
function arcBetween(frame: PlacedFrame, start: Vector, end: Vector): readonly Vector[] {
  const { radius } = frame.circle;
  const from = minus(start, frame.centre);
  const to = minus(end, frame.centre);
  ends.set([dot(from, frame.x), dot(from, frame.y), dot(to, frame.x), dot(to, frame.y)]);
  if (!wrapCircle(ends, frame.circle, way)) return [];
  const [ax = 0, ay = 0, bx = 0, by = 0] = ends;
  const [round = 0, leaveX = 0, leaveY = 0] = way;
  const before = Math.sqrt(Math.max(0, ax * ax + ay * ay - radius * radius));
  const after = Math.sqrt(Math.max(0, bx * bx + by * by - radius * radius));
  const touch = [ax + before * leaveX, ay + before * leaveY] as const;
  const sense = touch[0] * leaveY - touch[1] * leaveX < 0 ? -1 : 1;
  const angle = (sense * (round - before - after)) / radius;
  const first = Math.atan2(touch[1], touch[0]);
  const rise = dot(to, frame.z) - dot(from, frame.z);
  return Array.from({ length: arcPoints }, (_, index) => {
    const share = index / (arcPoints - 1);
    const turn = first + angle * share;
    const along = dot(from, frame.z) + (rise * (before + radius * Math.abs(angle) * share)) / round;
    const across = [radius * Math.cos(turn), radius * Math.sin(turn)] as const;
    return combine(frame, across, along);
  });
}

function combine({ centre, x, y, z }: PlacedFrame, across: readonly [number, number], along: number): Vector {
  const axis = (index: 0 | 1 | 2): number =>
    centre[index] + across[0] * x[index] + across[1] * y[index] + along * z[index];
  return [axis(0), axis(1), axis(2)];
}

function placedFrame(places: Float64Array, frame: WrapFrame): PlacedFrame {
  const vector = (from: number): Vector => [
    frame.place[from] ?? 0,
    frame.place[from + 1] ?? 0,
    frame.place[from + 2] ?? 0,
  ];
  const turned = (direction: Vector): Vector => rotate(places, frame.body, direction);
  const centre = worldPoint(places, { body: frame.body, atMetres: vector(0) });
  return { centre, x: turned(vector(3)), y: turned(vector(6)), z: turned(vector(9)), circle: frame };
}

function rotate(places: Float64Array, body: number, [x, y, z]: Vector): Vector {
  const row = (index: number): number => {
    const r = body * placeSize + 3 + 3 * index;
    return (places[r] ?? 0) * x + (places[r + 1] ?? 0) * y + (places[r + 2] ?? 0) * z;
  };
  return [row(0), row(1), row(2)];
}

const point = new Float64Array(3);

function worldPoint(places: Float64Array, { body, atMetres }: PathPoint): Vector {
  placePoint(places, { body, centreMetres: atMetres }, point, 0);
  return [point[0] ?? 0, point[1] ?? 0, point[2] ?? 0];
}

function scaledFrom(root: Vector, at: Vector, scale: number): Vector {
  if (scale === 1) return at;
  return [
    root[0] + scale * (at[0] - root[0]),
    root[1] + scale * (at[1] - root[1]),
    root[2] + scale * (at[2] - root[2]),
  ];
}
