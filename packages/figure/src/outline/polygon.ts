import type { Pen } from './pen.ts';

/** A corner of a polygon in the picture, in centimetres. */
export type Corner = readonly [number, number];

/** A closed polygon with rounded corners. */
export function drawPolygon(pen: Pen, corners: readonly Corner[], radius: number): void {
  for (const [index, here] of corners.entries()) {
    const before = corners.at(index - 1) ?? here;
    const after = corners[(index + 1) % corners.length] ?? here;
    const start = towards(here, before, radius);
    const end = towards(here, after, radius);
    if (index === 0) pen.move(start[0], start[1]);
    else pen.line(start[0], start[1]);
    pen.curve(mix(start, here), mix(end, here), end);
  }
  pen.close();
}

/** The corners of the smallest convex outline around some points. */
export function hullOf(points: readonly Corner[]): readonly Corner[] {
  const sorted = points.toSorted((first, second) => first[0] - second[0] || first[1] - second[1]);
  const half = (row: readonly Corner[]): Corner[] => {
    const chain: Corner[] = [];
    for (const point of row) {
      for (;;) {
        const [last, beforeLast] = [chain.at(-1), chain.at(-2)];
        if (last === undefined || beforeLast === undefined || turn(beforeLast, last, point) > 1e-9) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function towards(from: Corner, to: Corner, distance: number): Corner {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const share = length < 1e-9 ? 0 : Math.min(0.5, distance / length);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** A handle that makes a curve between two sides near to an arc. */
function mix(from: Corner, corner: Corner): Corner {
  return [from[0] + (corner[0] - from[0]) * 0.55, from[1] + (corner[1] - from[1]) * 0.55];
}
