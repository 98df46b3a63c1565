import type { Shape } from '../drawing.ts';
import { drawTube } from '../outline/tube.ts';
import type { Stage } from '../view/stage.ts';
import type { Sketch } from './sketch.ts';

/** Another posture as one pale shadow without details. Leaves the stage in that posture. */
export function drawGhost({ pen, person }: Sketch, stage: Stage, values: Float64Array): Shape {
  stage.place(values);
  person.place(stage.table);
  const { middle, right, left } = person;
  const sides = [right, left].flatMap((rows) => [
    rows.shank,
    rows.shortsLeg,
    rows.thigh,
    rows.shoe,
    rows.shoeHeel,
    rows.shoeTop,
    rows.yoke,
    rows.sleeve,
    rows.shoeToe,
    rows.upperArm,
    rows.forearm,
    rows.palm,
  ]);
  for (const row of [middle.shirt, middle.pelvis, middle.neck, middle.face, middle.hairBack, ...sides])
    drawTube(pen, person.blobs, row);
  return { key: 'ghost', role: 'ghost', d: pen.take() };
}
