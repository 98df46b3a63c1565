import { describe, expect, it } from 'vitest';
import { poseToArray, type Pose } from '../pose/pose.ts';
import { ballPlace, gapsOf, settle, sunkBalls } from './settle.ts';
import type { Prop } from './prop.ts';

const chair: Prop = {
  id: 'chair',
  kind: 'chair',
  fromMetres: [-0.3, 0, -0.25],
  toMetres: [0.15, 0.45, 0.25],
};
const feet = (['heel_r', 'ball_r', 'heel_l', 'ball_l'] as const).map((ball) => ({ ball, on: 'floor' }));
const seat = (['buttock_r', 'buttock_l'] as const).map((ball) => ({ ball, on: 'chair' }));
const sitting: Pose = {
  pelvis_ty: 0.6,
  hip_flexion_r: 85,
  knee_angle_r: 85,
  hip_flexion_l: 85,
  knee_angle_l: 85,
};

describe('settling a posture', () => {
  it('puts feet on the floor and the seat on the chair, within a tenth of a millimetre', () => {
    const values = poseToArray(sitting);
    const ground = { props: [chair], contacts: [...feet, ...seat], planted: [] };
    settle(values, ground);
    for (const gap of gapsOf(values, ground)) expect(Math.abs(gap)).toBeLessThan(1e-4);
  });

  it('keeps a planted ball in its place', () => {
    const values = poseToArray({ ...sitting, hip_flexion_r: 70 });
    settle(values, { props: [chair], contacts: seat, planted: [{ ball: 'heel_r', at: [0.35, 0.03, 0.09] }] });
    const [x, y, z] = ballPlace(values, 'heel_r');
    expect([x, y, z].map((metres) => Math.round(metres * 1000))).toEqual([350, 30, 90]);
  });

  it('changes nothing that does not bear', () => {
    const values = poseToArray(sitting);
    const arm = poseToArray({ ...sitting, arm_flex_r: 50, elbow_flex_r: 20 });
    settle(arm, { props: [chair], contacts: [...feet, ...seat], planted: [] });
    settle(values, { props: [chair], contacts: [...feet, ...seat], planted: [] });
    expect([...arm].filter((value, index) => Math.abs(value - (values[index] ?? 0)) > 1e-9)).toHaveLength(2);
  });

  it('tells what sinks in and how deep', () => {
    const sunk = sunkBalls(poseToArray({ pelvis_ty: 0.9 }), [], 0.01);
    expect(sunk.map(({ ball, into }) => `${ball} ${into}`)).toContain('heel_r floor');
    for (const { depthMetres } of sunk) expect(depthMetres).toBeGreaterThan(0.01);
    expect(sunkBalls(poseToArray({ pelvis_ty: 0.963 }), [], 0.01)).toEqual([]);
  });

  it('refuses a prop that cannot be touched', () => {
    expect(() => gapsOf(poseToArray({}), { props: [], contacts: [{ ball: 'knee_r', on: 'sofa' }] })).toThrow(
      /sofa/,
    );
  });
});
