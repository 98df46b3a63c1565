import { keyframeOf, poseToArray, type Movement } from '@psoas/body';
import { createMuscleLights, drawFigure, figureToSvg } from '@psoas/figure';
import type { Side } from '@psoas/kernel';

/** Which posture of a movement is drawn, what lights up, and under which title. */
export type PictureChoice = {
  readonly side: Side;
  readonly keyframe: string;
  /** The muscles that light up, by their names in the knowledge; the model knows three of them by heart. */
  readonly muscles: readonly string[];
  readonly title: string;
};

const inModel: ReadonlyMap<string, string> = new Map([
  ['psoas-major', 'psoas_r'],
  ['iliacus', 'iliacus_r'],
  ['rectus-femoris', 'rectus_femoris_r'],
]);

/** A posture of an exercise as an SVG document. The figure mirrors itself: postures are for the right side. */
export function exerciseToSvg(movement: Movement, { side, keyframe, muscles, title }: PictureChoice): string {
  const { pose } = keyframeOf(movement, keyframe);
  const lights = createMuscleLights(
    muscles.flatMap((muscle) => {
      const name = inModel.get(muscle);
      return name === undefined ? [] : [name];
    }),
  );
  const props = movement.variants.find((each) => each.keyframe.id === keyframe)?.props ?? movement.props;
  const look = { view: movement.view, side, props, muscles: lights(poseToArray(pose)) };
  return `${figureToSvg(drawFigure(pose, look), { title, theme: 'light' })}\n`;
}
