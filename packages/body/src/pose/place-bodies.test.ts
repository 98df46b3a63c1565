import { describe, expect, it } from 'vitest';
import { bodyIndex } from '../model/body-names.ts';
import { joints, modelStatureMetres } from '../model/joints.ts';
import { balls } from '../surface/balls.ts';
import { createPlaces, placeBodies, placePoint } from './place-bodies.ts';
import { mirrorPose, poseToArray, type Pose } from './pose.ts';

function place(
  pose: Pose,
  body: Parameters<typeof bodyIndex>[0],
  at: readonly [number, number, number] = [0, 0, 0],
): number[] {
  const places = createPlaces();
  placeBodies(joints, poseToArray(pose), places);
  const point = new Float64Array(3);
  placePoint(places, { body: bodyIndex(body), centreMetres: at }, point, 0);
  return [...point];
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 6);
}

describe('placing bodies', () => {
  it('stands as tall as the data files say, from the sole to the top of the head', () => {
    const heights = balls.map((ball) => {
      const { radiusMetres, name } = ball;
      const places = createPlaces();
      placeBodies(joints, poseToArray({}), places);
      const point = new Float64Array(3);
      placePoint(places, ball, point, 0);
      return { name, low: (point[1] ?? 0) - radiusMetres, high: (point[1] ?? 0) + radiusMetres };
    });
    const top = Math.max(...heights.map(({ high }) => high));
    const sole = Math.min(...heights.map(({ low }) => low));
    expect(top - sole).toBeCloseTo(modelStatureMetres, 2);
    for (const { name, low } of heights.filter(({ name: each }) => /^(heel|ball|toe)_/.test(each)))
      expect({ name, isFlat: low - sole < 0.002 }).toEqual({ name, isFlat: true });
  });

  it('swings the thigh forwards for hip flexion, and the shin backwards for knee flexion', () => {
    expectClose(place({ hip_flexion_r: 90 }, 'femur_r', [0, -0.4, 0]), [-0.0707 + 0.4, -0.0661, 0.0835]);
    const [kneeX = 0] = place({ knee_angle_r: 90 }, 'tibia_r', [-0.00579, -0.0144, 0]);
    const [ankleX = 0] = place({ knee_angle_r: 90 }, 'foot_r');
    expect(kneeX - ankleX).toBeGreaterThan(0.4);
  });

  it('moves as its words say: trunk to the right and to the left, foot across, toes in', () => {
    expect(place({ lumbar_bending: 20 }, 'torso', [0, 0.3, 0])[2]).toBeGreaterThan(0.08);
    // Turning left brings the right shoulder forwards.
    expect(place({ lumbar_rotation: 40 }, 'humerus_r')[0]).toBeGreaterThan(place({}, 'humerus_r')[0] ?? 0);
    expect(place({ lumbar_extension: 20 }, 'torso', [0, 0.3, 0])[0]).toBeLessThan(
      place({}, 'torso', [0, 0.3, 0])[0] ?? 0,
    );
    expect(place({ hip_adduction_r: 20 }, 'foot_r')[2]).toBeLessThan(0);
    expect(place({ hip_rotation_r: 30 }, 'toes_r')[2]).toBeLessThan(place({}, 'toes_r')[2] ?? 0);
    expect(place({ neck_flexion: 30 }, 'head', [0, 0.2, 0])[0]).toBeGreaterThan(
      place({}, 'head', [0, 0.2, 0])[0] ?? 0,
    );
  });

  it('makes the left side the mirror image of the right one', () => {
    const pose: Pose = {
      pelvis_tilt: 12,
      pelvis_list: 5,
      pelvis_rotation: -9,
      lumbar_bending: 7,
      lumbar_rotation: 4,
      hip_flexion_r: 33,
      hip_adduction_r: -12,
      hip_rotation_r: 9,
      knee_angle_r: 50,
      arm_flex_l: 70,
      arm_add_l: -20,
    };
    for (const [right, left] of [
      ['foot_r', 'foot_l'],
      ['hand_l', 'hand_r'],
      ['head', 'head'],
    ] as const) {
      const [x = 0, y = 0, z = 0] = place(pose, right);
      expectClose(place(mirrorPose(pose), left), [x, y, -z]);
    }
  });
});
