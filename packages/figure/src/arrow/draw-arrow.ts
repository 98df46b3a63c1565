import { ballIndex, balls, bodyIndex, type BallName } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import { blobSize } from '../flesh/flesh.ts';
import { drawPolygon } from '../outline/polygon.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { at, stageSize, type Stage } from '../view/stage.ts';

/** The way that an arrow shows: of a place of the body through postures, or of the pelvis as it tips. */
export type ArrowWay =
  | { readonly kind: 'along'; readonly ball: BallName; readonly through: readonly Float64Array[] }
  | { readonly kind: 'tip'; readonly values: Float64Array; readonly way: 'tuck' | 'arch' };

type Point = readonly [number, number];

/** How far behind the pelvis its arrow runs, in metres, and from where to where, in degrees from forwards. */
const tipMetres = 0.2;
const tipFromDegrees = 148;
const tipToDegrees = 222;

const stemCm = 1.1;
const headCm = 3.8;
const blobs = new Float64Array(32 * blobSize);

/** Draws an arrow. Leaves the stage in the last posture of its way. */
export function drawArrow(pen: Pen, stage: Stage, arrow: ArrowWay): Shape {
  const points = arrow.kind === 'along' ? pointsAlong(stage, arrow) : pointsOfTip(stage, arrow);
  drawStem(pen, points.slice(0, 32));
  return { key: 'arrow', role: 'arrow', d: pen.take() };
}

function pointsAlong(
  stage: Stage,
  { ball, through }: Extract<ArrowWay, { readonly kind: 'along' }>,
): readonly Point[] {
  const place = balls[ballIndex(ball)];
  if (place === undefined) return [];
  return through.map((values) => {
    stage.place(values);
    return pointOf(stage.table, place.body, place.centreMetres);
  });
}

function pointsOfTip(
  stage: Stage,
  { values, way }: Extract<ArrowWay, { readonly kind: 'tip' }>,
): readonly Point[] {
  stage.place(values);
  const angles = Array.from(
    { length: 7 },
    (_, index) => tipFromDegrees + ((tipToDegrees - tipFromDegrees) * index) / 6,
  );
  const points = angles.map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return pointOf(stage.table, bodyIndex('pelvis'), [
      -0.085 + tipMetres * Math.cos(angle),
      -0.04 + tipMetres * Math.sin(angle),
      0,
    ]);
  });
  // A tuck takes the tail down, an arch takes it up.
  return way === 'tuck' ? points : points.toReversed();
}

function drawStem(pen: Pen, points: readonly Point[]): void {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (tip === undefined || before === undefined) return;
  for (const [index, [x, y]] of points.entries()) {
    const radius = (stemCm * (0.55 + (0.45 * index) / points.length)) ** 2;
    blobs.set([x, y, 0, radius, 0, radius], index * blobSize);
  }
  drawTube(pen, blobs, [...points.keys()]);
  const length = Math.max(1e-9, Math.hypot(tip[0] - before[0], tip[1] - before[1]));
  const [ux, uy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const head: readonly Point[] = [
    [tip[0] + headCm * uy, tip[1] - headCm * ux],
    [tip[0] - headCm * uy, tip[1] + headCm * ux],
    [tip[0] + 1.5 * headCm * ux, tip[1] + 1.5 * headCm * uy],
  ];
  drawPolygon(pen, head, 0.6);
}

function pointOf(stage: Float64Array, body: number, [x, y, z]: readonly [number, number, number]): Point {
  const from = body * stageSize;
  const row = (index: number): number => {
    const r = from + 3 + 3 * index;
    return at(stage, from + index) + at(stage, r) * x + at(stage, r + 1) * y + at(stage, r + 2) * z;
  };
  return [row(0), row(1)];
}
