import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinates, isCoordinateName } from './coordinates.ts';
import { arrayToPose, checkPose, mirrorPose, poseBetween, poseToArray, type Pose } from './pose.ts';

const poses = fc.record(
  Object.fromEntries(
    coordinates.map(({ name, min, max }) => [
      name,
      fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Pose>;

describe('a pose', () => {
  it('comes back from the table of numbers as it went in', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        const back = arrayToPose(poseToArray(pose));
        for (const { name } of coordinates) expect(back[name] ?? 0).toBeCloseTo(pose[name] ?? 0, 9);
      }),
    );
  });

  it('is itself again after two mirrors', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        expect(mirrorPose(mirrorPose(pose))).toEqual(pose);
      }),
    );
  });

  it('is refused with coordinate, value and range when it leaves the range or has a name we do not know', () => {
    expect(checkPose({ hip_flexion_r: 20, knee_angle_l: 90 })).toMatchObject({ ok: true });
    expect(checkPose({ hip_flexion_r: 170 })).toEqual({
      ok: false,
      error: {
        kind: 'out-of-range',
        coordinate: 'hip_flexion_r',
        value: 170,
        min: -40,
        max: 130,
        unit: 'degrees',
      },
    });
    expect(checkPose({ knee_angle_r: Number.NaN })).toMatchObject({ ok: false });
    expect(checkPose({ hip_flex: 3 })).toEqual({
      ok: false,
      error: { kind: 'unknown-coordinate', coordinate: 'hip_flex' },
    });
  });

  it('lies between two others by its share', () => {
    expect(poseBetween({ hip_flexion_r: 10 }, { hip_flexion_r: 30, knee_angle_r: 8 }, 0.5)).toEqual({
      hip_flexion_r: 20,
      knee_angle_r: 4,
    });
  });

  it('has the left coordinates of the same name for the right ones', () => {
    for (const { name } of coordinates.filter((each) => each.name.endsWith('_r')))
      expect(isCoordinateName(`${name.slice(0, -1)}l`)).toBe(true);
  });
});
