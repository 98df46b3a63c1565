import { blobSize } from '../flesh/flesh.ts';
import { at } from '../view/stage.ts';
import type { Pen } from './pen.ts';

/** One point of an outline: where it is, and the way out of the shape there (unit length). */
type RimPoint = { readonly x: number; readonly y: number; readonly outX: number; readonly outY: number };

/** How steeply two neighbours may taper before the smaller one counts as hidden in the larger. */
const steepest = 0.985;

/**
 * Draws the smooth outline around a row of blobs: their common tangents, rounded where they meet, with round ends.
 * Every outline runs the same way round, so that several in one path fill as one.
 */
export function drawTube(pen: Pen, blobs: Float64Array, rows: readonly number[]): void {
  const row = visibleRow(blobs, rows);
  const first = row[0];
  const last = row.at(-1);
  if (first === undefined || last === undefined) return;
  if (row.length === 1) {
    const start = rimPoint(blobs, first, 1, 0);
    pen.move(start.x, start.y);
    drawArc(pen, blobs, first, { from: 0, turn: -2 * Math.PI });
    pen.close();
    return;
  }
  const left = sidePoints(blobs, row, 1);
  const right = sidePoints(blobs, row, -1).toReversed();
  const start = left[0];
  if (start === undefined) return;
  pen.move(start.x, start.y);
  drawSide(pen, left);
  drawCap(pen, blobs, last, [left.at(-1), right[0]]);
  drawSide(pen, right);
  drawCap(pen, blobs, first, [right.at(-1), start]);
  pen.close();
}

/** The blobs that show: one that lies within its neighbour is left out. */
function visibleRow(blobs: Float64Array, rows: readonly number[]): readonly number[] {
  const row: number[] = [];
  for (const blob of rows) {
    let isHidden = false;
    for (let last = row.at(-1); last !== undefined; last = row.at(-1)) {
      const dx = at(blobs, blob * blobSize) - at(blobs, last * blobSize);
      const dy = at(blobs, blob * blobSize + 1) - at(blobs, last * blobSize + 1);
      const distance = Math.sqrt(dx * dx + dy * dy);
      const [nx, ny] = distance < 1e-9 ? [1, 0] : [-dy / distance, dx / distance];
      const difference = reach(blobs, last, nx, ny) - reach(blobs, blob, nx, ny);
      if (distance * steepest > Math.abs(difference)) break;
      isHidden = difference >= 0;
      if (isHidden) break;
      row.pop();
    }
    if (!isHidden) row.push(blob);
  }
  return row;
}

/** How far a blob reaches from its centre along a direction. */
function reach(blobs: Float64Array, blob: number, nx: number, ny: number): number {
  const from = blob * blobSize;
  return Math.sqrt(
    Math.max(
      1e-9,
      at(blobs, from + 3) * nx * nx + 2 * at(blobs, from + 4) * nx * ny + at(blobs, from + 5) * ny * ny,
    ),
  );
}

/** The point of a blob's rim where the way out is the given one. */
function rimPoint(blobs: Float64Array, blob: number, nx: number, ny: number): RimPoint {
  const from = blob * blobSize;
  const far = reach(blobs, blob, nx, ny);
  return {
    x: at(blobs, from) + (at(blobs, from + 3) * nx + at(blobs, from + 4) * ny) / far,
    y: at(blobs, from + 1) + (at(blobs, from + 4) * nx + at(blobs, from + 5) * ny) / far,
    outX: nx,
    outY: ny,
  };
}

/** Where the outline passes each blob on one side: halfway between its tangents to the neighbours. */
function sidePoints(blobs: Float64Array, row: readonly number[], side: 1 | -1): RimPoint[] {
  const points: RimPoint[] = [];
  let [beforeX, beforeY] = [0, 0];
  for (let index = 0; index < row.length; index += 1) {
    const here = row[index] ?? 0;
    const after = row[index + 1];
    const [afterX, afterY] = after === undefined ? [0, 0] : tangentNormal(blobs, here, after, side);
    const [nx, ny] = [beforeX + afterX, beforeY + afterY];
    const length = Math.sqrt(nx * nx + ny * ny);
    points.push(
      length < 1e-6 ? rimPoint(blobs, here, side, 0) : rimPoint(blobs, here, nx / length, ny / length),
    );
    [beforeX, beforeY] = [afterX, afterY];
  }
  return points;
}

