/**
 * A still posture seen from the person's right. Angles in degrees, of each segment by itself: limbs count from
 * straight down, the trunk from straight up; forwards (to the right of the picture) is positive.
 */
export type StillPose = {
  readonly trunk: number;
  readonly near: Leg;
  readonly far: Leg;
  readonly nearArm: Arm;
  readonly farArm: Arm;
  readonly prop?: 'chair' | 'bed' | 'box' | 'bar' | 'wall' | 'ball';
};
export type Leg = { readonly thigh: number; readonly shank: number; readonly foot: number };
export type Arm = { readonly upper: number; readonly fore: number };

const straightDown: Leg = { thigh: 0, shank: -2, foot: 88 };
const hanging: Arm = { upper: -4, fore: 8 };

const halfKneel: StillPose = {
  trunk: -1,
  near: { thigh: -11, shank: -88, foot: -112 },
  far: { thigh: 84, shank: 0, foot: 90 },
  nearArm: { upper: 8, fore: 42 },
  farArm: { upper: 20, fore: 52 },
};
const march: StillPose = {
  trunk: 0,
  near: { thigh: 92, shank: 2, foot: 80 },
  far: straightDown,
  nearArm: { upper: -32, fore: 28 },
  farArm: { upper: 36, fore: 80 },
};
const seated: StillPose = {
  trunk: -3,
  near: { thigh: 104, shank: 6, foot: 88 },
  far: { thigh: 90, shank: 0, foot: 90 },
  nearArm: { upper: -8, fore: 10 },
  farArm: { upper: 10, fore: 60 },
  prop: 'chair',
};
const onBack: StillPose = {
  trunk: -90,
  near: { thigh: 132, shank: 132, foot: 205 },
  far: { thigh: 90, shank: 90, foot: 175 },
  nearArm: { upper: 84, fore: 90 },
  farArm: { upper: 84, fore: 90 },
};
const onAllFours: StillPose = {
  trunk: 82,
  near: { thigh: 0, shank: -90, foot: -90 },
  far: { thigh: -88, shank: -90, foot: -20 },
  nearArm: { upper: 98, fore: 98 },
  farArm: { upper: 0, fore: 0 },
};
const bridge: StillPose = {
  trunk: -113,
  near: { thigh: 96, shank: 4, foot: 90 },
  far: { thigh: 96, shank: 4, foot: 90 },
  nearArm: { upper: 62, fore: 88 },
  farArm: { upper: 62, fore: 88 },
};
const standing: StillPose = { trunk: 0, near: straightDown, far: straightDown, nearArm: hanging, farArm: hanging };
const splitStance: StillPose = {
  trunk: -1,
  near: { thigh: -20, shank: -34, foot: 62 },
  far: { thigh: 24, shank: -6, foot: 90 },
  nearArm: { upper: -18, fore: 44 },
  farArm: { upper: -10, fore: 50 },
};

/** A posture for each exercise and self-test, by id. */
const poseById: { readonly [id: string]: StillPose } = {
  'kneeling-hip-flexor-lunge': halfKneel,
  'half-kneeling': halfKneel,
  'low-lunge': { ...halfKneel, trunk: 6, near: { thigh: -38, shank: -88, foot: -112 }, far: { thigh: 72, shank: -6, foot: 90 }, nearArm: { upper: 14, fore: 60 } },
  'couch-stretch': { ...halfKneel, near: { thigh: -6, shank: -168, foot: -190 }, prop: 'wall' },
  'thomas-stretch': { trunk: -90, near: { thigh: 74, shank: 4, foot: 60 }, far: { thigh: 222, shank: 70, foot: 140 }, nearArm: { upper: 110, fore: 150 }, farArm: { upper: 110, fore: 150 }, prop: 'bed' },
  'modified-thomas': { trunk: -90, near: { thigh: 78, shank: 4, foot: 60 }, far: { thigh: 222, shank: 70, foot: 140 }, nearArm: { upper: 110, fore: 150 }, farArm: { upper: 110, fore: 150 }, prop: 'bed' },
  'standing-hip-flexor-stretch': splitStance,
  'frog-stretch': { trunk: 86, near: { thigh: -14, shank: -90, foot: -100 }, far: { thigh: -14, shank: -90, foot: -100 }, nearArm: { upper: 20, fore: 92 }, farArm: { upper: 20, fore: 92 } },
  'boat-pose': { trunk: -42, near: { thigh: 134, shank: 96, foot: 170 }, far: { thigh: 134, shank: 96, foot: 170 }, nearArm: { upper: 76, fore: 88 }, farArm: { upper: 76, fore: 88 } },
  'supine-psoas-release': { ...bridge, trunk: -97, prop: 'ball' },
  'standing-march': march,
  'knee-lift': march,
  'kettlebell-march': march,
  'standing-leg-lift': { ...march, near: { thigh: 48, shank: 48, foot: 125 } },
  'seated-leg-raise': seated,
  'seated-lifts': seated,
  'lying-leg-raise': onBack,
  'lying-leg-raise-double': { ...onBack, far: { thigh: 128, shank: 128, foot: 205 } },
  'knees-to-chest': { ...onBack, near: { thigh: 206, shank: 84, foot: 160 }, far: { thigh: 200, shank: 80, foot: 160 } },
  'side-lying-leg-lift': { ...onBack, near: { thigh: 108, shank: 108, foot: 130 }, nearArm: { upper: 96, fore: 84 } },
  'supine-march': { ...onBack, near: { thigh: 180, shank: 92, foot: 170 }, far: { thigh: 138, shank: 38, foot: 90 } },
  bridge,
  'bridge-march': { ...bridge, near: { thigh: 168, shank: 84, foot: 160 } },
  'hanging-leg-raise': { trunk: 0, near: { thigh: 88, shank: 4, foot: 60 }, far: { thigh: 84, shank: 0, foot: 60 }, nearArm: { upper: 178, fore: 178 }, farArm: { upper: 172, fore: 172 }, prop: 'bar' },
  'bird-dog-crunch': onAllFours,
  'dead-bug': { ...onBack, near: { thigh: 112, shank: 70, foot: 150 }, far: { thigh: 184, shank: 90, foot: 170 }, nearArm: { upper: 180, fore: 180 }, farArm: { upper: -98, fore: -98 } },
  'step-up-knee-drive': { ...march, prop: 'box' },
};

/** The posture that stands for an exercise or a self-test; plain standing where there is none. */
export function stillPoseOf(id: string): StillPose {
  return poseById[id] ?? standing;
}
