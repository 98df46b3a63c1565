import { describe, expect, it } from 'vitest';
import { poseToArray, type Pose } from '../pose/pose.ts';
import { armCoordinates, type ArmCoordinate } from './arm-coordinates.ts';
import { createBodyModel } from './body-model.ts';
import { armOffset, createMuscleEvaluator, muscleTableSize } from './evaluate-muscles.ts';

const model = createBodyModel();
const measure = createMuscleEvaluator(model);
const lineOf = (name: string): number => model.lines.findIndex((line) => line.name === name);
const flexors = ['Ps_L1_VB_r', 'Ps_L5_VB_r', 'iliacus_r', 'rectus_femoris_r'].map(lineOf);
const adductions = [-45, -30, -15, 0, 15, 30];
const rotations = [-40, -20, 0, 20, 40];
const stepDegrees = 0.25;

/** The tables along a sweep of one coordinate, `stepDegrees` apart. */
function sweep(
  coordinate: ArmCoordinate,
  [from, to]: readonly [number, number],
  rest: Pose,
): readonly Float64Array[] {
  return Array.from({ length: (to - from) / stepDegrees + 1 }, (_, step) => {
    const table = new Float64Array(muscleTableSize(model));
    measure(poseToArray({ ...rest, [coordinate]: from + step * stepDegrees }), table);
    return table;
  });
}

/** The largest step between neighbours in a sweep, over the given places of the tables. */
function largestStep(tables: readonly Float64Array[], places: readonly number[]): number {
  let largest = 0;
  for (const [index, table] of tables.entries())
    for (const place of index === 0 ? [] : places)
      largest = Math.max(
        largest,
        Math.abs((table[place] ?? Number.NaN) - (tables[index - 1]?.[place] ?? Number.NaN)),
      );
  return largest;
}

const allLengths = [...model.lines.keys()];
const hipFlexion = armCoordinates.indexOf('hip_flexion_r');
const flexorArms = flexors.flatMap((line) => [0, 1, 2].map((arm) => armOffset(model, line) + arm));
const corners = adductions.flatMap((hip_adduction_r) =>
  rotations.map((hip_rotation_r) => ({ hip_adduction_r, hip_rotation_r })),
);

describe('sweeps', () => {
  it.each(corners)(
    '[BODY-08] nothing jumps while the hip flexes from -30 to 130 degrees: $hip_adduction_r, $hip_rotation_r',
    (rest) => {
      const tables = sweep('hip_flexion_r', [-30, 130], rest);
      expect(largestStep(tables, allLengths)).toBeLessThan(0.0007);
      expect(largestStep(tables, flexorArms)).toBeLessThan(0.002);
    },
  );

  it.each(corners)(
    '[BODY-03] psoas, iliacus and rectus femoris flex the hip all the way to 130 degrees: $hip_adduction_r, $hip_rotation_r',
    (rest) => {
      const tables = sweep('hip_flexion_r', [0, 130], rest);
      const smallest = Math.min(
        ...tables.flatMap((table) =>
          flexors.map((line) => table[armOffset(model, line) + hipFlexion] ?? Number.NaN),
        ),
      );
      expect(smallest).toBeGreaterThan(0.0005);
    },
  );

  it('[BODY-08] nothing jumps while knee, hip or trunk go through their other ranges', () => {
    const sweeps = [
      sweep('knee_angle_r', [-10, 155], { hip_flexion_r: -20 }),
      sweep('knee_angle_r', [-10, 155], { hip_flexion_r: 120 }),
      sweep('hip_adduction_r', [-50, 35], { hip_flexion_r: 90 }),
      sweep('hip_rotation_r', [-45, 45], { hip_flexion_r: 45, hip_adduction_r: -30 }),
      sweep('lumbar_extension', [-70, 40], { lumbar_bending: 20 }),
      sweep('lumbar_bending', [-35, 35], { lumbar_rotation: 20 }),
      sweep('lumbar_rotation', [-45, 45], { lumbar_extension: -40 }),
    ];
    for (const tables of sweeps) expect(largestStep(tables, allLengths)).toBeLessThan(0.001);
  });

  it('the rectus femoris keeps straightening the knee all the way', () => {
    const knee = armCoordinates.indexOf('knee_angle_r');
    for (const table of sweep('knee_angle_r', [0, 150], {}))
      expect(table[armOffset(model, lineOf('rectus_femoris_r')) + knee]).toBeLessThan(-0.01);
  });
});
