import { err, ok, perSide, sides, type PerSide, type Result, type Side } from '@psoas/kernel';
import { hipFlexionOf, kneeAngleOf, lengthCoordinates } from './coordinate-names.ts';
import {
  summariseCurve,
  summariseHip,
  type CurveSummary,
  type HipSummary,
  type Sample,
} from './summarise.ts';
import type { Motion } from './motion.ts';
import type { UnusableMotion } from './motion-problem.ts';

/** The muscles whose length is followed. */
export const followedMuscles = ['psoas', 'iliacus', 'rectus_femoris'] as const;

/** A followed muscle, without its side. */
export type FollowedMuscle = (typeof followedMuscles)[number];

/** How long a muscle with its tendon is, and how much that is more or less than in neutral standing. */
export type MuscleLength = { readonly lengthMillimetres: number; readonly changePercent: number };

/** Lengths by muscle and side, as in `psoas_r`. */
export type MuscleLengths = { readonly [muscle: string]: MuscleLength };

/** A coordinate outside the range that the model is made for; the range in the coordinate's unit. */
export type OutsideRange = {
  readonly coordinate: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
};

/** The model: lengths in a posture, given in degrees by coordinate name; one left out is 0. */
export type LengthsAt = (coordinatesDegrees: {
  readonly [coordinate: string]: number;
}) => Result<MuscleLengths, OutsideRange>;

/** One moment of one side. `lengths` is absent where the posture is outside the model's range. */
export type MotionMoment = {
  readonly timeSeconds: number;
  readonly hipFlexionDegrees: number;
  readonly lengths?: { readonly [muscle in FollowedMuscle]?: MuscleLength };
};

/** A moment that was left out on one side, and which coordinate was outside the model's range. Row counts from 1. */
export type LeftOutRow = OutsideRange & {
  readonly side: Side;
  readonly row: number;
  readonly timeSeconds: number;
};

/** What a motion does to the hip and its flexors on one side. */
export type SideAnalysis = {
  readonly moments: readonly MotionMoment[];
  /** Absent where every moment was left out. */
  readonly hip?: HipSummary;
  /** By muscle; the rectus femoris only where the file has the knee. */
  readonly muscles: { readonly [muscle in FollowedMuscle]?: CurveSummary };
};

/** The whole analysis. A side that is not in the file is absent. */
export type MotionAnalysis = {
  readonly name: string;
  readonly rowCount: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly sides: Partial<PerSide<SideAnalysis>>;
  /** Every moment that does not count, in order of time. Never clipped: a length at a wrong angle would be made up. */
  readonly leftOut: readonly LeftOutRow[];
};

/**
 * Follows the hip and the lengths of its flexors through a motion (MOT-11, MOT-12). A moment outside the model's range
 * counts for nothing on its side and is listed.
 */
export function analyseMotion(motion: Motion, lengthsAt: LengthsAt): MotionAnalysis {
  const leftOut: LeftOutRow[] = [];
  const present = sides.filter((side) => motion.columns[hipFlexionOf(side)] !== undefined);
  const moments = perSide((): MotionMoment[] => []);
  for (const [index, timeSeconds] of motion.timesSeconds.entries()) {
    const both = lengthsAt(postureAt(motion, index, present));
    for (const side of present) {
      const found = both.ok || present.length === 1 ? both : lengthsAt(postureAt(motion, index, [side]));
      const hipFlexionDegrees = motion.columns[hipFlexionOf(side)]?.[index] ?? 0;
      const moment = { timeSeconds, hipFlexionDegrees };
      if (found.ok) moments[side].push({ ...moment, lengths: lengthsOfSide(motion, found.value, side) });
      else {
        moments[side].push(moment);
        leftOut.push({ side, row: index + 1, timeSeconds, ...outsideOnly(found.error) });
      }
    }
  }
  return {
    name: motion.name,
    rowCount: motion.timesSeconds.length,
    startSeconds: motion.timesSeconds[0] ?? 0,
    endSeconds: motion.timesSeconds.at(-1) ?? 0,
    sides: Object.fromEntries(present.map((side) => [side, analyseSide(moments[side])])),
    leftOut,
  };
}

/** Refuses an analysis in which no moment counts on any side (MOT-18), with the first reason. */
export function requireUsableRow(analysis: MotionAnalysis): Result<MotionAnalysis, UnusableMotion> {
  const [first] = analysis.leftOut;
  if (first === undefined || Object.values(analysis.sides).some(({ hip }) => hip !== undefined))
    return ok(analysis);
  const { row, coordinate, value, min, max } = first;
  return err({ id: 'no-usable-row', rows: analysis.rowCount, row, coordinate, value, min, max });
}

function postureAt(
  motion: Motion,
  index: number,
  asked: readonly Side[],
): { readonly [coordinate: string]: number } {
  const posture: { [coordinate: string]: number } = {};
  for (const coordinate of [
    ...lengthCoordinates.middle,
    ...asked.flatMap((side) => lengthCoordinates[side]),
  ]) {
    const value = motion.columns[coordinate]?.[index];
    if (value !== undefined) posture[coordinate] = value;
  }
  return posture;
}

// Without the knee the rectus femoris could be any length.
function lengthsOfSide(
  motion: Motion,
  lengths: MuscleLengths,
  side: Side,
): { readonly [muscle in FollowedMuscle]?: MuscleLength } {
  const suffix = side === 'right' ? 'r' : 'l';
  const hasKnee = motion.columns[kneeAngleOf(side)] !== undefined;
  const found: { [muscle in FollowedMuscle]?: MuscleLength } = {};
  for (const muscle of followedMuscles) {
    const length = lengths[`${muscle}_${suffix}`];
    if (length === undefined || (muscle === 'rectus_femoris' && !hasKnee)) continue;
    found[muscle] = { lengthMillimetres: length.lengthMillimetres, changePercent: length.changePercent };
  }
  return found;
}

function outsideOnly({ coordinate, value, min, max }: OutsideRange): OutsideRange {
  return { coordinate, value, min, max };
}

function analyseSide(moments: readonly MotionMoment[]): SideAnalysis {
  const muscles: { [muscle in FollowedMuscle]?: CurveSummary } = {};
  for (const muscle of followedMuscles) {
    const summary = summariseCurve(
      moments.map(({ timeSeconds, lengths }) => ({ timeSeconds, length: lengths?.[muscle] })),
    );
    if (summary !== undefined) muscles[muscle] = summary;
  }
  const samples = moments.map(({ timeSeconds, hipFlexionDegrees, lengths }): Sample => ({
    timeSeconds,
    value: lengths === undefined ? undefined : hipFlexionDegrees,
  }));
  const hip = summariseHip(samples);
  return { moments, ...(hip === undefined ? {} : { hip }), muscles };
}
