import type { SidedRows } from '../flesh/person.ts';
import { depthOf, fleshShape, type Layer, type Sketch } from './sketch.ts';

/** How an arm is drawn: seen behind the body, and with the hand closed around something. */
export type ArmLook = { readonly isFar: boolean; readonly grips: boolean };

/** An arm: skin, sleeve and hand. */
export function drawArm(sketch: Sketch, rows: SidedRows, key: string, { isFar, grips }: ArmLook): Layer {
  const skin = isFar ? 'skin-far' : 'skin';
  const shapes = [
    fleshShape(sketch, `${key}-upper`, skin, [rows.upperArm]),
    fleshShape(sketch, `${key}-fore`, skin, [rows.forearm]),
    fleshShape(sketch, `${key}-sleeve`, isFar ? 'shirt-far' : 'sleeve', [rows.sleeve]),
    fleshShape(sketch, `${key}-hand`, skin, [grips ? rows.fist : rows.palm, rows.thumb]),
  ];
  const [shoulder, elbow, hand] = [rows.upperArm[0], rows.forearm[0], rows.palm[2]];
  return {
    depth: (depthOf(sketch, shoulder) + depthOf(sketch, elbow) + depthOf(sketch, hand)) / 3,
    shapes,
  };
}
