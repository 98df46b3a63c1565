import { balls, createPlacedBalls, poseToArray, type Pose } from '@psoas/body';

const surface = createPlacedBalls();

/** Lowers or lifts a pose until its lowest point touches the floor. */
function grounded(pose: Pose): Pose {
  surface.place(poseToArray(pose));
  const lowest = Math.min(
    ...balls.map(({ radiusMetres }, index) => surface.centreOf(index)[1] - radiusMetres),
  );
  return { ...pose, pelvis_ty: (pose.pelvis_ty ?? 0) - lowest };
}

const bothArms = (degrees: number): Pose => ({ arm_flex_r: degrees, arm_flex_l: degrees });

/** Postures for tests, one for each way to be on the ground. */
export const samplePoses = {
  standing: grounded({}),
  march: grounded({
    hip_flexion_r: 90,
    knee_angle_r: 90,
    arm_flex_r: -30,
    elbow_flex_r: 60,
    arm_flex_l: 40,
    elbow_flex_l: 70,
  }),
  halfKneeling: grounded({
    hip_flexion_r: -4,
    knee_angle_r: 92,
    ankle_angle_r: -47,
    hip_flexion_l: 96,
    knee_angle_l: 93,
    ankle_angle_l: -3,
    ...bothArms(25),
    elbow_flex_r: 30,
    elbow_flex_l: 30,
  }),
  deadBug: grounded({
    pelvis_tilt: 90,
    hip_flexion_r: 20,
    knee_angle_r: 15,
    hip_flexion_l: 90,
    knee_angle_l: 90,
    arm_flex_r: 90,
    arm_flex_l: 165,
  }),
  lyingLegRaise: grounded({ pelvis_tilt: 90, hip_flexion_r: 50 }),
  bridge: grounded({
    pelvis_tilt: 118,
    neck_flexion: 28,
    hip_flexion_r: 0,
    hip_flexion_l: 0,
    knee_angle_r: 95,
    knee_angle_l: 95,
    ankle_angle_r: -5,
    ankle_angle_l: -5,
  }),
  seated: grounded({ hip_flexion_r: 90, hip_flexion_l: 90, knee_angle_r: 90, knee_angle_l: 90 }),
  boat: grounded({ pelvis_tilt: 40, hip_flexion_r: 85, hip_flexion_l: 85, ...bothArms(60) }),
  hanging: { ...grounded(bothArms(175)), pelvis_ty: 1.15 },
  prone: grounded({ pelvis_tilt: -90, ankle_angle_r: -45, ankle_angle_l: -45 }),
  sideLying: grounded({ pelvis_list: -90, hip_adduction_r: -30, arm_add_r: -20 }),
  allFours: grounded({
    pelvis_tilt: -85,
    hip_flexion_r: 85,
    hip_flexion_l: 85,
    knee_angle_r: 90,
    knee_angle_l: 90,
    ankle_angle_r: -45,
    ankle_angle_l: -45,
    ...bothArms(85),
    wrist_flex_r: 85,
    wrist_flex_l: 85,
  }),
} as const satisfies Readonly<Record<string, Pose>>;
