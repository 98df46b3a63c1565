import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBodyModel } from '../muscle/body-model.ts';
import { judge } from './judge.ts';
import { lumbarArmMetres, type LumbarJoint } from './lumbar-arm.ts';
import { testMechanics, type MechanicsQuestion } from './test-mechanics.ts';

const model = createBodyModel();
const kneeling: MechanicsQuestion = {
  muscle: 'psoas',
  quantity: 'length-change',
  posture: { hip_flexion_r: -20, knee_angle_r: 90 },
  expects: 'longer',
  tolerance: 1.5,
};
const tucked = { hip_flexion_r: -30, lumbar_extension: -10, knee_angle_r: 90 };

function answer(question: MechanicsQuestion) {
  const tested = testMechanics(model, question);
  if (!tested.ok) throw new Error(tested.error.coordinate);
  return tested.value;
}

describe('judging a value', () => {
  it('leaves room between yes and no where the model is not sure', () => {
    expect([2, 1.5, 1, 0.7, -3].map((value) => judge(value, 'longer', 1.5))).toEqual([
      'supports',
      'supports',
      'cannot-say',
      'contradicts',
      'contradicts',
    ]);
    expect([0.2, -1, 2].map((value) => judge(value, 'unchanged', 1.5))).toEqual([
      'supports',
      'cannot-say',
      'contradicts',
    ]);
    expect(judge(Number.NaN, 'longer', 1)).toBe('cannot-say');
  });

  it('never says yes to a thing and to its opposite', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (value, tolerance) => {
          const yes = (['longer', 'shorter', 'unchanged'] as const).filter(
            (expects) => judge(value, expects, tolerance) === 'supports',
          );
          expect(yes.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('testing a mechanical statement', () => {
  it('measures against neutral standing, another posture, another muscle, or both', () => {
    const alone = answer(kneeling);
    expect(alone.verdict).toBe('supports');
    expect(alone.value).toBeGreaterThan(3);
    expect(alone.value).toBeLessThan(5);
    const tuck = answer({ ...kneeling, posture: tucked, against: { posture: kneeling.posture } }).value;
    expect(tuck).toBeCloseTo(answer({ ...kneeling, posture: tucked }).value - alone.value, 9);
    const rectus = answer({ ...kneeling, muscle: 'rectus_femoris' }).value;
    expect(answer({ ...kneeling, against: { muscle: 'rectus_femoris' } }).value).toBeCloseTo(
      alone.value - rectus,
      9,
    );
    const rectusTuck = answer({ ...kneeling, muscle: 'rectus_femoris', posture: tucked }).value - rectus;
    const both = { muscle: 'rectus_femoris', posture: kneeling.posture };
    expect(answer({ ...kneeling, posture: tucked, against: both }).value).toBeCloseTo(tuck - rectusTuck, 9);
  });

  it('says the opposite to the opposite', () => {
    expect(answer({ ...kneeling, expects: 'shorter' }).verdict).toBe('contradicts');
    expect(answer({ ...kneeling, expects: 'unchanged' }).verdict).toBe('contradicts');
  });

  it('cannot say how strong something feels', () => {
    expect(answer({ ...kneeling, asks: 'felt' }).verdict).toBe('cannot-say');
  });

  it('cannot say which way a lever turns a joint of the back when it is within its own error', () => {
    const lever: MechanicsQuestion = { ...kneeling, quantity: 'lumbar-arm', expects: 'arches', tolerance: 4 };
    const above = answer({ ...lever, joint: 'L1-L2' });
    expect(Math.abs(above.value)).toBeLessThan(3);
    expect(above.verdict).toBe('cannot-say');
    expect(answer({ ...lever, joint: 'L5-S1' }).verdict).toBe('contradicts');
  });

  it('cannot say what lasts', () => {
    expect(answer({ ...kneeling, asks: 'lasting' }).verdict).toBe('cannot-say');
  });

  it('names the coordinate that the model cannot take', () => {
    expect(testMechanics(model, { ...kneeling, posture: { hip_flexion_r: -80 } })).toMatchObject({
      ok: false,
      error: { coordinate: 'hip_flexion_r', value: -80, min: -40 },
    });
  });

  it('gives levers in millimetres', () => {
    expect(
      answer({ ...kneeling, quantity: 'hip-flexion-arm', expects: 'bends-the-hip', tolerance: 10 }),
    ).toMatchObject({ unit: 'millimetres', verdict: 'supports' });
  });
});

describe('the weight of a leg', () => {
  it('asks more of the hip flexors the lower a straight leg hangs from a body on its back', () => {
    const low: MechanicsQuestion = {
      muscle: 'hip_flexors',
      quantity: 'leg-weight',
      posture: { pelvis_tilt: 90, hip_flexion_r: 10 },
      against: { posture: { pelvis_tilt: 90, hip_flexion_r: 60 } },
      expects: 'heavier',
      tolerance: 10,
    };
    expect(answer(low)).toMatchObject({ unit: 'percent', verdict: 'supports' });
    // A rigid straight leg: cos 10 to cos 60, with the feet a little off the line.
    expect(answer(low).value).toBeGreaterThan(85);
    expect(answer(low).value).toBeLessThan(110);
    expect(answer({ ...low, expects: 'lighter' }).verdict).toBe('contradicts');
  });
});

describe('levers at the joints of the lower back', () => {
  it('has the psoas arch the upper joints a little and round the lower ones, as Bogduk 1992 found', () => {
    const joints: readonly LumbarJoint[] = ['L1-L2', 'L2-L3', 'L3-L4', 'L4-L5', 'L5-S1'];
    const arms = joints.map((joint) => lumbarArmMetres(model, 'psoas_r', joint) * 1000);
    expect(arms.map(Math.sign)).toEqual([1, 1, 1, -1, -1]);
    for (const upper of arms.slice(0, 3)) expect(upper).toBeLessThan(5);
    expect(arms[4]).toBeLessThan(-15);
  });
});
