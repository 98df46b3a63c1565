import type { ThomasAnswer } from '../answers/index.ts';
import type { Reading } from './read-half-kneeling.ts';

/** Below this bend of the hanging knee the two-joint flexors count as short (source S5). */
export const shortRectusKneeDegrees = 67;

/**
 * The thigh's angle above the edge, in degrees; negative below it: arcsin(height / length) (source S3).
 * Height must not exceed the length.
 */
export function thighAngleDegrees({ heightCentimetres, thighCentimetres }: Pick<ThomasAnswer, 'heightCentimetres' | 'thighCentimetres'>): number {
  return (Math.asin(heightCentimetres / thighCentimetres) * 180) / Math.PI;
}

/** Reads the modified Thomas test with the pelvis held flat (F-12, F-13). Not for use when it was not held (F-14). */
export function readThomas(answer: ThomasAnswer): Reading {
  const isAbove = answer.heightCentimetres > 0;
  const knee = answer.kneeDegrees;
  return {
    rule: knee !== undefined && knee < shortRectusKneeDegrees ? 'F-13' : 'F-12',
    reads: { tight: isAbove ? 'yes' : 'no', ...(knee !== undefined && { rectusFemoris: knee < shortRectusKneeDegrees ? 'yes' : 'no' }) },
    claims: ['C302'],
  };
}
