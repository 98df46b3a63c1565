import { keyframeOf, poseToArray, workingPosture, type Movement } from '@psoas/body';
import {
  builds,
  createFigure,
  createMuscleLights,
  frameOf,
  modelMuscles,
  type BuildName,
  type Drawing,
  type Figure,
  type FigureLook,
  type MuscleLights,
} from '@psoas/figure';

/** Which form of a movement is drawn, and how. */
export type StagingOptions = {
  readonly side: 'left' | 'right';
  readonly fault: string | undefined;
  readonly variant: string | undefined;
  readonly detail: 'full' | 'small';
  readonly build: BuildName;
  /** The muscles that light up, by their names in the knowledge. */
  readonly lights: readonly string[];
};

/** A movement with its figure, before anything moves. */
export type Still = {
  readonly movement: Movement;
  readonly look: FigureLook;
  readonly lights: readonly string[];
  readonly figure: Figure;
  readonly light: MuscleLights;
  /** The posture that stands for the movement, or its fault over a shadow of the right posture. */
  readonly draw: () => Drawing;
};

/** Prepares a movement for one side. The camera stands still: one frame holds all its postures. */
export function createStill(
  base: Movement,
  { side, fault, variant, detail, build, lights }: StagingOptions,
): Still {
  const movement = variantOf(base, variant);
  const faulty = movement.faults.find(({ id }) => id === fault);
  const poses = [
    ...movement.keyframes.map(({ pose }) => pose),
    ...(faulty === undefined ? [] : [faulty.pose]),
  ];
  const bare = { view: movement.view, side, detail, build: builds[build], props: movement.props };
  const look = { ...bare, frame: frameOf(poses, bare) };
  const figure = createFigure(look);
  const light = createMuscleLights(modelMuscles(lights, 'right'));
  return {
    movement,
    look,
    lights,
    figure,
    light,
    draw: () => {
      const right = poseToArray(keyframeOf(movement, faulty?.of ?? movement.shows).pose);
      if (faulty === undefined) return figure.draw(right, { muscles: light(right), ...shadowOf(movement) });
      const wrong = poseToArray(faulty.pose);
      return figure.draw(wrong, { muscles: light(wrong), ghost: right });
    },
  };
}

// Where a movement comes from, as a shadow; a hold has none.
function shadowOf(movement: Movement): { readonly ghost?: Float64Array } {
  const from = workingPosture(movement);
  if (movement.repetition.length === 0 || from === movement.shows) return {};
  return { ghost: poseToArray(keyframeOf(movement, from).pose) };
}

// A variant is a posture of its own, with its own props where it has some.
function variantOf(movement: Movement, id: string | undefined): Movement {
  const variant = movement.variants.find((each) => each.id === id);
  if (variant === undefined) return movement;
  const { keyframe, props } = variant;
  return {
    ...movement,
    props: props.length > 0 ? props : movement.props,
    keyframes: [keyframe],
    shows: keyframe.id,
    entry: [],
    repetition: [],
    faults: [],
    variants: [],
  };
}
