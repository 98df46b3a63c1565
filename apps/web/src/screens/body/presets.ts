import { isCoordinateName, mirrorPose, type Pose } from '@psoas/body';
import type { Side } from '@psoas/kernel';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';

/** Postures that need no file. */
export const basicPresets = ['standing', 'sitting', 'walking'] as const;

/** Standing with all coordinates at 0: what lengths are compared with. */
export const standingPose: Pose = {};

/** Sitting upright on a chair, as the figure of the seated knee lifts sits: one posture, so one number everywhere. */
export const sittingPose: Pose = {
  pelvis_tilt: -0.6,
  lumbar_extension: -4,
  hip_flexion_r: 82.9,
  hip_flexion_l: 82.9,
  knee_angle_r: 80.1,
  knee_angle_l: 80.1,
};

/** Kneeling with one thigh 20 degrees behind the hip and the pelvis level: where tuck and arch are tried. */
export function kneelingPose(side: Side): Pose {
  const right: Pose = { hip_flexion_r: -20, knee_angle_r: 90, hip_flexion_l: 80, knee_angle_l: 85 };
  return side === 'right' ? right : mirrorPose(right);
}

/** Whether an exercise has a posture to show. */
export function hasPosture(exercise: string): boolean {
  return exercise in movementLoaders;
}

/** The posture that stands for an exercise, with its target side on `side`; undefined where there is none. */
export async function exercisePose(exercise: string, side: Side): Promise<Pose | undefined> {
  const module = await movementLoaders[exercise]?.();
  if (module === undefined) return undefined;
  const { movement } = module;
  const shown = [...movement.keyframes, ...movement.variants.map(({ keyframe }) => keyframe)].find(
    ({ id }) => id === movement.shows,
  );
  if (shown === undefined) return undefined;
  const pose = Object.fromEntries(Object.entries(shown.pose).filter(([name]) => isCoordinateName(name)));
  return side === 'right' ? pose : mirrorPose(pose);
}
