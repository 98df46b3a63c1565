/** From where the figure is seen. Azimuth 0 looks from the person's right, 90 from the front; elevation from above. */
export type View =
  | 'side'
  | 'three-quarter'
  | 'front'
  | 'from-above'
  | { readonly azimuthDegrees: number; readonly elevationDegrees: number };

/** Three world directions: to the right of the picture, up in it, and out of it towards the eye. */
export type Camera = {
  readonly right: Direction;
  readonly up: Direction;
  readonly toward: Direction;
};

/** A direction or place in the world: X forwards, Y up, Z to the person's right. */
export type Direction = readonly [number, number, number];

/** Own choice: far enough round to show the face, near enough to the side to show the hip's angle. */
const threeQuarter = { azimuthDegrees: 38, elevationDegrees: 14 };

/** Own choice: high enough to show a thigh that lies out to the side, low enough to keep the floor a floor. */
const fromAbove = { azimuthDegrees: 8, elevationDegrees: 58 };

/** The camera of a view. For the left side the picture is its own mirror image, so that the target leg stays in front. */
export function cameraOf(view: View, side: 'left' | 'right'): Camera {
  const { azimuthDegrees, elevationDegrees } = anglesOf(view);
  const azimuth = (azimuthDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  const mirror = side === 'left' ? -1 : 1;
  const [sinA, cosA, sinE, cosE] = [
    Math.sin(azimuth),
    Math.cos(azimuth),
    Math.sin(elevation),
    Math.cos(elevation),
  ];
  return {
    right: [mirror * cosA, 0, -mirror * sinA],
    up: [-sinA * sinE, cosE, -cosA * sinE],
    toward: [sinA * cosE, sinE, cosA * cosE],
  };
}

function anglesOf(view: View): { readonly azimuthDegrees: number; readonly elevationDegrees: number } {
  switch (view) {
    case 'side':
      return { azimuthDegrees: 0, elevationDegrees: 0 };
    case 'front':
      return { azimuthDegrees: 90, elevationDegrees: 0 };
    case 'three-quarter':
      return threeQuarter;
    case 'from-above':
      return fromAbove;
    default:
      return view;
  }
}

/** A place in the picture: centimetres to the right and downwards, and how near it is to the eye. */
export type Spot = { readonly x: number; readonly y: number; readonly depth: number };

/** Where a place of the world (metres) stands in the picture. */
export function spotOf({ right, up, toward }: Camera, place: Direction): Spot {
  return { x: 100 * dot(right, place), y: -100 * dot(up, place), depth: 100 * dot(toward, place) };
}

/** The share of one direction in another. */
function dot(first: Direction, second: Direction): number {
  return first[0] * second[0] + first[1] * second[1] + first[2] * second[2];
}
