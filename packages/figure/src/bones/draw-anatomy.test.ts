import { describe, expect, it } from 'vitest';
import { createBodyModel, poseToArray } from '@psoas/body';
import { cameraOf, createAnatomyPainter, type AnatomyShape } from './index.ts';

const model = createBodyModel({ psoasMinor: true });
const paint = createAnatomyPainter(model);
const all = (): boolean => true;

function seenFrom(
  azimuthDegrees: number,
  pose: Readonly<Record<string, number>> = {},
): readonly AnatomyShape[] {
  return paint(poseToArray(pose), cameraOf({ azimuthDegrees, elevationDegrees: 10 }, 'right'), all);
}

const poses = [
  {},
  { hip_flexion_r: 120, knee_angle_r: 140, hip_flexion_l: -30, lumbar_extension: -60 },
  { pelvis_tilt: 90, hip_adduction_r: -50, hip_rotation_r: 45, knee_angle_l: 90 },
];

describe('the painted anatomy', () => {
  it.each(poses)('has sound paths from all sides, in %j', (pose) => {
    for (let azimuth = -180; azimuth < 180; azimuth += 45) {
      for (const { d, depth, key } of seenFrom(azimuth, pose)) {
        expect(`${key} ${d}`).toMatch(/^\S+ M[^a-z]*Z$/);
        expect(Number.isFinite(depth)).toBe(true);
      }
    }
  });

  it('comes farthest first', () => {
    const depths = seenFrom(40).map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((first, second) => first - second));
  });

  it('shows as much of the left as of the right', () => {
    const parts = seenFrom(90)
      .filter(({ key }) => key !== 'symphysis')
      .map(({ part }) => part);
    const count = (ending: string): number => parts.filter((part) => part.endsWith(ending)).length;
    expect(count('_l')).toBe(count('_r'));
    expect(parts.filter((part) => part === 'psoas_r').length).toBe(11 * 4);
  });

  it('lays the iliacus before the wing of the hip bone from the front, and behind it from the side', () => {
    const fanBefore = (azimuth: number): boolean => {
      const shapes = seenFrom(azimuth);
      const wing = shapes.findIndex(
        ({ part, paint: tone }) => part === 'hip_bone_r' && tone.startsWith('wing'),
      );
      return shapes.findIndex(({ key }) => key.startsWith('iliacus_r-3-0')) > wing;
    };
    expect(fanBefore(90)).toBe(true);
    expect(fanBefore(0)).toBe(false);
  });

  it('leaves out what is not asked for', () => {
    const shapes = paint(poseToArray({}), cameraOf('front', 'right'), (part) => part === 'femur_r');
    expect(new Set(shapes.map(({ part }) => part))).toEqual(new Set(['femur_r']));
  });
});
