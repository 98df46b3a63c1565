import type { MotionColumns, MotionNote } from './motion.ts';

const knees = ['knee_angle_r', 'knee_angle_l'];

/** A knee seldom opens beyond this many degrees past straight. */
const pastStraight = 5;
const neverPastStraight = 20;

/**
 * Knee flexion as a positive number. Some models (gait2392 and its kin) count it downwards: then the deepest bend is
 * negative and larger than anything positive, and the middle value is negative, or the bend deeper than any knee opens.
 * Both knees follow one model and are turned together. Takes and gives degrees.
 */
export function turnKneeSign(columns: MotionColumns): {
  readonly columns: MotionColumns;
  readonly notes: readonly MotionNote[];
} {
  const values = Float64Array.from(knees.flatMap((knee) => columns[knee] ?? [])).sort();
  const lowest = values[0] ?? 0;
  const highest = values.at(-1) ?? 0;
  const median = values[Math.floor(values.length / 2)] ?? 0;
  const countsDown =
    lowest < -pastStraight && -lowest > highest && (median < 0 || lowest < -neverPastStraight);
  if (!countsDown) return { columns, notes: [] };
  const turned = Object.entries(columns).map(([name, column]): [string, readonly number[]] =>
    knees.includes(name) ? [name, column.map((value) => (value === 0 ? 0 : -value))] : [name, column],
  );
  return { columns: Object.fromEntries(turned), notes: [{ id: 'knee-sign-turned', lowestDegrees: lowest }] };
}
