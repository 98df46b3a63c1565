import { bodyIndex, type Prop } from '@psoas/body';
import type { Build } from '../flesh/build.ts';
import type { Shape } from '../drawing.ts';
import type { SidedRows } from '../flesh/person.ts';
import { drawMuscle } from '../muscle/draw-muscle.ts';
import type { MusclePath } from '../muscle/muscle-path.ts';
import { drawBands, gripOf, withCarried } from '../props/carry.ts';
import type { Camera } from '../view/camera.ts';
import { at, stageSize, type Stage } from '../view/stage.ts';
import { drawArm } from './draw-arm.ts';
import { drawHead } from './draw-head.ts';
import { drawLeg } from './draw-leg.ts';
import { drawTrunk } from './draw-trunk.ts';
import type { Layer, Sketch } from './sketch.ts';

const pelvis = bodyIndex('pelvis');

/** All that a body is drawn with. */
export type Parts = {
  readonly sketch: Sketch;
  readonly camera: Camera;
  readonly stage: Stage;
  readonly build: Build;
  readonly props: readonly Prop[];
  readonly isSmall: boolean;
};

/** The person, from what is furthest from the eye to what is nearest. */
export function drawBody(
  parts: Parts,
  values: Float64Array,
  muscles: readonly MusclePath[],
): readonly Shape[] {
  const { sketch, camera, build, props } = parts;
  const { person } = sketch;
  // A limb is far where the camera looks across the body; from the front both are equally near.
  const isFar = { right: camera.toward[2] < -0.3, left: camera.toward[2] > 0.3 };
  const limb = (side: 'left' | 'right'): Limbs => {
    const rows: SidedRows = person[side];
    const grips = gripOf(side, values, props);
    return {
      leg: withCarried(
        parts,
        side,
        ['ankle', 'heel', 'ball', 'toe', 'knee'],
        drawLeg(sketch, rows, `${side}-leg`, isFar[side]),
      ),
      arm: withCarried(
        parts,
        side,
        ['palm', 'fingers', 'wrist'],
        drawArm(sketch, rows, `${side}-arm`, { isFar: isFar[side], grips, beside: parts.stage.table }),
      ),
    };
  };
  const trunk = drawTrunk(sketch, build, parts.stage.table);
  const head = drawHead(sketch, build.hair, parts.stage.table);
  const [right, left] = inOrder(limb('right'), limb('left'), parts.stage.table);
  const legsAfter = 2;
  const lit: Layer = {
    depth: Math.max(trunk.depth, right.leg.depth + legsAfter, left.leg.depth + legsAfter) + 0.01,
    shapes: psoasLast(muscles).map((muscle) =>
      drawMuscle(sketch.pen, camera, parts.isSmall ? thickened(muscle) : muscle),
    ),
  };
  const layers: readonly Layer[] = [
    { depth: trunk.depth, shapes: [...head.behind, ...trunk.shapes, ...head.front] },
    { depth: right.leg.depth + legsAfter, shapes: right.leg.shapes },
    { depth: left.leg.depth + legsAfter, shapes: left.leg.shapes },
    lit,
    { depth: right.arm.depth + legsAfter, shapes: right.arm.shapes },
    { depth: left.arm.depth + legsAfter, shapes: left.arm.shapes },
  ];
  return [
    ...layers.toSorted((first, second) => first.depth - second.depth).flatMap(({ shapes }) => shapes),
    ...drawBands(sketch.pen, parts.stage, props),
  ];
}

type Limbs = { readonly leg: Layer; readonly arm: Layer };

/** From how much of the pelvis's side, as a share, one leg is nearer for being on the side of the eye. */
const sideShare = 0.15;

/**
 * Legs that swing past each other stay on their own sides of the body: where they overlap in the picture, the one on the
 * side of the eye is nearer, however far the other one reaches forwards.
 */
function inOrder(right: Limbs, left: Limbs, stage: Float64Array): readonly [Limbs, Limbs] {
  const share = at(stage, pelvis * stageSize + 11) / 100;
  if (Math.abs(share) < sideShare) return [right, left];
  const over = (near: Limbs, far: Limbs): Limbs => ({
    leg: { ...near.leg, depth: Math.max(near.leg.depth, far.leg.depth + 0.02) },
    arm: near.arm,
  });
  return share > 0 ? [over(right, left), left] : [right, over(left, right)];
}

/** The psoas is what the picture is about: nothing lies over it. */
function psoasLast(muscles: readonly MusclePath[]): readonly MusclePath[] {
  return [
    ...muscles.filter(({ role }) => role !== 'psoas'),
    ...muscles.filter(({ role }) => role === 'psoas'),
  ];
}

/** In a small picture the muscle has to be thicker than it is, or it is lost. */
function thickened(muscle: MusclePath): MusclePath {
  return { ...muscle, radiusMetres: 1.8 * muscle.radiusMetres };
}
