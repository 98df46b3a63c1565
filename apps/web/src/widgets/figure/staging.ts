import {
  arrayToPose,
  coordinateCount,
  createTrack,
  mirrorPose,
  momentOf,
  poseToArray,
  type Moment,
  type Phase,
  type Prop,
} from '@psoas/body';
import { createFigure, createMuscleLights, modelMuscles, type Drawing } from '@psoas/figure';
import type { Still } from './still.ts';

/** A figure that can be drawn at any time of its movement. */
export type Staging = {
  /** Works out a way that will be gone; tells whether one was left. */
  readonly prepareNext: () => boolean;
  /** The figure in a phase; the very same drawing while nothing has changed. */
  readonly at: (
    phase: Phase,
    options: { readonly inTurn: boolean; readonly byKeyframes: boolean },
  ) => Drawing;
};

/** Makes a still figure able to move. */
export function createStaging({ movement, look, lights, figure, light }: Still): Staging {
  const draw = (at: Float64Array, breath: number): Drawing => figure.draw(at, { muscles: light(at), breath });
  // In turn: the same camera sees the other side work, so that nobody turns round between two repetitions.
  const turned = once(() => ({
    figure: createFigure({ ...look, props: movement.props.map(mirrorProp) }),
    light: createMuscleLights(modelMuscles(lights, 'left')),
  }));
  const drawTurned = (at: Float64Array, breath: number): Drawing => {
    const other = poseToArray(mirrorPose(arrayToPose(at)));
    return turned().figure.draw(other, { muscles: turned().light(other), breath });
  };
  const track = createTrack(movement);
  const values = new Float64Array(coordinateCount);
  let last: { readonly name: string; readonly drawing: Drawing } | undefined;
  return {
    prepareNext: track.prepareNext,
    at: (phase, { inTurn, byKeyframes }) => {
      const moment = momentOf(movement, phase);
      const { from, to, share, breath } = byKeyframes ? snapped(moment) : moment;
      const isTurned = inTurn && moment.repetition % 2 === 1;
      const name = [from, to, share, breath, isTurned].join(' ');
      if (name !== last?.name) {
        track.valuesBetween(from, to, share, values);
        last = { name, drawing: isTurned ? drawTurned(values, breath) : draw(values, breath) };
      }
      return last.drawing;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
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
