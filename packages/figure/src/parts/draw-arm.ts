import { bodyIndex } from '@psoas/body';
import { blobSize } from '../flesh/flesh.ts';
import type { Row, SidedRows } from '../flesh/person.ts';
import { at, stageSize } from '../view/stage.ts';
import { fleshShape, type Layer, type Sketch } from './sketch.ts';

/** How an arm is drawn: seen behind the body, and with the hand closed around something. */
export type ArmLook = { readonly isFar: boolean; readonly grips: Grip; readonly beside: Float64Array };

/** What a hand does: it lies open, is closed around something, or hooks over a bar above. */
export type Grip = 'open' | 'fist' | 'hook';

/** The row of a hand. */
export function handRow(rows: SidedRows, grip: Grip): Row {
  switch (grip) {
    case 'fist':
      return rows.fist;
    case 'hook':
      return rows.hook;
    default:
      return rows.palm;
  }
}

/** How high the middle of the chest is above the trunk's origin, in centimetres. */
const chestCm = 20;

/** So many blobs of the upper arm lie under the sleeve. */
const hiddenBySleeve = 1;

/** An arm: skin, sleeve and hand. */
export function drawArm(
  sketch: Sketch,
  rows: SidedRows,
  key: string,
  { isFar, grips, beside }: ArmLook,
): Layer {
  const skin = isFar ? 'skin-far' : 'skin';
  const shapes = [
    fleshShape(sketch, `${key}-upper`, skin, [rows.upperArm.slice(hiddenBySleeve)]),
    fleshShape(sketch, `${key}-fore`, skin, [rows.forearm]),
    fleshShape(sketch, `${key}-sleeve`, isFar ? 'shirt-far' : 'sleeve', [rows.sleeve]),
    fleshShape(sketch, `${key}-hand`, skin, [
      handRow(rows, grips),
      ...(grips === 'hook' ? [] : [rows.thumb]),
    ]),
  ];
  const depthAt = (joint: number | undefined): number => depthBeside(sketch, joint, beside);
  return {
    depth: (depthAt(rows.upperArm[0]) + depthAt(rows.forearm[0]) + depthAt(rows.palm[2])) / 3,
    shapes,
  };
}

const torso = bodyIndex('torso') * stageSize;

/**
 * How near a place is to the eye, moved along the trunk to the middle of the chest: a far arm that is raised stays behind
 * the face, though the eye looks down and its hand is higher than the chest.
 */
function depthBeside(sketch: Sketch, joint: number | undefined, stage: Float64Array): number {
  if (joint === undefined) return 0;
  const blob = joint * blobSize;
  const { blobs } = sketch.person;
  let along = -chestCm;
  for (const row of [0, 1, 2])
    along += ((at(blobs, blob + row) - at(stage, torso + row)) * at(stage, torso + 4 + 3 * row)) / 100;
  return at(blobs, blob + 2) - (along * at(stage, torso + 10)) / 100;
}
