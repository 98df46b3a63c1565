import { sides, type Side } from '@psoas/kernel';
import type { FollowedMuscle, MotionAnalysis } from './analyse-motion.ts';

/** A curve to draw: seconds and values. A value that is undefined is a gap. */
export type Curve = {
  readonly side: Side;
  readonly timesSeconds: readonly number[];
  readonly values: readonly (number | undefined)[];
};

/** The change of length of one muscle in percent of neutral standing, for each side that has it. */
export function changeCurves(analysis: MotionAnalysis, muscle: FollowedMuscle): readonly Curve[] {
  return sides.flatMap((side) => {
    const found = analysis.sides[side];
    if (found?.muscles[muscle] === undefined) return [];
    const timesSeconds = found.moments.map((moment) => moment.timeSeconds);
    return [
      { side, timesSeconds, values: found.moments.map((moment) => moment.lengths?.[muscle]?.changePercent) },
    ];
  });
}

/**
 * The extremes of all values as they are written, to a tenth of a percent, with 0 between them, so that both sides and
 * neutral standing fit one scale.
 */
export function percentRange(curves: readonly Curve[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const { values } of curves) {
    for (const value of values) {
      if (value === undefined) continue;
      low = Math.min(low, Math.round(value * 10) / 10);
      high = Math.max(high, Math.round(value * 10) / 10);
    }
  }
  return low === high ? { low: -1, high: 1 } : { low, high };
}
