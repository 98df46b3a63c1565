import { poseToArray, type Pose } from '@psoas/body';
import { createFigure, type FigureLook } from './draw-figure.ts';
import type { ViewBox } from './drawing.ts';

/** One frame around all postures of a movement, so that the camera stands still. */
export function frameOf(poses: readonly Pose[], look: FigureLook = {}): ViewBox {
  const { frame: _, ...rest } = look;
  const figure = createFigure(rest);
  const boxes = poses.map((pose) => figure.draw(poseToArray(pose)).viewBox);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
