import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { checkPose } from '@psoas/body';
import { moveSlider, sliderRange, sliderValue, startPosture, tuckPelvis, type Posture } from './posture.ts';

const kneeling = startPosture({ hip_flexion_r: -20, knee_angle_r: 90 });

describe('tucking the pelvis', () => {
  it('opens the hip by as much where the thigh stays, and the low back gives way', () => {
    const { pose, tuckDegrees } = tuckPelvis(kneeling, 'thigh-stays', 10);
    expect(pose).toMatchObject({
      pelvis_tilt: 10,
      hip_flexion_r: -30,
      hip_flexion_l: -10,
      lumbar_extension: -10,
      knee_angle_r: 90,
    });
    expect(tuckDegrees).toBe(10);
  });

  it('leaves the hip alone where its angle stays: the thigh turns along', () => {
    const { pose } = tuckPelvis(kneeling, 'hip-angle-stays', 10);
    expect(pose).toMatchObject({ pelvis_tilt: 10, hip_flexion_r: -20, lumbar_extension: -10 });
  });

  it('keeps the thigh and the trunk where they are in the room, whatever the way there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -25, max: 25 }), { maxLength: 8 }), (stops) => {
        const { pose } = stops.reduce((now, degrees) => tuckPelvis(now, 'thigh-stays', degrees), kneeling);
        expect((pose.pelvis_tilt ?? 0) + (pose.hip_flexion_r ?? 0)).toBeCloseTo(-20, 9);
        expect((pose.pelvis_tilt ?? 0) + (pose.lumbar_extension ?? 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('stops where the hip would leave its range', () => {
    const far = startPosture({ hip_flexion_r: -35 });
    expect(tuckPelvis(far, 'thigh-stays', 20).tuckDegrees).toBe(5);
    expect(tuckPelvis(far, 'hip-angle-stays', 20).tuckDegrees).toBe(20);
  });
});

describe('the sliders', () => {
  it('never make a posture that the model refuses', () => {
    const step = fc.tuple(
      fc.constantFrom('hip', 'curve', 'knee', 'out', 'thigh-stays', 'hip-angle-stays'),
      fc.constantFrom('left', 'right'),
      fc.integer({ min: -200, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce<Posture>(
          (now, [what, side, degrees]) =>
            what === 'thigh-stays' || what === 'hip-angle-stays'
              ? tuckPelvis(now, what, degrees)
              : moveSlider(now, what, { side, degrees }),
          startPosture({}),
        );
        expect(checkPose(end.pose).ok).toBe(true);
      }),
    );
  });

  it('count a leg to the side outwards, on both sides', () => {
    const { min, max } = sliderRange('out');
    expect([min, max]).toEqual([-35, 50]);
    const moved = moveSlider(kneeling, 'out', { side: 'left', degrees: 20 });
    expect(moved.pose.hip_adduction_l).toBe(-20);
    expect(sliderValue(moved, 'out', 'left')).toBe(20);
  });

  it('forget where in the room an exercise was drawn', () => {
    expect(startPosture({ pelvis_tx: 1, pelvis_ty: 0.5, pelvis_tilt: 90 }).pose).toEqual({ pelvis_tilt: 90 });
  });
});
