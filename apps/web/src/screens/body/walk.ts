import type { Pose } from '@psoas/body';

/** Where a leg is in a step. */
export type WalkPart = 'strike' | 'stance' | 'push' | 'swing';

/**
 * A schematic walking step of our own. `place` goes from 0 to 1 from one heel strike of the right leg to its next.
 * The hip swings evenly between 25 degrees forwards and 17 degrees back, as far as in recorded walking; the knee gives
 * a little under the weight and bends for the swing. The left leg is half a step away.
 */
export function walkingPose(place: number): Pose {
  return {
    hip_flexion_r: hipDegrees(place),
    knee_angle_r: kneeDegrees(place),
    hip_flexion_l: hipDegrees(place + 0.5),
    knee_angle_l: kneeDegrees(place + 0.5),
  };
}

/** What the leg is doing at a place of its step. */
export function walkPart(place: number): WalkPart {
  const within = place - Math.floor(place);
  if (within < 0.06 || within >= 0.96) return 'strike';
  if (within < 0.42) return 'stance';
  return within < 0.62 ? 'push' : 'swing';
}

function hipDegrees(place: number): number {
  return 4 + 21 * Math.cos(2 * Math.PI * place);
}

function kneeDegrees(place: number): number {
  return 4 + 12 * bump(place, 0.14, 0.07) + 54 * bump(place, 0.72, 0.1);
}

/** A soft rise to 1 around a place of the step, over the turn of the step too. */
function bump(place: number, centre: number, width: number): number {
  const away = place - centre - Math.round(place - centre);
  return Math.exp(-0.5 * (away / width) ** 2);
}
