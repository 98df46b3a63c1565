import { keyframeOf, poseToArray, workingPosture, type Keyframe, type Movement, type Prop } from '@psoas/body';
import { createFigure, createMuscleLights, frameOf, modelMuscles, paintedPaths, viewBoxText, type Drawing } from '@psoas/figure';
import type { Side } from '@psoas/kernel';
import { element, type PaperElement } from './element.ts';

/** What is drawn of an exercise. */
export type PictureWish = {
  readonly side: Side;
  readonly variant: string | undefined;
  /** The muscles that are drawn black, by their names in the knowledge. */
  readonly muscles: readonly string[];
};

/** A posture as a picture in black and white. */
export type Picture = { readonly at: 'start' | 'end'; readonly drawing: Drawing };

/** [PA-05] Where an exercise starts and where it leads, in one frame; only the end where it has no other start. */
export function picturesOf(movement: Movement, { side, variant, muscles }: PictureWish): readonly Picture[] {
  const { start, end, props } = posturesOf(movement, variant);
  const look = { view: movement.view, side, props };
  const shown = start === undefined ? [end] : [start, end];
  const figure = createFigure({ ...look, frame: frameOf(shown.map(({ pose }) => pose), look) });
  const lights = createMuscleLights(modelMuscles(muscles, 'right'));
  return shown.map((keyframe) => {
    const values = poseToArray(keyframe.pose);
    return { at: keyframe === end ? 'end' : 'start', drawing: figure.draw(values, { muscles: lights(values) }) };
  });
}

type Postures = { readonly start?: Keyframe; readonly end: Keyframe; readonly props: readonly Prop[] };

// A variant is a posture of its own, with its own props where it has some.
function posturesOf(movement: Movement, variant: string | undefined): Postures {
  const form = movement.variants.find(({ id }) => id === variant);
  if (form !== undefined) return { end: form.keyframe, props: form.props.length > 0 ? form.props : movement.props };
  const end = keyframeOf(movement, movement.shows);
  const start = movement.keyframes.find(({ id }) => id === startOf(movement));
  return { ...(start !== undefined && start !== end && { start }), end, props: movement.props };
}

// A repetition starts where it comes from; a hold where the person gets into place.
function startOf(movement: Movement): string | undefined {
  const { repetition, shows, keyframes } = movement;
  if (repetition.length === 0) return keyframes[0]?.id;
  const from = workingPosture(movement);
  return from === shows ? repetition.find(({ to }) => to !== shows)?.to : from;
}

/** A picture as SVG, with what it shows in words. */
export function pictureElement({ drawing }: Picture, label: string): PaperElement {
  const paths = paintedPaths(drawing, { theme: 'print' }).map(({ d, fill, edge }) =>
    element('path', { d, fill, ...(edge && { stroke: edge.colour, 'stroke-width': String(edge.widthCm), 'paint-order': 'stroke' }) }),
  );
  return element('svg', { viewBox: viewBoxText(drawing), role: 'img', 'aria-label': label }, paths);
}
