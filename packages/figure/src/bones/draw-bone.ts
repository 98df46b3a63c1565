import { drawPolygon, hullOf, type Corner } from '../outline/polygon.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { blobSize } from '../flesh/flesh.ts';
import { at, stageSize } from '../view/stage.ts';
import type { Spot } from '../view/camera.ts';
import type { BoneForm, BonePart, BonePoint } from './bone-parts.ts';

/** A painted part: its path in centimetres of the picture, and how near it is. */
export type DrawnBone = {
  readonly d: string;
  readonly depth: number;
  /** For a sheet: whether its inner side, towards the middle of the body, is seen. */
  readonly showsInside: boolean;
};

/** How much the corners of a vertebra are rounded, in centimetres. */
const cornerCentimetres = 0.3;

/** Corners that stand for the rim of a ball. */
const rimCorners = 10;

const blobs = new Float64Array(32 * blobSize);

/** Draws a part of a bone on a stage whose bodies are placed. */
export function drawBone(pen: Pen, part: BonePart, stage: Float64Array): DrawnBone {
  let depths = 0;
  let count = 0;
  let showsInside = false;
  for (const form of part.forms) {
    if (form.kind === 'barrel') drawBarrel(pen, form, stage);
    else if (form.kind === 'tube') drawRow(pen, form.points, stage);
    else if (form.kind === 'hull') drawHull(pen, form.points, stage);
    else showsInside = drawSheet(pen, form.points, stage) > 0;
    for (const point of form.kind === 'barrel' ? form.rings.flat() : form.points) {
      depths += spotOn(stage, point).depth;
      count += 1;
    }
  }
  const depth = part.nearness === undefined ? depths / count : spotOn(stage, part.nearness).depth;
  return { d: pen.take(), depth, showsInside };
}

/** Where a point of a body stands in the picture, in centimetres. */
function spotOn(stage: Float64Array, { body, atMetres: [x, y, z] }: BonePoint): Spot {
  const from = body * stageSize;
  const row = (index: number): number =>
    at(stage, from + index) +
    at(stage, from + 3 + 3 * index) * x +
    at(stage, from + 4 + 3 * index) * y +
    at(stage, from + 5 + 3 * index) * z;
  return { x: row(0), y: row(1), depth: row(2) };
}

function drawRow(pen: Pen, points: readonly BonePoint[], stage: Float64Array): void {
  for (const [index, point] of points.entries()) {
    const { x, y, depth } = spotOn(stage, point);
    const square = (100 * point.radiusMetres) ** 2;
    blobs.set([x, y, depth, square, 0, square], index * blobSize);
  }
  drawTube(pen, blobs, [...points.keys()]);
}

function drawHull(pen: Pen, points: readonly BonePoint[], stage: Float64Array): void {
  const corners = points.flatMap((point): readonly Corner[] => {
    const { x, y } = spotOn(stage, point);
    const radius = 100 * point.radiusMetres;
    return Array.from({ length: rimCorners }, (_, corner): Corner => {
      const angle = (2 * Math.PI * corner) / rimCorners;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  });
  drawPolygon(pen, hullOf(corners).toReversed(), cornerCentimetres);
}

// Each pair of neighbouring rings has its own skin, so that a vertebra keeps its waist.
function drawBarrel(pen: Pen, { rings }: Extract<BoneForm, { kind: 'barrel' }>, stage: Float64Array): void {
  for (const [index, ring] of rings.entries()) {
    const next = rings[index + 1];
    if (next === undefined) continue;
    const corners = [...ring, ...next].map((point): Corner => {
      const { x, y } = spotOn(stage, point);
      return [x, y];
    });
    drawPolygon(pen, hullOf(corners).toReversed(), cornerCentimetres);
  }
}

/** Draws a closed curve through the rim; gives the area that it encloses, with a sign for the side that is seen. */
function drawSheet(pen: Pen, points: readonly BonePoint[], stage: Float64Array): number {
  const spots = points.map((point) => spotOn(stage, point));
  const spotAt = (index: number): Spot => spots.at(index % spots.length) ?? { x: 0, y: 0, depth: 0 };
  let area = 0;
  pen.move(spotAt(0).x, spotAt(0).y);
  for (let index = 0; index < spots.length; index += 1) {
    const [before, here, next, after] = [index - 1, index, index + 1, index + 2].map(spotAt);
    if (before === undefined || here === undefined || next === undefined || after === undefined) continue;
    area += here.x * next.y - next.x * here.y;
    pen.curve(
      [here.x + (next.x - before.x) / 6, here.y + (next.y - before.y) / 6],
      [next.x - (after.x - here.x) / 6, next.y - (after.y - here.y) / 6],
      [next.x, next.y],
    );
  }
  pen.close();
  return area;
}
