import { poseToArray, type Pose, type Prop } from '@psoas/body';
import { drawArrow, type ArrowWay } from './arrow/draw-arrow.ts';
import type { Drawing, Shape, ViewBox } from './drawing.ts';
import { builds, type Build } from './flesh/build.ts';
import { createPerson, type Person } from './flesh/person.ts';
import type { MusclePath } from './muscle/muscle-path.ts';
import { createPen, type Bounds } from './outline/pen.ts';
import { drawBody, type Parts } from './parts/draw-body.ts';
import { drawGhost } from './parts/draw-ghost.ts';
import { drawGround } from './parts/draw-ground.ts';
import type { Sketch } from './parts/sketch.ts';
import { gripOf } from './props/carry.ts';
import { drawRoom } from './props/draw-props.ts';
import { cameraOf, type View } from './view/camera.ts';
import { createStage } from './view/stage.ts';

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
  /** 0 when breathed out, 1 when breathed in. */
  readonly breath?: number;
  /** An arrow for the way that something takes. */
  readonly arrow?: ArrowWay;
};

/** A figure that can be drawn again and again: the same keys in every frame, one after the other as they are painted. */
export type Figure = {
  /** Draws coordinates in radians and metres, in the order of `coordinateNames`. */
  readonly draw: (values: Float64Array, extras?: FigureExtras) => Drawing;
};

/** Space around what is drawn, in centimetres. */
const marginCm = 5;

/** What a picture of 64 px cannot show. */
const thinKey = /^(?:eye|ear|mouth|nose|(?:left|right)-leg-(?:sock|sole))/;

/** Prepares a figure. */
export function createFigure(look: FigureLook = {}): Figure {
  const { view = 'side', side = 'right', build = builds.woman, props = [], detail = 'full', frame } = look;
  const camera = cameraOf(view, side);
  const stage = createStage(camera);
  const person = createPerson(build);
  const shadow = createPerson(build);
  const pen = createPen();
  const sketch: Sketch = { pen, person };
  const room = drawRoom(pen, camera, props);
  const roomBounds = { ...pen.bounds };
  const isSmall = detail === 'small';
  const parts: Parts = { sketch, camera, stage, build, props, isSmall };
  const isCovered = props.some(({ kind }) => kind === 'mat');
  return {
    draw: (values, { muscles = [], ghost, arrow, breath } = {}) => {
      Object.assign(pen.bounds, roomBounds);
      const arrows = arrow === undefined ? [] : [drawArrow(pen, stage, arrow)];
      stage.place(values);
      person.place(stage.table, breath);
      const body = drawBody(parts, values, muscles);
      const behind = ghost === undefined ? [] : [drawShadow(parts, shadow, ghost)];
      const ground = drawGround(pen, camera, { frame, isCovered, isSmall });
      const shapes: readonly Shape[] = [ground, ...room, ...behind, ...body, ...arrows];
      return {
        viewBox: frame ?? boxAround(pen.bounds),
        shapes: isSmall ? shapes.filter(({ key }) => !thinKey.test(key)) : shapes,
      };
    },
  };
}

/** The shadow of another posture. Leaves the stage in it. */
function drawShadow({ sketch, stage, props }: Parts, shadow: Person, values: Float64Array): Shape {
  stage.place(values);
  shadow.place(stage.table);
  const grips = { right: gripOf('right', values, props), left: gripOf('left', values, props) };
  return drawGhost(sketch.pen, { person: sketch.person, shadow, grips });
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

function boxAround({ left, top, right, bottom }: Bounds): ViewBox {
  return {
    x: left - marginCm,
    y: top - marginCm,
    width: right - left + 2 * marginCm,
    height: bottom - top + 2 * marginCm,
  };
}
