import { err, ok, type Result } from '@psoas/kernel';
import { bodyIndex } from '../model/body-names.ts';
import { joints } from '../model/joints.ts';
import type { BodyModel } from '../muscle/body-model.ts';
import { createPlaces, placeBodies, placePoint, placeSize } from '../pose/place-bodies.ts';
import { coordinateIndex } from '../pose/coordinates.ts';
import { checkPose, poseToArray, type PoseError } from '../pose/pose.ts';
import { segments, type Segment } from './segments.ts';

/** A figure with the range that its sources leave open. */
export type NewtonMetres = { readonly low: number; readonly typical: number; readonly high: number };

/** What the muscles have to turn the hip with so that the leg stays where it is. */
export type LegMoment = {
  /** Positive: the flexors hold the leg. */
  readonly hipFlexion: NewtonMetres;
  /** Positive: the adductors hold the leg, negative: the abductors. */
  readonly hipAdduction: NewtonMetres;
};

/** Whose leg it is. `side` names the leg that hangs free: nothing else may carry it. */
export type LegLoad = { readonly side: 'left' | 'right'; readonly bodyMassKg: number };

/** A body mass that is not a positive number. */
export type MassError = { readonly kind: 'not-positive'; readonly bodyMassKg: number };

const gravity = 9.81;
/** Thigh, shin, foot and toes stand one after the other in `bodyNames`. */
const legBodies = 4;

/**
 * What the weight of one free leg asks of the hip muscles, in newton metres, for a pose in the world: gravity pulls
 * down (-Y), and the pelvis coordinates say how the body lies (on the back: `pelvis_tilt` 90). Thigh, shin and foot
 * as rigid parts at rest; what the muscles of the other side of the joint add by holding against them is left out.
 *
 * The range comes from the mass of a leg, 15.6 to 21 % of the body's in the tables (`data/segments.json`: de Leva
 * 1996, Winter 2009, from memory), all parts light or all parts heavy together; people differ further by build.
 */
export function hipMomentOfLeg(
  model: BodyModel,
  pose: { readonly [name: string]: number | undefined },
  { side, bodyMassKg }: LegLoad,
): Result<LegMoment, PoseError | MassError> {
  if (!(bodyMassKg > 0 && Number.isFinite(bodyMassKg))) return err({ kind: 'not-positive', bodyMassKg });
  const checked = checkPose(pose);
  if (!checked.ok) return checked;
  const values = poseToArray(checked.value);
  const places = createPlaces();
  placeBodies(joints, values, places);
  const femur = bodyIndex(side === 'left' ? 'femur_l' : 'femur_r');
  const axes = hipAxes(places, values, side);
  const centre = new Float64Array(3);
  const parts = segments
    .filter(({ body }) => body >= femur && body < femur + legBodies)
    .map((segment) => {
      placePoint(places, segment, centre, 0);
      const x = model.scale * ((centre[0] ?? 0) - (places[femur * placeSize] ?? 0));
      const z = model.scale * ((centre[2] ?? 0) - (places[femur * placeSize + 2] ?? 0));
      // What holds a part up against its weight w: (x, y, z) × (0, w, 0) = (-z w, 0, x w).
      return { segment, newtonMetresPerShare: [-z, x].map((arm) => arm * bodyMassKg * gravity) };
    });
  const about = ([axisX, axisZ]: readonly [number, number]): NewtonMetres => {
    const sum = (shareOf: (segment: Segment) => number): number =>
      parts.reduce(
        (total, { segment, newtonMetresPerShare: [x = 0, z = 0] }) =>
          total + shareOf(segment) * (x * axisX + z * axisZ),
        0,
      );
    const light = sum(({ massShareRange }) => massShareRange[0]);
    const heavy = sum(({ massShareRange }) => massShareRange[1]);
    return {
      low: Math.min(light, heavy),
      typical: sum(({ massShare }) => massShare),
      high: Math.max(light, heavy),
    };
  };
  return ok({ hipFlexion: about(axes.flexion), hipAdduction: about(axes.adduction) });
}

type Axes = {
  readonly flexion: readonly [number, number];
  readonly adduction: readonly [number, number];
};

/** X and Z, in the world, of the axes that hip flexion and hip adduction turn about. */
function hipAxes(places: Float64Array, values: Float64Array, side: 'left' | 'right'): Axes {
  const flexion = values[coordinateIndex(side === 'left' ? 'hip_flexion_l' : 'hip_flexion_r')] ?? 0;
  // The pelvis' rotation begins after its origin; adduction turns about its X axis once flexion has turned that.
  const sign = side === 'left' ? -1 : 1;
  const across = (row: number): number =>
    sign * ((places[3 + 3 * row] ?? 0) * Math.cos(flexion) + (places[4 + 3 * row] ?? 0) * Math.sin(flexion));
  return { flexion: [places[5] ?? 0, places[11] ?? 0], adduction: [across(0), across(2)] };
}
