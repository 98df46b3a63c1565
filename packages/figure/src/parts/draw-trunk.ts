import { bodyIndex } from '@psoas/body';
import type { Build } from '../flesh/build.ts';
import type { Shape } from '../drawing.ts';
import { drawRing } from '../outline/ring.ts';
import { at, stageSize } from '../view/stage.ts';
import { depthOf, fleshShape, type Layer, type Sketch } from './sketch.ts';

const pelvis = bodyIndex('pelvis');

/** The trunk in its clothes, with the band of the shorts that shows how the pelvis tilts. */
export function drawTrunk(sketch: Sketch, build: Build, stage: Float64Array): Layer {
  const { middle, right, left } = sketch.person;
  const busts = build.girths.bust > 0 ? [right.bust, left.bust] : [];
  const neck = fleshShape(sketch, 'neck', 'skin', [middle.neck]);
  const shirt = fleshShape(sketch, 'shirt', 'shirt', [
    middle.shirt,
    right.yoke,
    left.yoke,
    right.armpit,
    left.armpit,
    ...busts,
  ]);
  const shorts = fleshShape(sketch, 'pelvis', 'shorts', [middle.pelvis]);
  // Seen from below, by 3 degrees and more, one looks at the end of the shirt, which the shorts hide.
  const isFromAbove = at(stage, pelvis * stageSize + 10) > -5;
  return {
    depth: (depthOf(sketch, middle.pelvis[1]) + depthOf(sketch, middle.shirt[4])) / 2,
    shapes: [neck, ...(isFromAbove ? [shorts, shirt] : [shirt, shorts]), drawWaistband(sketch, stage)],
  };
}

function drawWaistband({ pen, person }: Sketch, stage: Float64Array): Shape {
  const [low, high] = person.middle.waistband;
  if (low !== undefined && high !== undefined)
    drawRing(pen, stage, { body: pelvis, low: person.ellipsoids[low], high: person.ellipsoids[high] });
  return { key: 'waistband', role: 'waistband', d: pen.take() };
}
