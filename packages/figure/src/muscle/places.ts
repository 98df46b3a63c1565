import type { Place } from '@psoas/body';

/** A share of the way from one place to another. */
export function mixPlaces(from: Place, to: Place, share: number): Place {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** How far two places are apart; 0 where one is missing. */
export function distanceBetween(from: Place | undefined, to: Place | undefined): number {
  return from === undefined || to === undefined
    ? 0
    : Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}
