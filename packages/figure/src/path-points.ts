import type { Shape } from './drawing.ts';

/** All points of a path, handles included, for tests. */
export function pathPoints(d: string): readonly (readonly [number, number])[] {
  const numbers = (d.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?|NaN|Infinity/g) ?? []).map(Number);
  return numbers.flatMap((number, index) =>
    index % 2 === 0 ? [[number, numbers[index + 1] ?? Number.NaN] as const] : [],
  );
}

/** The shape with a key, for tests. */
export function shapeOf(shapes: readonly Shape[], key: string): Shape {
  const shape = shapes.find((each) => each.key === key);
  if (shape === undefined) throw new Error(`The drawing has no shape '${key}'.`);
  return shape;
}

/** Points on a path's curves, close enough together to find its edges, for tests. */
export function pointsOnPath(d: string): readonly (readonly [number, number])[] {
  const pieces = d.match(/[MLC][^MLCZ]*/g) ?? [];
  let here: readonly [number, number] = [0, 0];
  return pieces.flatMap((piece) => {
    const points = pathPoints(piece);
    const [first = here, second = here, end = here] = points;
    if (piece[0] !== 'C') {
      here = first;
      return [first];
    }
    const from = here;
    here = end;
    return Array.from({ length: 16 }, (_, index) => {
      const share = (index + 1) / 16;
      const rest = 1 - share;
      const mix = (axis: 0 | 1): number =>
        rest ** 3 * from[axis] +
        3 * rest ** 2 * share * first[axis] +
        3 * rest * share ** 2 * second[axis] +
        share ** 3 * end[axis];
      return [mix(0), mix(1)] as const;
    });
  });
}