/** The way out at the common tangent of two blobs, on one side. */
function tangentNormal(
  blobs: Float64Array,
  from: number,
  to: number,
  side: 1 | -1,
): readonly [number, number] {
  const dx = at(blobs, to * blobSize) - at(blobs, from * blobSize);
  const dy = at(blobs, to * blobSize + 1) - at(blobs, from * blobSize + 1);
  const distance = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
  const [ux, uy] = [dx / distance, dy / distance];
  const [nx, ny] = [side * -uy, side * ux];
  // Exact for balls. For ellipses it is the tangent of balls as broad as they are across, which nobody can tell.
  const slope = (reach(blobs, from, nx, ny) - reach(blobs, to, nx, ny)) / distance;
  const sine = Math.max(-steepest, Math.min(steepest, slope));
  const cosine = Math.sqrt(1 - sine * sine);
  return [nx * cosine + ux * sine, ny * cosine + uy * sine];
}

/** A smooth line along one side, at right angles to the way out at each point. */
function drawSide(pen: Pen, rim: readonly RimPoint[]): void {
  for (let index = 1; index < rim.length; index += 1) {
    const [from, to] = [rim[index - 1], rim[index]];
    if (from === undefined || to === undefined) return;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const handle = Math.sqrt(dx * dx + dy * dy) * handleShare(from, to);
    // The way on is the way out turned by a quarter to the falling side.
    pen.curve(
      [from.x + from.outY * handle, from.y - from.outX * handle],
      [to.x - to.outY * handle, to.y + to.outX * handle],
      [to.x, to.y],
    );
  }
}

/** The end of a row: along the last blob's rim from one side to the other. */
function drawCap(
  pen: Pen,
  blobs: Float64Array,
  blob: number,
  [from, to]: readonly [RimPoint | undefined, RimPoint | undefined],
): void {
  if (from === undefined || to === undefined) return;
  const [start, end] = [from, to].map((point) => rimAngle(blobs, blob, point));
  if (start === undefined || end === undefined) return;
  const full = 2 * Math.PI;
  drawArc(pen, blobs, blob, { from: start, turn: -((((start - end) % full) + full) % full) });
}

/** The root of a blob's matrix: it makes the ellipse from a circle of one centimetre. */
function rootOf(blobs: Float64Array, blob: number): readonly [number, number, number] {
  const from = blob * blobSize;
  const [xx, xy, yy] = [at(blobs, from + 3), at(blobs, from + 4), at(blobs, from + 5)];
  const root = Math.sqrt(Math.max(1e-12, xx * yy - xy * xy));
  const trace = Math.sqrt(Math.max(1e-12, xx + yy + 2 * root));
  return [(xx + root) / trace, xy / trace, (yy + root) / trace];
}

/** The angle on that circle where the ellipse has a given way out. */
function rimAngle(blobs: Float64Array, blob: number, { outX, outY }: RimPoint): number {
  const [xx, xy, yy] = rootOf(blobs, blob);
  return Math.atan2(xy * outX + yy * outY, xx * outX + xy * outY);
}

/** Part of a blob's rim, in curves of at most a third of a turn. */
function drawArc(
  pen: Pen,
  blobs: Float64Array,
  blob: number,
  { from, turn }: { readonly from: number; readonly turn: number },
): void {
  const [xx, xy, yy] = rootOf(blobs, blob);
  const [x, y] = [at(blobs, blob * blobSize), at(blobs, blob * blobSize + 1)];
  const pieces = Math.max(1, Math.ceil(-turn / ((2 * Math.PI) / 3) - 1e-6));
  const step = turn / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  for (let piece = 0; piece < pieces; piece += 1) {
    const [c, s] = [Math.cos(from + piece * step), Math.sin(from + piece * step)];
    const [ce, se] = [Math.cos(from + (piece + 1) * step), Math.sin(from + (piece + 1) * step)];
    const place = (u: number, v: number): readonly [number, number] => [
      x + xx * u + xy * v,
      y + xy * u + yy * v,
    ];
    pen.curve(
      place(c - handle * s, s + handle * c),
      place(ce + handle * se, se - handle * ce),
      place(ce, se),
    );
  }
}

/** The length of a curve's handles by its chord, exact for an arc of a circle. */
function handleShare(from: RimPoint, to: RimPoint): number {
  const cosine = Math.max(-1, Math.min(1, from.outX * to.outX + from.outY * to.outY));
  const turn = Math.acos(cosine);
  if (turn < 0.01) return 1 / 3;
  return Math.min(0.6, ((2 / 3) * Math.tan(turn / 4)) / Math.sin(turn / 2));
}
