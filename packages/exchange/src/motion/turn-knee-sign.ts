import { sides } from '@psoas/kernel';
import { kneeAngleOf } from './coordinate-names.ts';
import type { MotionColumns, MotionNote } from './motion.ts';

/** A knee seldom opens beyond this many degrees past straight. */
const pastStraight = 5;
const neverPastStraight = 20;

/**
 * Knee flexion as a positive number. Some models (gait2392 and its kin) count it downwards: then the deepest bend is
 * negative and larger than anything positive, and the middle value is negative, or it is 0 and the bend deeper than any
 * knee opens. Each knee is judged by its own values. Takes and gives degrees.
 */
export function turnKneeSign(columns: MotionColumns): {
  readonly columns: MotionColumns;
  readonly notes: readonly MotionNote[];
} {
  const turned: { [coordinate: string]: readonly number[] } = { ...columns };
  const notes: MotionNote[] = [];
  for (const side of sides) {
    const knee = kneeAngleOf(side);
    const values = columns[knee] ?? [];
    const lowestDegrees = lowestOfDownwards(values);
    if (lowestDegrees === undefined) continue;
    turned[knee] = values.map((value) => (value === 0 ? 0 : -value));
    notes.push({ id: 'knee-sign-turned', side, lowestDegrees });
  }
  return { columns: turned, notes };
}

// The deepest bend where a knee counts downwards; undefined where it counts upwards.
function lowestOfDownwards(column: readonly number[]): number | undefined {
  const values = Float64Array.from(column).sort();
  const lowest = values[0] ?? 0;
  const highest = values.at(-1) ?? 0;
  const median = values[Math.floor(values.length / 2)] ?? 0;
  const isDeep = lowest < -pastStraight && -lowest > highest;
  return isDeep && (median < 0 || (median === 0 && lowest < -neverPastStraight)) ? lowest : undefined;
}
