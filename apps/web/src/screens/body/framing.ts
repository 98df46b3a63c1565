import {
  bodyIndex,
  createPlaces,
  jointCentres,
  joints,
  placeBodies,
  placePoint,
  poseToArray,
  type Place,
  type Pose,
} from '@psoas/body';
import { cameraOf, spotOf, type Camera } from '@psoas/figure/bones';

/** From where the body is seen: `turn` 0 is from the front, 90 from its right; `tilt` is from above. Degrees. */
export type Sight = { readonly turnDegrees: number; readonly tiltDegrees: number };

/** Sights with a name, for a moving right leg. */
export const sights = {
  front: { turnDegrees: 0, tiltDegrees: 0 },
  'three-quarter': { turnDegrees: 52, tiltDegrees: 8 },
  side: { turnDegrees: 90, tiltDegrees: 0 },
  back: { turnDegrees: 180, tiltDegrees: 0 },
} as const satisfies Readonly<Record<string, Sight>>;

/** A sight as in a mirror: what is right becomes left. */
export function mirrored({ turnDegrees, tiltDegrees }: Sight): Sight {
  return { turnDegrees: (360 - turnDegrees) % 360, tiltDegrees };
}

/** How much of the body is seen. */
export const zooms = ['closer', 'normal', 'wider'] as const;
export type Zoom = (typeof zooms)[number];

/** The eight directions from which the body is seen, in the order of growing turn. */
export const directions = [
  'front',
  'front-right',
  'right',
  'back-right',
  'back',
  'back-left',
  'left',
  'front-left',
] as const;
export type DirectionName = (typeof directions)[number];

const steepest = 50;
const sizeCentimetres: { readonly [Name in Zoom]: number } = { closer: 54, normal: 78, wider: 140 };

/** The camera of a sight. */
export function cameraOfSight({ turnDegrees, tiltDegrees }: Sight): Camera {
  return cameraOf({ azimuthDegrees: 90 - turnDegrees, elevationDegrees: tiltDegrees }, 'right');
}

/** A sight turned further; the turn stays within 0 to 359, the tilt within what looks right. */
export function turned({ turnDegrees, tiltDegrees }: Sight, by: Sight): Sight {
  const turn = (turnDegrees + by.turnDegrees) % 360;
  return {
    turnDegrees: turn < 0 ? turn + 360 : turn,
    tiltDegrees: Math.max(-20, Math.min(steepest, tiltDegrees + by.tiltDegrees)),
  };
}

/** The direction from which a sight looks, in one of eight words. */
export function directionOf({ turnDegrees }: Sight): DirectionName {
  return directions[Math.round(turnDegrees / 45) % directions.length] ?? 'front';
}

/** The part of the picture that is shown, and how far shapes are moved so that the hips stay where they are. */
export type Frame = { readonly viewBox: string; readonly shiftX: number; readonly shiftY: number };

/**
 * Frames a posture. The middle between the hips stays in its place while joints move; what surrounds it is chosen by
 * the posture's start, so that the picture holds still under a slider.
 */
export function frameOf(
  start: Pose,
  values: Float64Array,
  view: { readonly camera: Camera; readonly zoom: Zoom },
): Frame {
  const hips = spotOf(view.camera, hipMiddle(values));
  const centre = spotOf(view.camera, centreOf(start, view.zoom));
  const size = sizeCentimetres[view.zoom];
  const corner = (middle: number): string => (middle - size / 2).toFixed(2);
  return {
    viewBox: `${corner(centre.x)} ${corner(centre.y)} ${size} ${size}`,
    shiftX: -hips.x,
    shiftY: -hips.y,
  };
}

function hipMiddle(values: Float64Array): Place {
  const { femur_r: right, femur_l: left } = jointCentres(values, 1);
  return between(right, left);
}

const torso = { body: bodyIndex('torso'), centreMetres: [-0.01, 0.11, 0] as const };

/** The middle of what should be seen, from the middle of the hips. */
function centreOf(start: Pose, zoom: Zoom): Place {
  const values = poseToArray(start);
  const hips = hipMiddle(values);
  const places = createPlaces();
  placeBodies(joints, values, places);
  const chest = new Float64Array(3);
  placePoint(places, torso, chest, 0);
  const up: Place = [(chest[0] ?? 0) - hips[0], (chest[1] ?? 0) - hips[1], (chest[2] ?? 0) - hips[2]];
  if (zoom === 'closer') return [up[0] * 0.35, up[1] * 0.35, up[2] * 0.35];
  const { tibia_r: right, tibia_l: left } = jointCentres(values, 1);
  const knees = between(right, left);
  const down: Place = [knees[0] - hips[0], knees[1] - hips[1], knees[2] - hips[2]];
  return zoom === 'normal' ? between(up, down) : [down[0] * 0.6, down[1] * 0.6, down[2] * 0.6];
}

function between(first: Place, second: Place): Place {
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2, (first[2] + second[2]) / 2];
}
