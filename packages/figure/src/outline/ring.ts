import type { Ellipsoid } from '../flesh/rows.ts';
import { at, stageSize } from '../view/stage.ts';
import type { Pen } from './pen.ts';

/** A strip around a body between two flat rings. */
export type Ring = {
  readonly body: number;
  readonly low: Ellipsoid | undefined;
  readonly high: Ellipsoid | undefined;
};

const steps = 8;

/** Draws the half of a strip that faces the eye: along the lower ring and back along the upper one. */
export function drawRing(pen: Pen, stage: Float64Array, { body, low, high }: Ring): void {
  if (low === undefined || high === undefined) return;
  const there = halfRing(stage, body, low);
  const back = halfRing(stage, body, high).toReversed();
  for (const [index, [x, y]] of [...there, ...back].entries()) {
    if (index === 0) pen.move(x, y);
    else pen.line(x, y);
  }
  pen.close();
}

function halfRing(
  stage: Float64Array,
  body: number,
  { at: [x, y, z], half }: Ellipsoid,
): readonly (readonly [number, number])[] {
  const from = body * stageSize;
  // Where the outside of the ring looks straight at the eye.
  const facing = Math.atan2(at(stage, from + 11) / half[2], at(stage, from + 9) / half[0]);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = facing + Math.PI * (step / steps - 0.5);
    const [px, pz] = [x + half[0] * Math.cos(angle), z + half[2] * Math.sin(angle)];
    const row = (index: number): number => {
      const r = from + 3 + 3 * index;
      return at(stage, from + index) + at(stage, r) * px + at(stage, r + 1) * y + at(stage, r + 2) * pz;
    };
    return [row(0), row(1)];
  });
}
