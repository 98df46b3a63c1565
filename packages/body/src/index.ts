/** The musculoskeletal model: bodies, postures, muscles and what a posture does to their lengths. Pure. */
export { bodyCount, bodyIndex, bodyNames, type BodyName } from './model/body-names.ts';
export { joints, modelStatureMetres, type Axis, type Joint } from './model/joints.ts';
export {
  coordinateCount,
  coordinateIndex,
  coordinateNames,
  coordinates,
  isCoordinateName,
  type Coordinate,
  type CoordinateName,
} from './pose/coordinates.ts';
export {
  arrayToPose,
  checkPose,
  mirrorPose,
  poseBetween,
  poseToArray,
  type Pose,
  type PoseError,
} from './pose/pose.ts';
export { createPlaces, placeBodies, placePoint, placeSize } from './pose/place-bodies.ts';
export { ballIndex, ballNames, balls, type Ball, type BallName } from './surface/balls.ts';
export type { BallProp, BandProp, BarProp, BlockProp, CarriedProp, Place, Prop } from './contact/prop.ts';
export type { Contact, Fault, Keyframe, Movement, MovementVariant, TempoPart } from './movement/movement.ts';
export { gapMetres } from './contact/gap.ts';
export { ballPlace, gapsOf, settle, sunkBalls, type Ground, type Planted } from './contact/settle.ts';
export { createPlacedBalls, type PlacedBalls } from './surface/place-balls.ts';
export { keyframeOf, workingPosture } from './movement/keyframe-of.ts';
export { createTrack, waysOf, type MovementTrack } from './movement/track.ts';
export {
  breathSeconds,
  entrySeconds,
  momentOf,
  type Moment,
  type MovementTempo,
  type Phase,
} from './movement/moment.ts';
export { jointCentres, type JointCentres } from './pose/joint-centres.ts';
export { armCoordinates, armCount, type ArmCoordinate } from './muscle/arm-coordinates.ts';
export { createBodyModel, type BodyModel, type BodyModelOptions, type Muscle } from './muscle/body-model.ts';
export { wraps, type MuscleLine, type PathPoint, type Wrap } from './muscle/muscle-table.ts';
export {
  armOffset,
  createMuscleEvaluator,
  muscleTableSize,
  type MuscleEvaluator,
} from './muscle/evaluate-muscles.ts';
export {
  createPoseEvaluator,
  evaluatePose,
  type MuscleState,
  type PathState,
  type PoseEvaluation,
  type PoseEvaluator,
} from './muscle/evaluate-pose.ts';
export {
  testMechanics,
  type MechanicsAnswer,
  type MechanicsQuantity,
  type MechanicsQuestion,
} from './claims/test-mechanics.ts';
export type { Expectation, Verdict } from './claims/judge.ts';
export type { LumbarJoint } from './claims/lumbar-arm.ts';
export { followerJoints, toMjcf, type FollowerJoint } from './mjcf/to-mjcf.ts';
export {
  hipMomentOfLeg,
  type LegLoad,
  type LegMoment,
  type MassError,
  type NewtonMetres,
} from './load/hip-moment-of-leg.ts';
export { segments, type Segment } from './load/segments.ts';
export { createLineTracer, type LineTracer } from './muscle/trace-lines.ts';
