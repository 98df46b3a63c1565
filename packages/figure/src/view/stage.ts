import {
  bodyCount,
  bodyIndex,
  coordinateIndex,
  createPlaces,
  joints,
  placeBodies,
  placeSize,
} from '@psoas/body';
import type { Camera, Direction } from './camera.ts';

/** Numbers of a body in the picture: its origin (x, y, depth), then its axes' shares in x, y and depth, row by row. */
export const stageSize = 12;

/** The bodies of a posture as the camera sees them, in centimetres. */
export type Stage = {
  readonly table: Float64Array;
  /** Places all bodies for coordinates in radians and metres, in the order of `coordinateNames`. */
  readonly place: (values: Float64Array) => void;
};

/** A stage before a camera. Its table is filled again and again; nothing is allocated. */
export function createStage({ right, up, toward }: Camera): Stage {
  const places = createPlaces();
  const table = new Float64Array(bodyCount * stageSize);
  const rows: readonly Direction[] = [scaled(right, 100), scaled(up, -100), scaled(toward, 100)];
  return {
    table,
    place: (values) => {
      placeBodies(joints, values, places);
      for (let body = 0; body < bodyCount; body += 1) {
        const from = body * placeSize;
        const to = body * stageSize;
        for (const [row, [a, b, c]] of rows.entries()) {
          table[to + row] = a * at(places, from) + b * at(places, from + 1) + c * at(places, from + 2);
          for (let column = 0; column < 3; column += 1) {
            table[to + 3 + 3 * row + column] =
              a * at(places, from + 3 + column) +
              b * at(places, from + 6 + column) +
              c * at(places, from + 9 + column);
          }
        }
      }
      for (const hand of hands) twistHand(table, hand, at(values, hand.wrist));
    },
  };
}

const hands = (['r', 'l'] as const).map((side) => ({
  body: bodyIndex(`hand_${side}`),
  wrist: coordinateIndex(`wrist_flex_${side}`),
  inwards: side === 'r' ? 1 : -1,
}));

/**
 * The model's forearm does not twist; people's do. Thumbs forwards while the wrist is straight, thumbs inwards where the
 * hand lies flat on something. Only the drawing knows of it.
 */
function twistHand(
  table: Float64Array,
  { body, inwards }: (typeof hands)[number],
  wristRadians: number,
): void {
  const angle = inwards * Math.max(0, Math.min(Math.PI, Math.PI / 2 + wristRadians));
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  for (let row = 0; row < 3; row += 1) {
    const r = body * stageSize + 3 + 3 * row;
    const [x, z] = [at(table, r), at(table, r + 2)];
    table[r] = x * cosine - z * sine;
    table[r + 2] = z * cosine + x * sine;
  }
}

function scaled([x, y, z]: Direction, factor: number): Direction {
  return [x * factor, y * factor, z * factor];
}

/** A number of a table that is filled to its length; the fallback only satisfies the compiler. */
export function at(table: Float64Array, index: number): number {
  return table[index] ?? 0;
}
