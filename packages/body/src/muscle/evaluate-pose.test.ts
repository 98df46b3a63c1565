import { describe, expect, it } from 'vitest';
import { coordinates } from '../pose/coordinates.ts';
import { createBodyModel } from './body-model.ts';
import { createPoseEvaluator, evaluatePose, type PoseEvaluation } from './evaluate-pose.ts';

const model = createBodyModel();

function evaluated(pose: { readonly [name: string]: number }, statureMetres?: number): PoseEvaluation {
  const result = evaluatePose(statureMetres === undefined ? model : createBodyModel({ statureMetres }), pose);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('evaluatePose', () => {
  it('gives each muscle as the strength-weighted mean of its lines', () => {
    const psoas = evaluated({ hip_flexion_r: -20 }).muscles.find(({ name }) => name === 'psoas_r');
    const forces = new Map(model.lines.map(({ name, maxForceNewtons }) => [name, maxForceNewtons]));
    const total = psoas?.lines.reduce((sum, { name }) => sum + (forces.get(name) ?? 0), 0) ?? 0;
    const mean =
      psoas?.lines.reduce((sum, line) => sum + (forces.get(line.name) ?? 0) * line.lengthMetres, 0) ?? 0;
    expect(psoas?.lengthMetres).toBeCloseTo(mean / total, 12);
    expect(total).toBeCloseTo(1113, 0);
  });

  it('has every muscle on both sides, and psoas minor only when asked for', () => {
    const names = evaluated({}).muscles.map(({ name }) => name);
    expect(names).toHaveLength(36);
    for (const name of names.filter((each) => each.endsWith('_r')))
      expect(names).toContain(name.replace(/_r$/, '_l'));
    expect(names).not.toContain('psoas_minor_r');
    const withMinor = evaluatePose(createBodyModel({ psoasMinor: true }), {});
    expect(withMinor.ok && withMinor.value.muscles.map(({ name }) => name)).toContain('psoas_minor_l');
  });

  it('changes nothing in neutral standing', () => {
    for (const { changeMetres, changeShare } of evaluated({ pelvis_tilt: 20 }).muscles) {
      expect(changeMetres).toBe(0);
      expect(changeShare).toBe(0);
    }
  });

  it('psoas minor tightens when the trunk arches, and never minds the hip', () => {
    const evaluate = createPoseEvaluator(createBodyModel({ psoasMinor: true }));
    const change = (pose: { readonly [name: string]: number }): number => {
      const result = evaluate(pose);
      return (
        (result.ok ? result.value.muscles : []).find(({ name }) => name === 'psoas_minor_r')?.changeMetres ??
        Number.NaN
      );
    };
    expect(change({ hip_flexion_r: 90, hip_adduction_r: -30 })).toBe(0);
    expect(change({ lumbar_bending: -15 })).toBeGreaterThan(0.005);
  });

  it('[BODY-09] names the coordinate, the value and the range of what it is not made for', () => {
    for (const { name, min, max, unit } of coordinates)
      for (const value of [min - 0.5, max + 0.5])
        expect(evaluatePose(model, { [name]: value })).toEqual({
          ok: false,
          error: { kind: 'out-of-range', coordinate: name, value, min, max, unit },
        });
  });

  it('[BODY-09] refuses NaN and coordinates that do not exist', () => {
    expect(evaluatePose(model, { knee_angle_r: Number.NaN })).toMatchObject({
      ok: false,
      error: { kind: 'out-of-range', coordinate: 'knee_angle_r' },
    });
    expect(evaluatePose(model, { knee_flexion_r: 10 })).toEqual({
      ok: false,
      error: { kind: 'unknown-coordinate', coordinate: 'knee_flexion_r' },
    });
  });

  it('[BODY-10] a body a tenth taller has all lengths and arms a tenth longer, and the same changes in per cent', () => {
    const pose = {
      hip_flexion_r: 50,
      hip_adduction_r: -10,
      knee_angle_r: 40,
      lumbar_extension: -15,
      pelvis_tx: 1,
    };
    const base = evaluated(pose);
    const tall = evaluated(pose, 1.925);
    for (const [index, muscle] of tall.muscles.entries()) {
      const small = base.muscles[index];
      expect(muscle.lengthMetres).toBeCloseTo(1.1 * (small?.lengthMetres ?? 0), 12);
      expect(muscle.changeShare).toBeCloseTo(small?.changeShare ?? 0, 12);
      expect(muscle.armMetres.hip_flexion_r).toBeCloseTo(1.1 * (small?.armMetres.hip_flexion_r ?? 0), 12);
    }
    // The pelvis stays where the pose puts it; the knee hangs a tenth lower below it.
    expect(tall.jointCentresMetres.pelvis).toEqual(base.jointCentresMetres.pelvis);
    expect(tall.jointCentresMetres.tibia_r[1]).toBeCloseTo(1.1 * base.jointCentresMetres.tibia_r[1], 12);
  });

  it('places the joints in the world', () => {
    const {
      femur_r: hip,
      tibia_r: knee,
      foot_r: ankle,
    } = evaluated({ hip_flexion_r: 90, knee_angle_r: 90 }).jointCentresMetres;
    expect(knee[0] - hip[0]).toBeGreaterThan(0.38);
    expect(knee[1] - ankle[1]).toBeGreaterThan(0.38);
    expect(hip[2]).toBeCloseTo(0.0835, 9);
  });
});
