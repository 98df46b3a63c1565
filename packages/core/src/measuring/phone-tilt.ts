/** How a phone lies, as the browser tells it: turned about its short axis (-180 to 180) and its long one (-90 to 90). */
export type Tilt = { readonly betaDegrees: number; readonly gammaDegrees: number };

/** Which end of the phone, held upright, points to the knee. */
export type KneeEnd = 'top' | 'bottom' | 'left' | 'right';

/** Where up is, seen from the phone: shares of its right edge, its top edge and its screen; of length 1. */
export type Up = { readonly right: number; readonly top: number; readonly screen: number };

/**
 * Up as the phone feels it, from its two angles (W3C Device Orientation: the third row of Z-X'-Y''). Unlike the angles
 * it does not jump where they do, near upright or upside down, and does not ask where north is.
 */
export function upOf({ betaDegrees, gammaDegrees }: Tilt): Up {
  const [beta, gamma] = [radians(betaDegrees), radians(gammaDegrees)];
  return { right: -Math.cos(beta) * Math.sin(gamma), top: Math.sin(beta), screen: Math.cos(beta) * Math.cos(gamma) };
}

/** How far the end at the knee lies above (+) or below (-) the other end, in degrees; rolling about that line changes nothing. */
export function elevationDegrees(up: Up, kneeEnd: KneeEnd): number {
  const share = { top: up.top, bottom: -up.top, right: up.right, left: -up.right }[kneeEnd];
  return degrees(Math.asin(Math.min(1, Math.max(-1, share))));
}

/** By how much two ways of lying differ, in degrees from 0 to 180. */
export function turnBetween(one: Up, other: Up): number {
  // The chord is exact for the small angles that stillness is about, where the cosine is blind.
  const chord = Math.hypot(one.right - other.right, one.top - other.top, one.screen - other.screen);
  return degrees(2 * Math.asin(Math.min(1, chord / 2)));
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
