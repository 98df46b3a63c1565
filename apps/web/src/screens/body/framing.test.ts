import { describe, expect, it } from 'vitest';
import { poseToArray } from '@psoas/body';
import { spotOf } from '@psoas/figure/bones';
import { cameraOfSight, directionOf, frameOf, mirrored, sights, turned } from './framing.ts';

describe('a sight', () => {
  it('from the front has the body’s right on the left of the picture', () => {
    const camera = cameraOfSight({ turnDegrees: 0, tiltDegrees: 0 });
    expect(spotOf(camera, [0, 0, 1]).x).toBeCloseTo(-100, 6);
    expect(spotOf(camera, [1, 0, 0]).depth).toBeCloseTo(100, 6);
    expect(spotOf(camera, [0, 1, 0]).y).toBeCloseTo(-100, 6);
  });

  it('from the right looks forwards to the right of the picture', () => {
    const camera = cameraOfSight({ turnDegrees: 90, tiltDegrees: 0 });
    expect(spotOf(camera, [1, 0, 0]).x).toBeCloseTo(100, 6);
    expect(spotOf(camera, [0, 0, 1]).depth).toBeCloseTo(100, 6);
  });

  it('has a name, all the way round', () => {
    expect(
      [0, 44, 90, 180, 270, 345].map((turnDegrees) => directionOf({ turnDegrees, tiltDegrees: 0 })),
    ).toEqual(['front', 'front-right', 'right', 'back', 'left', 'front']);
  });

  it('is mirrored for the other leg', () => {
    expect(directionOf(mirrored(sights.side))).toBe('left');
    expect(mirrored(sights.front)).toEqual(sights.front);
    expect(mirrored(mirrored(sights['three-quarter']))).toEqual(sights['three-quarter']);
  });

  it('turns round and round, and tilts only so far', () => {
    expect(turned({ turnDegrees: 350, tiltDegrees: 40 }, { turnDegrees: 20, tiltDegrees: 40 })).toEqual({
      turnDegrees: 10,
      tiltDegrees: 50,
    });
    expect(turned({ turnDegrees: 5, tiltDegrees: 0 }, { turnDegrees: -20, tiltDegrees: -90 })).toEqual({
      turnDegrees: 345,
      tiltDegrees: -20,
    });
  });
});

describe('the frame', () => {
  it('stays where it is while a joint moves, so that the thigh seems to stay under a tuck', () => {
    const view = { camera: cameraOfSight({ turnDegrees: 90, tiltDegrees: 0 }), zoom: 'normal' } as const;
    const start = { hip_flexion_r: -20 };
    const before = frameOf(start, poseToArray(start), view);
    const after = frameOf(
      start,
      poseToArray({ hip_flexion_r: -30, pelvis_tilt: 10, lumbar_extension: -10 }),
      view,
    );
    expect(after.viewBox).toBe(before.viewBox);
    expect(after.shiftX).not.toBeCloseTo(before.shiftX, 3);
  });
});
