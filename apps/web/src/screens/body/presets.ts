import { isCoordinateName, mirrorPose, type Pose } from '@psoas/body';
import type { Side } from '@psoas/kernel';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';

/** Postures that need no file. */
export const basicPresets = ['standing', 'sitting', 'walking'] as const;

/** Standing with all coordinates at 0: what lengths are compared with. */
export const standingPose: Pose = {};

/** Sitting upright on a chair: thighs level, the pelvis rolled back a little and the low back with it. */
export const sittingPose: Pose = {
  pelvis_tilt: 15,
  lumbar_extension: -18,
  hip_flexion_r: 72,
  hip_flexion_l: 72,
  knee_angle_r: 88,
  knee_angle_l: 88,
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
