import { ok, type Result } from '@psoas/kernel';
import { coordinateCount } from '../pose/coordinates.ts';
import { jointCentres, type JointCentres } from '../pose/joint-centres.ts';
import { checkPose, poseToArray, type PoseError } from '../pose/pose.ts';
import { armCoordinates, type ArmCoordinate } from './arm-coordinates.ts';
import type { BodyModel, Muscle } from './body-model.ts';
import { armOffset, createMuscleEvaluator, muscleTableSize } from './evaluate-muscles.ts';

/** Length and lever arms of a muscle or of one of its lines in a posture. */
export type PathState = {
  readonly name: string;
  /** Origin to insertion, tendons included. */
  readonly lengthMetres: number;
  /** Longer (+) or shorter (-) than in neutral standing. */
  readonly changeMetres: number;
  /** The same as a share of the length in neutral standing. */
  readonly changeShare: number;
  /** Lever arms in metres. Positive: it turns the joint towards the coordinate's positive side. */
  readonly armMetres: { readonly [Name in ArmCoordinate]: number };
};

/** A muscle in a posture: the mean of its lines, weighted by strength, and the lines. */
export type MuscleState = PathState & { readonly lines: readonly PathState[] };

/** What the model knows of one posture. */
export type PoseEvaluation = {
  /** The joint on which each body turns, in the world, in metres. The pelvis gives its own origin. */
  readonly jointCentresMetres: JointCentres;
  /** All muscles, right then left. */
  readonly muscles: readonly MuscleState[];
};

/** Evaluates poses of one model: see `evaluatePose`. */
export type PoseEvaluator = (pose: {
  readonly [name: string]: number | undefined;
}) => Result<PoseEvaluation, PoseError>;

/** Makes the evaluator of a model, for many poses. It measures neutral standing once. */
export function createPoseEvaluator(model: BodyModel): PoseEvaluator {
  const measure = createMuscleEvaluator(model);
  const neutral = new Float64Array(muscleTableSize(model));
  measure(new Float64Array(coordinateCount), neutral);
  return (pose) => {
    const checked = checkPose(pose);
    if (!checked.ok) return checked;
    const values = poseToArray(checked.value);
    const table = new Float64Array(muscleTableSize(model));
    measure(values, table);
    return ok({
      jointCentresMetres: jointCentres(values, model.scale),
      muscles: model.muscles.map((muscle) => muscleState(model, muscle, { table, neutral })),
    });
  };
}

/**
 * Joint centres, muscle lengths, lever arms and length changes against neutral standing (all coordinates 0) in a
 * pose of degrees (metres for the pelvis' place); a coordinate left out is 0. Answers an error that names the
 * coordinate and its range when the model does not know it or is not made for it.
 */
export function evaluatePose(
  model: BodyModel,
  pose: { readonly [name: string]: number | undefined },
): Result<PoseEvaluation, PoseError> {
  return createPoseEvaluator(model)(pose);
}

type Tables = { readonly table: Float64Array; readonly neutral: Float64Array };

function muscleState(model: BodyModel, { name, lines, weights }: Muscle, tables: Tables): MuscleState {
  const weighted = lines.map((line, each) => ({ line, weight: weights[each] ?? 0 }));
  return {
    ...pathState(model, name, weighted, tables),
    lines: lines.map((line) =>
      pathState(model, model.lines[line]?.name ?? '', [{ line, weight: 1 }], tables),
    ),
  };
}

function pathState(
  model: BodyModel,
  name: string,
  weighted: readonly { readonly line: number; readonly weight: number }[],
  { table, neutral }: Tables,
): PathState {
  const mean = (numbers: Float64Array, placeOf: (line: number) => number): number =>
    weighted.reduce((sum, { line, weight }) => sum + weight * (numbers[placeOf(line)] ?? 0), 0);
  const lengthMetres = mean(table, (line) => line);
  const neutralMetres = mean(neutral, (line) => line);
  const arm = (coordinate: ArmCoordinate): number =>
    mean(table, (line) => armOffset(model, line) + armCoordinates.indexOf(coordinate));
  return {
    name,
    lengthMetres,
    changeMetres: lengthMetres - neutralMetres,
    changeShare: lengthMetres / neutralMetres - 1,
    armMetres: {
      hip_flexion_r: arm('hip_flexion_r'),
      hip_adduction_r: arm('hip_adduction_r'),
      hip_rotation_r: arm('hip_rotation_r'),
      knee_angle_r: arm('knee_angle_r'),
      hip_flexion_l: arm('hip_flexion_l'),
      hip_adduction_l: arm('hip_adduction_l'),
      hip_rotation_l: arm('hip_rotation_l'),
      knee_angle_l: arm('knee_angle_l'),
      lumbar_extension: arm('lumbar_extension'),
      lumbar_bending: arm('lumbar_bending'),
      lumbar_rotation: arm('lumbar_rotation'),
    },
  };
}
