import { err, ok } from '@psoas/kernel';
import type { LengthsAt, MuscleLength } from '../analyse-motion.ts';

/** A stand-in for the body: lengths that follow hip and knee in a straight line. Not a model of anybody. */
export const simpleLengths: LengthsAt = (posture) => {
  const hips = ['hip_flexion_r', 'hip_flexion_l'];
  for (const coordinate of hips) {
    const value = posture[coordinate] ?? 0;
    if (value < -40 || value > 135) return err({ coordinate, value, min: -40, max: 135 });
  }
  const ofSide = (suffix: string): readonly (readonly [string, MuscleLength])[] => {
    const hip = posture[`hip_flexion_${suffix}`] ?? 0;
    const knee = posture[`knee_angle_${suffix}`] ?? 0;
    return [
      [`psoas_${suffix}`, length(320, -0.65 * hip)],
      [`iliacus_${suffix}`, length(207, -0.7 * hip)],
      [`rectus_femoris_${suffix}`, length(411, -0.8 * hip + 0.8 * knee)],
    ];
  };
  return ok(Object.fromEntries([...ofSide('r'), ...ofSide('l')]));
};

function length(neutralMillimetres: number, change: number): MuscleLength {
  return {
    lengthMillimetres: neutralMillimetres + change,
    changePercent: (100 * change) / neutralMillimetres,
  };
}
