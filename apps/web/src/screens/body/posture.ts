import { coordinateIndex, coordinates, type CoordinateName, type Pose } from '@psoas/body';
import type { Side } from '@psoas/kernel';

/** A posture that somebody is changing: where it started, and what it is now. */
export type Posture = {
  readonly start: Pose;
  readonly pose: Pose;
  /** How far the pelvis was tucked (+) or arched (-) since the start, in degrees. */
  readonly tuckDegrees: number;
};

/** What keeps still while the pelvis moves. */
export type PelvisRule = 'thigh-stays' | 'hip-angle-stays';

/** The coordinates that sliders set directly; the ones of a leg are without their side. */
export type Slider = 'hip' | 'curve' | 'knee' | 'out';

/** How far the pelvis goes either way. Own choice: about as far as people can. */
export const tuckLimitDegrees = 25;

/** A posture to begin with. The place of the pelvis in the room does not matter here, so it is left out. */
export function startPosture(pose: Pose): Posture {
  const { pelvis_tx: _x, pelvis_ty: _y, pelvis_tz: _z, ...start } = pose;
  return { start, pose: start, tuckDegrees: 0 };
}

/** The range of a slider, from the range of its coordinate, in degrees. */
export function sliderRange(slider: Slider): { readonly min: number; readonly max: number } {
  const { min, max } = rangeOf(coordinateOf(slider, 'right'));
  return slider === 'out' ? { min: -max, max: -min } : { min, max };
}

/** Where a slider stands, in degrees. */
export function sliderValue({ pose }: Posture, slider: Slider, side: Side): number {
  const value = pose[coordinateOf(slider, side)] ?? 0;
  return slider === 'out' ? 0 - value : value;
}

/** Moves one joint. Values outside the range stop at its end. */
export function moveSlider(
  posture: Posture,
  slider: Slider,
  at: { readonly side: Side; readonly degrees: number },
): Posture {
  const { min, max } = sliderRange(slider);
  const degrees = Math.max(min, Math.min(max, at.degrees));
  return {
    ...posture,
    pose: { ...posture.pose, [coordinateOf(slider, at.side)]: slider === 'out' ? 0 - degrees : degrees },
  };
}

/**
 * Tucks (+) or arches (-) the pelvis to so many degrees from the start, with the trunk upright above it: the low back
 * gives way. With `thigh-stays` the thighs keep their place, so both hips open by as much as the pelvis is tucked;
 * with `hip-angle-stays` the thighs turn along. Stops where a joint would leave its range.
 */
export function tuckPelvis(posture: Posture, rule: PelvisRule, degrees: number): Posture {
  const opposed: readonly CoordinateName[] =
    rule === 'thigh-stays' ? ['lumbar_extension', 'hip_flexion_r', 'hip_flexion_l'] : ['lumbar_extension'];
  const wanted = Math.max(-tuckLimitDegrees, Math.min(tuckLimitDegrees, degrees)) - posture.tuckDegrees;
  const change = opposed.reduce((left, name) => {
    const now = posture.pose[name] ?? 0;
    const { min, max } = rangeOf(name);
    return Math.max(Math.min(0, now - max), Math.min(Math.max(0, now - min), left));
  }, wanted);
  const pose = { ...posture.pose, pelvis_tilt: (posture.pose.pelvis_tilt ?? 0) + change };
  for (const name of opposed) pose[name] = (pose[name] ?? 0) - change;
  return { ...posture, pose, tuckDegrees: posture.tuckDegrees + change };
}

function coordinateOf(slider: Slider, side: Side): CoordinateName {
  const isRight = side === 'right';
  switch (slider) {
    case 'hip':
      return isRight ? 'hip_flexion_r' : 'hip_flexion_l';
    case 'knee':
      return isRight ? 'knee_angle_r' : 'knee_angle_l';
    case 'out':
      return isRight ? 'hip_adduction_r' : 'hip_adduction_l';
    case 'curve':
      return 'lumbar_extension';
  }
}

function rangeOf(name: CoordinateName): { readonly min: number; readonly max: number } {
  const { min = -180, max = 180 } = coordinates[coordinateIndex(name)] ?? {};
  return { min, max };
}
