import { createBodyModel, createPoseEvaluator, keyframeOf, poseToArray, type Movement } from '@psoas/body';
import { drawFigure, figureToSvg, psoasStandIn, type MusclePath } from '@psoas/figure';
import type { Side } from '@psoas/kernel';

/** Which posture of a movement is drawn, and under which title. */
export type PictureChoice = { readonly side: Side; readonly keyframe: string; readonly title: string };

/** A posture of an exercise as an SVG document. */
export function exerciseToSvg(movement: Movement, { side, keyframe, title }: PictureChoice): string {
  const { pose } = keyframeOf(movement, keyframe);
  const muscle: MusclePath = {
    ...psoasStandIn(poseToArray(pose), 'right'),
    changeShare: psoasChange(pose),
  };
  const props = movement.variants.find((each) => each.keyframe.id === keyframe)?.props ?? movement.props;
  const drawing = drawFigure(pose, { view: movement.view, side, props, muscles: [muscle] });
  return `${figureToSvg(drawing, { title, theme: 'light' })}\n`;
}

function psoasChange(pose: Movement['keyframes'][number]['pose']): number {
  const evaluated = createPoseEvaluator(createBodyModel())(pose);
  if (!evaluated.ok) return 0;
  return evaluated.value.muscles.find(({ name }) => name === 'psoas_r')?.changeShare ?? 0;
}
