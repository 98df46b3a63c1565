import { err, ok, type Result } from '@psoas/kernel';
import { toTenth } from './to-tenth.ts';

/** A place on a picture as shares of its width (from the left) and its height (from the top), 0 to 1. */
export type PhotoPoint = { readonly x: number; readonly y: number };

/**
 * What the person marks: the bony point at the outer hip, the middle of the kneecap, and a third place so that the
 * line from the hip to it runs as the tabletop does. With that line a tilted picture gives the same angle.
 */
export type PhotoPoints = { readonly hip: PhotoPoint; readonly knee: PhotoPoint; readonly level: PhotoPoint };

/** The picture as it is shown, the right way up. */
export type PhotoSize = { readonly widthPixels: number; readonly heightPixels: number };

/** Why three points give no angle. */
export type PhotoFault =
  /** Two points lie on each other: the angle would be chance. Share of the longer edge of the picture. */
  | { readonly kind: 'points-too-close'; readonly from: 'hip'; readonly to: 'knee' | 'level'; readonly share: number; readonly minShare: number }
  /** The tabletop runs too steeply: the picture lies on its side. Degrees from the picture's own horizontal. */
  | { readonly kind: 'picture-on-its-side'; readonly degrees: number; readonly maxDegrees: number };

/** At a tenth of the picture, a slip of one hundredth is already 6 degrees. Own choice. */
const minShare = 0.1;
/** A table steeper than this in the picture means that up and down cannot be told. Own choice. */
const maxTiltDegrees = 45;

/**
 * [ME-02] The thigh's angle above (+) or below (-) the line of the tabletop in degrees, to a tenth. It does not matter
 * to which side the person looks, nor on which side of the hip the third point lies.
 */
export function thighAngleOnPhoto(points: PhotoPoints, size: PhotoSize): Result<number, PhotoFault> {
  const thigh = arrow(points.hip, points.knee, size);
  const table = arrow(points.hip, points.level, size);
  const longest = Math.max(size.widthPixels, size.heightPixels);
  for (const [to, { right, up }] of [['knee', thigh], ['level', table]] as const) {
    const share = Math.hypot(right, up) / longest;
    if (!(share >= minShare)) return err({ kind: 'points-too-close', from: 'hip', to, share, minShare });
  }
  const tilt = degrees(Math.atan2(Math.abs(table.up), Math.abs(table.right)));
  if (tilt > maxTiltDegrees) return err({ kind: 'picture-on-its-side', degrees: toTenth(tilt), maxDegrees: maxTiltDegrees });
  // Turned so that the table points to the right of the picture; its left normal then points up.
  const along = table.right < 0 ? { right: -table.right, up: -table.up } : table;
  const outwards = Math.abs(along.right * thigh.right + along.up * thigh.up);
  const upwards = along.right * thigh.up - along.up * thigh.right;
  return ok(toTenth(degrees(Math.atan2(upwards, outwards))));
}

type Arrow = { readonly right: number; readonly up: number };

function arrow(from: PhotoPoint, to: PhotoPoint, { widthPixels, heightPixels }: PhotoSize): Arrow {
  return { right: (to.x - from.x) * widthPixels, up: (from.y - to.y) * heightPixels };
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
