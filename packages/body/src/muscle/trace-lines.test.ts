import { describe, expect, it } from 'vitest';
import { coordinateCount } from '../pose/coordinates.ts';
import { poseToArray } from '../pose/pose.ts';
import { createBodyModel } from './body-model.ts';
import { createMuscleEvaluator, muscleTableSize } from './evaluate-muscles.ts';
import { createLineTracer } from './trace-lines.ts';

const model = createBodyModel({ psoasMinor: true });
const trace = createLineTracer(model);
const measure = createMuscleEvaluator(model);

const poses = [
  {},
  { hip_flexion_r: -20, knee_angle_r: 90, pelvis_tilt: 10, lumbar_extension: -10 },
  { hip_flexion_r: 90, knee_angle_r: 100, hip_adduction_r: -20, hip_flexion_l: -10 },
  { pelvis_tilt: 90, hip_flexion_l: 120, knee_angle_l: 120, lumbar_bending: 15, lumbar_rotation: 10 },
];

describe('the traced way of a muscle line', () => {
  it.each(poses)('is as long as the model says, in %j', (pose) => {
    const values = poseToArray(pose, new Float64Array(coordinateCount));
    const lengths = new Float64Array(muscleTableSize(model));
    measure(values, lengths);
    for (const [line, points] of trace(values).entries()) {
      const drawn = points.reduce((sum, at, index) => {
        const before = points[index - 1];
        return before === undefined
          ? 0
          : sum + Math.hypot(at[0] - before[0], at[1] - before[1], at[2] - before[2]);
      }, 0);
      // Chords are a little shorter than their arcs; half a millimetre shows nowhere.
      expect(Math.abs(drawn - (lengths[line] ?? 0))).toBeLessThan(0.0006);
    }
  });

  it('grows with the body', () => {
    const tall = createBodyModel({ statureMetres: model.statureMetres * 1.1 });
    const first = createLineTracer(tall)(new Float64Array(coordinateCount))[0]?.[0] ?? [0, 0, 0];
    const same = trace(new Float64Array(coordinateCount))[0]?.[0] ?? [0, 0, 0];
    expect(first[1]).toBeCloseTo(1.1 * same[1], 6);
  });
});
