import { keyframeOf, poseToArray, type Movement } from '@psoas/body';
import { createMuscleLights, drawFigure, figureToSvg, modelMuscles } from '@psoas/figure';
import type { Side } from '@psoas/kernel';

/** Which posture of a movement is drawn, what lights up, and under which title. */
export type PictureChoice = {
  readonly side: Side;
  readonly keyframe: string;
  /** The muscles that light up, by their names in the knowledge. */
  readonly muscles: readonly string[];
  readonly title: string;
};

/** A posture of an exercise as an SVG document. The figure mirrors itself: postures are for the right side. */
export function exerciseToSvg(movement: Movement, { side, keyframe, muscles, title }: PictureChoice): string {
  const { pose } = keyframeOf(movement, keyframe);
  const lights = createMuscleLights(modelMuscles(muscles, 'right'));
  const props = movement.variants.find((each) => each.keyframe.id === keyframe)?.props ?? movement.props;
  const look = { view: movement.view, side, props, muscles: lights(poseToArray(pose)) };
  return `${figureToSvg(drawFigure(pose, look), { title, theme: 'light' })}\n`;
}
