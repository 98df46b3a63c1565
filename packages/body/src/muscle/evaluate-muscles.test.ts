import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinateCount, coordinateIndex, coordinates, type Coordinate } from '../pose/coordinates.ts';
import { mirrorPose, poseToArray, type Pose } from '../pose/pose.ts';
import { armCoordinates } from './arm-coordinates.ts';
import { createBodyModel } from './body-model.ts';
import { armOffset, createMuscleEvaluator, muscleTableSize } from './evaluate-muscles.ts';

const model = createBodyModel({ psoasMinor: true });
const measure = createMuscleEvaluator(model);

function tableFor(values: Float64Array): Float64Array {
  const table = new Float64Array(muscleTableSize(model));
  measure(values, table);
  return table;
}

function radians({ min, max, unit }: Coordinate): fc.Arbitrary<number> {
  const perUnit = unit === 'degrees' ? Math.PI / 180 : 1;
  return fc.double({ min: min * perUnit, max: max * perUnit, noNaN: true });
}

const anyValues = fc.tuple(...coordinates.map(radians)).map((values) => Float64Array.from(values));
const leftOf = (name: string): string =>
  name.endsWith('_r') ? `${name.slice(0, -1)}l` : `${name.slice(0, -1)}r`;

describe('createMuscleEvaluator', () => {
  it('[BODY-05] every arm is the change of length per radian, turned round, in any pose', () => {
    const step = 1e-6;
    const table = new Float64Array(muscleTableSize(model));
    fc.assert(
      fc.property(anyValues, (values) => {
        const arms = tableFor(values);
        let worst = 0;
        for (const [arm, name] of armCoordinates.entries()) {
          const changed = Float64Array.from(values);
          const index = coordinateIndex(name);
          const lengthsAt = (shift: number): Float64Array => {
            changed[index] = (values[index] ?? 0) + shift;
            measure(changed, table);
            return table.slice(0, model.lines.length);
          };
          const before = lengthsAt(-step);
          const after = lengthsAt(step);
          for (const line of model.lines.keys()) {
            const slope = ((after[line] ?? 0) - (before[line] ?? 0)) / (2 * step);
            worst = Math.max(worst, Math.abs(slope + (arms[armOffset(model, line) + arm] ?? Number.NaN)));
          }
        }
        // A difference over 2e-6 radians is good to about 1e-8 m; one that straddles a lift-off to a little less.
        expect(worst).toBeLessThan(2e-6);
      }),
      { numRuns: 150, seed: 20_261_121 },
    );
  });

  it('[BODY-07] a mirrored pose swaps right and left exactly enough not to be seen', () => {
    const lineByName = new Map(model.lines.map(({ name }, line) => [name, line]));
    const pose: Pose = {
      lumbar_extension: -17,
      lumbar_bending: 11,
      lumbar_rotation: -8,
      hip_flexion_r: 41,
      hip_adduction_r: -13,
      hip_rotation_r: 22,
      knee_angle_r: 70,
      hip_flexion_l: -12,
      hip_adduction_l: 6,
      knee_angle_l: 15,
    };
    const table = tableFor(poseToArray(pose));
    const mirrored = tableFor(poseToArray(mirrorPose(pose)));
    for (const [line, { name }] of model.lines.entries()) {
      const other = lineByName.get(leftOf(name)) ?? Number.NaN;
      expect(mirrored[other]).toBeCloseTo(table[line] ?? Number.NaN, 12);
      for (const [arm, coordinate] of armCoordinates.entries()) {
        // Bending and rotation of the trunk change their sign in the mirror.
        const sign = coordinate === 'lumbar_bending' || coordinate === 'lumbar_rotation' ? -1 : 1;
        const mirrorArm = coordinate.startsWith('lumbar')
          ? arm
          : armCoordinates.findIndex((each) => each === leftOf(coordinate));
        expect(sign * (mirrored[armOffset(model, other) + mirrorArm] ?? Number.NaN)).toBeCloseTo(
          table[armOffset(model, line) + arm] ?? Number.NaN,
          12,
        );
      }
    }
  });

  it('does not care where the pelvis is, or what arms, neck and feet do', () => {
    const still = tableFor(poseToArray({ hip_flexion_r: 30, lumbar_bending: 10 }));
    const moved = tableFor(
      poseToArray({
        hip_flexion_r: 30,
        lumbar_bending: 10,
        pelvis_tilt: 90,
        pelvis_tx: 2,
        arm_flex_l: 120,
        ankle_angle_r: 20,
        neck_flexion: 30,
      }),
    );
    expect([...moved]).toEqual([...still]);
  });

  it('gives the same table again, whatever was measured in between', () => {
    const first = [...tableFor(new Float64Array(coordinateCount))];
    tableFor(poseToArray({ hip_flexion_r: 120, hip_rotation_l: 40, lumbar_rotation: 40 }));
    expect([...tableFor(new Float64Array(coordinateCount))]).toEqual(first);
  });

  it('leaves nothing empty: every line is longer than 3 cm and turns at least one joint', () => {
    const table = tableFor(new Float64Array(coordinateCount));
    for (const line of model.lines.keys()) {
      expect(table[line]).toBeGreaterThan(0.03);
      const arms = table.subarray(armOffset(model, line), armOffset(model, line + 1));
      expect(Math.max(...arms.map(Math.abs))).toBeGreaterThan(0.005);
    }
  });

  it('turns the joints the way anatomy says', () => {
    const table = tableFor(new Float64Array(coordinateCount));
    const arm = (line: string, coordinate: string): number => {
      const index = model.lines.findIndex(({ name }) => name === line);
      return (
        table[armOffset(model, index) + armCoordinates.findIndex((each) => each === coordinate)] ?? Number.NaN
      );
    };
    expect(arm('gluteus_maximus_2_r', 'hip_flexion_r')).toBeLessThan(-0.03);
    expect(arm('gluteus_medius_2_r', 'hip_adduction_r')).toBeLessThan(-0.03);
    expect(arm('adductor_longus_r', 'hip_adduction_r')).toBeGreaterThan(0.04);
    expect(arm('semimembranosus_r', 'hip_flexion_r')).toBeLessThan(-0.03);
    expect(arm('semimembranosus_r', 'knee_angle_r')).toBeGreaterThan(0.015);
    expect(arm('rectus_femoris_r', 'knee_angle_r')).toBeLessThan(-0.02);
    expect(arm('rectus_abdominis_r', 'lumbar_extension')).toBeLessThan(-0.05);
    expect(arm('longissimus_thoracis_r', 'lumbar_extension')).toBeGreaterThan(0.03);
    expect(arm('quadratus_lumborum_1_r', 'lumbar_bending')).toBeGreaterThan(0.01);
    expect(arm('quadratus_lumborum_1_l', 'lumbar_bending')).toBeLessThan(-0.01);
    expect(arm('psoas_minor_r', 'hip_flexion_r')).toBe(0);
  });
});
