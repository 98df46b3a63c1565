import { coordinateIndex, poseToArray, type BallName, type Pose, type Prop } from '@psoas/body';
import type { Drawing, Shape, ViewBox } from './drawing.ts';
import { builds, type Build } from './flesh/build.ts';
import { createPerson, type SidedRows } from './flesh/person.ts';
import { drawMuscle } from './muscle/draw-muscle.ts';
import type { MusclePath } from './muscle/muscle-path.ts';
import { createPen, type Bounds, type Pen } from './outline/pen.ts';
import { drawArm } from './parts/draw-arm.ts';
import { drawGhost } from './parts/draw-ghost.ts';
import { drawGround } from './parts/draw-ground.ts';
import { drawHead } from './parts/draw-head.ts';
import { drawLeg } from './parts/draw-leg.ts';
import { drawTrunk } from './parts/draw-trunk.ts';
import type { Layer, Sketch } from './parts/sketch.ts';
import { ballSpot, drawCarried, drawStrip } from './props/draw-carried.ts';
import { drawRoom } from './props/draw-props.ts';
import { cameraOf, type Camera, type View } from './view/camera.ts';
import { createStage, type Stage } from './view/stage.ts';

/** What stays the same while a figure moves. */
export type FigureLook = {
  readonly view?: View;
  /** The target side. The picture for the left is the mirror image of the one for the right: give the pose for right. */
  readonly side?: 'left' | 'right';
  readonly build?: Build;
  readonly props?: readonly Prop[];
  /** Small leaves out what a picture of 64 px cannot show. */
  readonly detail?: 'full' | 'small';
  /** The space to show; without it the space that the first drawing takes. */
  readonly frame?: ViewBox;
};

/** What else is shown with a posture. */
export type FigureExtras = {
  readonly muscles?: readonly MusclePath[];
  /** Coordinates of another posture, drawn as a pale shadow behind the figure. */
  readonly ghost?: Float64Array;
};

/** A figure that can be drawn again and again: the same keys in every frame, one after the other as they are painted. */
export type Figure = {
  /** Draws coordinates in radians and metres, in the order of `coordinateNames`. */
  readonly draw: (values: Float64Array, extras?: FigureExtras) => Drawing;
};

/** Space around what is drawn, in centimetres. */
const marginCm = 5;

/** Prepares a figure. */
export function createFigure(look: FigureLook = {}): Figure {
  const { view = 'side', side = 'right', build = builds.woman, props = [], frame } = look;
  const camera = cameraOf(view, side);
  const stage = createStage(camera);
  const person = createPerson(build);
  const pen = createPen();
  const sketch: Sketch = { pen, person };
  const room = drawRoom(pen, camera, props);
  const roomBounds = { ...pen.bounds };
  const parts: Parts = { sketch, camera, stage, build, props };
  return {
    draw: (values, extras = {}) => {
      Object.assign(pen.bounds, roomBounds);
      const ghost =
        extras.ghost === undefined ? [] : [drawGhost(sketch, { stage, values: extras.ghost, build })];
      stage.place(values);
      person.place(stage.table);
      const body = drawBody(parts, values, extras.muscles ?? []);
      const ground = drawGround(pen, camera, {
        isHanging: props.some(({ kind }) => kind === 'bar'),
        isCovered: props.some(({ kind }) => kind === 'mat'),
      });
      return {
        viewBox: frame ?? boxAround(pen.bounds),
        shapes: [...ground, ...room, ...ghost, ...body],
      };
    },
  };
}

/** Draws one posture once. For moving pictures make a figure with `createFigure` and keep it. */
export function drawFigure(
  pose: Pose,
  look: FigureLook & { readonly muscles?: readonly MusclePath[]; readonly ghost?: Pose } = {},
): Drawing {
  const { muscles, ghost, ...rest } = look;
  return createFigure(rest).draw(poseToArray(pose), {
    ...(muscles === undefined ? {} : { muscles }),
    ...(ghost === undefined ? {} : { ghost: poseToArray(ghost) }),
  });
}

type Parts = {
  readonly sketch: Sketch;
  readonly camera: Camera;
  readonly stage: Stage;
  readonly build: Build;
  readonly props: readonly Prop[];
};

/** The person, from what is furthest from the eye to what is nearest. */
function drawBody(parts: Parts, values: Float64Array, muscles: readonly MusclePath[]): readonly Shape[] {
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
    shapes: psoasLast(muscles).map((muscle) => drawMuscle(sketch.pen, camera, muscle)),
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

function withCarried(parts: Parts, side: 'left' | 'right', places: readonly string[], layer: Layer): Layer {
  const suffix = side === 'right' ? '_r' : '_l';
  const hanger = { pen: parts.sketch.pen, camera: parts.camera, stage: parts.stage.table };
  const carried = parts.props.flatMap((prop) => {
    if (prop.kind !== 'kettlebell' && prop.kind !== 'dumbbell' && prop.kind !== 'ankle-weight') return [];
    return places.some((place) => prop.on === `${place}${suffix}`) ? [drawCarried(hanger, prop)] : [];
  });
  if (carried.length === 0) return layer;
  // A weight in a hand lies under the fingers; one on a foot lies over it.
  const isHand = places.includes('palm');
  return {
    depth: layer.depth,
    shapes: isHand ? [...carried, ...layer.shapes] : [...layer.shapes, ...carried],
  };
}

function drawBands(pen: Pen, stage: Stage, props: readonly Prop[]): readonly Shape[] {
  return props.flatMap((prop) =>
    prop.kind === 'band'
      ? [
          {
            key: `${prop.id}-band`,
            role: 'band' as const,
            d: drawStrip(pen, ballSpot(stage.table, prop.from), ballSpot(stage.table, prop.to), 1.3),
          },
        ]
      : [],
  );
}

/** How high above its shoulder a hand has to be raised to hang on a bar, in degrees of the arm. */
const hangingDegrees = 120;

function gripsSomething(side: 'left' | 'right', values: Float64Array, props: readonly Prop[]): boolean {
  const suffix = side === 'right' ? '_r' : '_l';
  const hands: readonly string[] = [`palm${suffix}`, `fingers${suffix}`, `wrist${suffix}`];
  const isHolding = (on: BallName): boolean => hands.includes(on);
  const raised = values[coordinateIndex(`arm_flex${suffix}`)] ?? 0;
  return props.some((prop) => {
    switch (prop.kind) {
      case 'kettlebell':
      case 'dumbbell':
        return isHolding(prop.on);
      case 'band':
        return isHolding(prop.from) || isHolding(prop.to);
      case 'bar':
        return raised > (hangingDegrees * Math.PI) / 180;
      default:
        return false;
    }
  });
}

function boxAround({ left, top, right, bottom }: Bounds): ViewBox {
  return {
    x: left - marginCm,
    y: top - marginCm,
    width: right - left + 2 * marginCm,
    height: bottom - top + 2 * marginCm,
  };
}
