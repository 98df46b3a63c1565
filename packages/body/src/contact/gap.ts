import type { Place, Prop } from './prop.ts';

/** The thickness of a chair's seat; below it there is room for the feet. */
const seatThicknessMetres = 0.05;

/**
 * How far a ball is from the floor or a prop, in metres: 0 when it touches, negative when it sinks in. What is carried
 * cannot be touched: undefined.
 */
export function gapMetres(centre: Place, radius: number, prop: Prop | 'floor'): number | undefined {
  if (prop === 'floor') return centre[1] - radius;
  switch (prop.kind) {
    case 'bar':
      return (
        Math.hypot(centre[0] - prop.atMetres[0], centre[1] - prop.atMetres[1]) - prop.radiusMetres - radius
      );
    case 'ball':
      return (
        Math.hypot(centre[0] - prop.atMetres[0], centre[1] - prop.atMetres[1], centre[2] - prop.atMetres[2]) -
        prop.radiusMetres -
        radius
      );
    case 'kettlebell':
    case 'dumbbell':
    case 'ankle-weight':
    case 'band':
      return undefined;
    case 'chair':
      return (
        blockGap(
          centre,
          [prop.fromMetres[0], prop.toMetres[1] - seatThicknessMetres, prop.fromMetres[2]],
          prop.toMetres,
        ) - radius
      );
    default:
      return blockGap(centre, prop.fromMetres, prop.toMetres) - radius;
  }
}

/** What stands on the floor has no underside: the way out of it never leads down. */
const deepMetres = 1;

/** Distance of a point from a block: to its nearest place outside, minus the way out inside. */
function blockGap(at: Place, from: Place, to: Place): number {
  let outside = 0;
  let inside = Number.NEGATIVE_INFINITY;
  for (const axis of [0, 1, 2] as const) {
    const low = axis === 1 && from[axis] <= 0 ? -deepMetres : from[axis];
    const beyond = Math.max(low - at[axis], at[axis] - to[axis]);
    outside += Math.max(0, beyond) ** 2;
    inside = Math.max(inside, beyond);
  }
  return outside > 0 ? Math.sqrt(outside) : inside;
}
