import {
  arrayToPose,
  coordinateCount,
  createTrack,
  keyframeOf,
  mirrorPose,
  momentOf,
  poseToArray,
  type Moment,
  type Movement,
  type Phase,
  type Prop,
} from '@psoas/body';
import { createFigure, createMuscleLights, frameOf, modelMuscles, type Drawing } from '@psoas/figure';

/** A movement with its figure, ready to be drawn at any time. */
export type Staging = {
  /** The posture that stands for the movement, or its fault over a shadow of the right posture. */
  readonly still: () => Drawing;
  /** Works out a way that will be gone; tells whether one was left. */
  readonly prepareNext: () => boolean;
  /** The figure in a phase. */
  readonly at: (
    phase: Phase,
    options: { readonly inTurn: boolean; readonly byKeyframes: boolean },
  ) => Drawing;
};

export type StagingOptions = {
  readonly side: 'left' | 'right';
  readonly fault: string | undefined;
  readonly variant: string | undefined;
  readonly detail: 'full' | 'small';
  /** The muscles that light up, by their names in the knowledge. */
  readonly lights: readonly string[];
};

/** Prepares a movement for one side. The camera stands still: one frame holds all its postures. */
export function createStaging(
  base: Movement,
  { side, fault, variant, detail, lights }: StagingOptions,
): Staging {
  const movement = variantOf(base, variant);
  const faulty = movement.faults.find(({ id }) => id === fault);
  const poses = [
    ...movement.keyframes.map(({ pose }) => pose),
    ...(faulty === undefined ? [] : [faulty.pose]),
  ];
  const props = [...movement.props];
  const look = { view: movement.view, side, detail, props };
  const frame = frameOf(poses, look);
  const figure = createFigure({ ...look, frame });
  const lightRight = createMuscleLights(modelMuscles(lights, 'right'));
  const draw = (at: Float64Array): Drawing => figure.draw(at, { muscles: lightRight(at) });
  // In turn: the same camera sees the other side work, so that nobody turns round between two repetitions.
  const turned = once(() => ({
    figure: createFigure({ ...look, props: props.map(mirrorProp), frame }),
    light: createMuscleLights(modelMuscles(lights, 'left')),
  }));
  const drawTurned = (at: Float64Array): Drawing => {
    const other = poseToArray(mirrorPose(arrayToPose(at)));
    return turned().figure.draw(other, { muscles: turned().light(other) });
  };
  const track = createTrack(movement);
  const values = new Float64Array(coordinateCount);
  return {
    prepareNext: track.prepareNext,
    still: () => {
      const right = poseToArray(keyframeOf(movement, faulty?.of ?? movement.shows).pose);
      if (faulty === undefined) return draw(right);
      const wrong = poseToArray(faulty.pose);
      return figure.draw(wrong, { muscles: lightRight(wrong), ghost: right });
    },
    at: (phase, { inTurn, byKeyframes }) => {
      const moment = momentOf(movement, phase);
      const { from, to, share } = byKeyframes ? snapped(moment) : moment;
      track.valuesBetween(from, to, share, values);
      return inTurn && moment.repetition % 2 === 1 ? drawTurned(values) : draw(values);
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
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

// With reduced motion the postures change, and nothing moves between them.
function snapped(moment: Moment): Moment {
  return { ...moment, share: moment.share < 0.5 ? 0 : 1, breath: 0 };
}

function mirrorProp(prop: Prop): Prop {
  if (!('fromMetres' in prop)) return prop;
  const [x, y, z] = prop.fromMetres;
  const [endX, endY, endZ] = prop.toMetres;
  return { ...prop, fromMetres: [x, y, -endZ], toMetres: [endX, endY, -z] };
}
