import type { PhotoPoint, PhotoPoints } from '@psoas/core/measuring';

/** The three points of a photo, in the order in which they are set. */
export const pointNames = ['hip', 'knee', 'level'] as const satisfies readonly (keyof PhotoPoints)[];
export type PointName = (typeof pointNames)[number];

/** The points as they stand, and whether the third one was ever moved by hand. */
export type BoardPoints = PhotoPoints & { readonly isLevelled: boolean };

/** Where the points wait on a new picture: the line of the table is level until it is moved. */
export const firstPoints: BoardPoints = { hip: { x: 0.4, y: 0.45 }, knee: { x: 0.65, y: 0.5 }, level: { x: 0.12, y: 0.45 }, isLevelled: false };

/** The part of a picture that is shown: its corner and its size as shares of the picture. */
export type Window = { readonly x: number; readonly y: number; readonly share: number };

/** The whole picture. */
export const wholeWindow: Window = { x: 0, y: 0, share: 1 };

/** The part of a picture around a point, for setting it finely. */
export function windowAround({ x, y }: PhotoPoint, share: number): Window {
  const corner = (middle: number): number => Math.min(1 - share, Math.max(0, middle - share / 2));
  return { x: corner(x), y: corner(y), share };
}

/** Whether a point lies in the shown part, not just at its rim. */
export function isWellInside({ x, y }: PhotoPoint, shown: Window): boolean {
  const rim = shown.share === 1 ? 0 : shown.share * 0.08;
  return [x - shown.x, y - shown.y].every((away) => away >= rim && away <= shown.share - rim);
}

/** One point moved; the untouched level line follows the hip, so that it stays level. */
export function withPoint(points: BoardPoints, name: PointName, to: PhotoPoint): BoardPoints {
  const point = { x: within(to.x), y: within(to.y) };
  if (name === 'level') return { ...points, level: point, isLevelled: true };
  const follows = name === 'hip' && !points.isLevelled;
  return { ...points, [name]: point, ...(follows && { level: { x: levelBeside(point.x, points.level.x), y: point.y } }) };
}

// Far enough from the hip for a straight line, on whichever side there is room.
function levelBeside(hip: number, level: number): number {
  const distance = 0.25;
  if (Math.abs(hip - level) >= distance) return level;
  return hip >= distance ? hip - distance : hip + distance;
}

/** The point nearest to a place, when it lies within a reach; all in pixels of the picture. */
export function nearestPoint(points: PhotoPoints, at: PhotoPoint, { width, height, reachPixels }: { readonly width: number; readonly height: number; readonly reachPixels: number }): PointName | undefined {
  const distances = pointNames.map((name) => ({ name, pixels: Math.hypot((points[name].x - at.x) * width, (points[name].y - at.y) * height) }));
  const [nearest] = distances.toSorted((one, other) => one.pixels - other.pixels);
  return nearest !== undefined && nearest.pixels <= reachPixels ? nearest.name : undefined;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
