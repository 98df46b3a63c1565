import { joints } from '../model/joints.ts';
import type { Place } from '../contact/prop.ts';
import { createPlaces, placeBodies, placePoint } from '../pose/place-bodies.ts';
import { balls } from './balls.ts';

/** Where the surface's balls are for one set of coordinates. */
export type PlacedBalls = {
  /** Places all balls anew for coordinates in radians and metres, in the order of `coordinateNames`. */
  readonly place: (values: Float64Array) => void;
  /** The centre of a ball (order of `ballNames`) after the last `place`, in metres. */
  readonly centreOf: (index: number) => Place;
};

/** A table of ball centres that is filled again and again without new memory for the tables. */
export function createPlacedBalls(): PlacedBalls {
  const places = createPlaces();
  const centres = new Float64Array(balls.length * 3);
  return {
    place: (values) => {
      placeBodies(joints, values, places);
      for (const [index, ball] of balls.entries()) placePoint(places, ball, centres, 3 * index);
    },
    centreOf: (index) => [centres[3 * index] ?? 0, centres[3 * index + 1] ?? 0, centres[3 * index + 2] ?? 0],
  };
}
