import type { Prop } from '@psoas/body';
import type { Build } from '../flesh/build.ts';
import type { Shape } from '../drawing.ts';
import type { SidedRows } from '../flesh/person.ts';
import { drawMuscle } from '../muscle/draw-muscle.ts';
import type { MusclePath } from '../muscle/muscle-path.ts';
import { drawBands, gripsSomething, withCarried } from '../props/carry.ts';
import type { Camera } from '../view/camera.ts';
import type { Stage } from '../view/stage.ts';
import { drawArm } from './draw-arm.ts';
import { drawHead } from './draw-head.ts';
import { drawLeg } from './draw-leg.ts';
import { drawTrunk } from './draw-trunk.ts';
import type { Layer, Sketch } from './sketch.ts';

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
  const limb = (side: 'left' | 'right'): { readonly leg: Layer; readonly arm: Layer } => {
    const rows: SidedRows = person[side];
    const grips = gripsSomething(side, values, props);
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
        drawArm(sketch, rows, `${side}-arm`, { isFar: isFar[side], grips }),
      ),
    };
  };
  const trunk = drawTrunk(sketch, build, parts.stage.table);
  const head = drawHead(sketch, build.hair, parts.stage.table);
  const [right, left] = [limb('right'), limb('left')];
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
