import { bodyIndex } from '@psoas/body';
import type { Build } from '../flesh/build.ts';
import type { Shape } from '../drawing.ts';
import { drawRing } from '../outline/ring.ts';
import { depthOf, fleshShape, type Layer, type Sketch } from './sketch.ts';

const pelvis = bodyIndex('pelvis');

/** The trunk in its clothes, with the band of the shorts that shows how the pelvis tilts. */
export function drawTrunk(sketch: Sketch, build: Build, stage: Float64Array): Layer {
  const { middle, right, left } = sketch.person;
  const busts = build.girths.bust > 0 ? [right.bust, left.bust] : [];
  return {
    depth: (depthOf(sketch, middle.pelvis[1]) + depthOf(sketch, middle.shirt[4])) / 2,
    shapes: [
      fleshShape(sketch, 'neck', 'skin', [middle.neck]),
      fleshShape(sketch, 'pelvis', 'shorts', [middle.pelvis]),
      fleshShape(sketch, 'shirt', 'shirt', [middle.shirt, right.yoke, left.yoke, ...busts]),
      drawWaistband(sketch, stage),
    ],
  };
}

function drawWaistband({ pen, person }: Sketch, stage: Float64Array): Shape {
  const [low, high] = person.middle.waistband;
  if (low !== undefined && high !== undefined)
    drawRing(pen, stage, { body: pelvis, low: person.ellipsoids[low], high: person.ellipsoids[high] });
  return { key: 'waistband', role: 'waistband', d: pen.take() };
}
