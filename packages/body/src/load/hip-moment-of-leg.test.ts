import { describe, expect, it } from 'vitest';
import { createBodyModel } from '../muscle/body-model.ts';
import { hipMomentOfLeg, type LegMoment } from './hip-moment-of-leg.ts';

const model = createBodyModel();

function moment(pose: { readonly [name: string]: number }, side: 'left' | 'right' = 'right'): LegMoment {
  const result = hipMomentOfLeg(model, pose, { side, bodyMassKg: 75 });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('hipMomentOfLeg', () => {
  it('asks most of the flexors just off the floor, lying on the back, and less the higher the leg', () => {
    const lying = { pelvis_tilt: 90 };
    const typical = [5, 30, 60, 85].map(
      (hip_flexion_r) => moment({ ...lying, hip_flexion_r }).hipFlexion.typical,
    );
    expect(typical).toEqual(typical.toSorted((first, second) => second - first));
    // A straight leg of about 18 % of 75 kg, its centre of mass some 0.32 m from the hip.
    expect(typical[0]).toBeGreaterThan(35);
    expect(typical[0]).toBeLessThan(52);
    expect(typical.at(-1)).toBeLessThan(8);
  });

  it('asks less with a bent knee, and gives a range about the typical figure', () => {
    const lying = { pelvis_tilt: 90, hip_flexion_r: 30 };
    const straight = moment(lying).hipFlexion;
    expect(moment({ ...lying, knee_angle_r: 90 }).hipFlexion.typical).toBeLessThan(straight.typical);
    expect(straight.low).toBeLessThan(straight.typical);
    expect(straight.high).toBeGreaterThan(straight.typical);
  });

  it('asks nothing of a leg that hangs, and turns to the extensors behind the body', () => {
    expect(Math.abs(moment({}).hipFlexion.typical)).toBeLessThan(1.5);
    expect(moment({ hip_flexion_r: -20 }).hipFlexion.high).toBeLessThan(0);
  });

  it('asks the abductors, lying on the side with the upper leg lifted, left and right alike', () => {
    const right = moment({ pelvis_list: -90, hip_adduction_r: -20 });
    const left = moment({ pelvis_list: 90, hip_adduction_l: -20 }, 'left');
    expect(right.hipAdduction.typical).toBeLessThan(-25);
    expect(left.hipAdduction.typical).toBeCloseTo(right.hipAdduction.typical, 9);
    expect(left.hipFlexion.typical).toBeCloseTo(right.hipFlexion.typical, 9);
  });

  it('grows with mass and with stature', () => {
    const pose = { pelvis_tilt: 90, hip_flexion_r: 30 };
    const base = moment(pose).hipFlexion.typical;
    const taller = hipMomentOfLeg(createBodyModel({ statureMetres: 1.925 }), pose, {
      side: 'right',
      bodyMassKg: 150,
    });
    expect(taller.ok && taller.value.hipFlexion.typical).toBeCloseTo(2 * 1.1 * base, 9);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a body mass of %d kg', (bodyMassKg) => {
    expect(hipMomentOfLeg(model, {}, { side: 'left', bodyMassKg })).toEqual({
      ok: false,
      error: { kind: 'not-positive', bodyMassKg },
    });
  });

  it('refuses a posture outside the range', () => {
    const result = hipMomentOfLeg(model, { hip_flexion_l: 200 }, { side: 'left', bodyMassKg: 75 });
    expect(result).toMatchObject({ ok: false, error: { kind: 'out-of-range', coordinate: 'hip_flexion_l' } });
  });
});
