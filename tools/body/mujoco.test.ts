import {
  armOffset,
  coordinateCount,
  coordinates,
  createBodyModel,
  createMuscleEvaluator,
  muscleTableSize,
  type BodyModel,
} from '@psoas/body';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMujocoBody, type MujocoBody } from './mujoco-body.ts';

const poseCount = 600;
const toleranceMetres = 1e-7;

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function createShares(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function randomValues(share: () => number): Float64Array {
  return Float64Array.from(coordinates, ({ min, max, unit }) => {
    const value = min + (max - min) * share();
    return unit === 'degrees' ? (value * Math.PI) / 180 : value;
  });
}

/** The largest differences over all lines, with the names of the worst. */
function differences(
  model: BodyModel,
  ours: Float64Array,
  theirs: Float64Array,
): { length: number; arm: number } {
  const worst = { length: 0, arm: 0 };
  for (const [line] of model.lines.entries()) {
    worst.length = Math.max(worst.length, Math.abs((ours[line] ?? 0) - (theirs[line] ?? Number.NaN)));
    for (let arm = armOffset(model, line); arm < armOffset(model, line + 1); arm += 1)
      worst.arm = Math.max(worst.arm, Math.abs((ours[arm] ?? 0) - (theirs[arm] ?? Number.NaN)));
  }
  return worst;
}

describe.each([
  { name: 'the model as it is', options: {} },
  { name: 'a tall body with psoas minor', options: { statureMetres: 1.95, psoasMinor: true } },
])('$name in MuJoCo', ({ options }) => {
  const model = createBodyModel(options);
  const measure = createMuscleEvaluator(model);
  const ours = new Float64Array(muscleTableSize(model));
  const theirs = new Float64Array(muscleTableSize(model));
  let mujoco: MujocoBody;
  beforeAll(async () => {
    mujoco = await loadMujocoBody(model);
  });
  afterAll(() => mujoco.close());

  it(`[BODY-06] has the same lengths and arms within 0.0001 mm in ${poseCount} random poses of the whole range`, () => {
    const share = createShares(20_261_121);
    for (let pose = 0; pose < poseCount; pose += 1) {
      const values = randomValues(share);
      measure(values, ours);
      mujoco.place(values);
      mujoco.read(theirs);
      const worst = differences(model, ours, theirs);
      expect(worst.length, `length in pose ${pose}`).toBeLessThan(toleranceMetres);
      expect(worst.arm, `arm in pose ${pose}`).toBeLessThan(toleranceMetres);
    }
  });

  it('would notice a point that is a millimetre off', () => {
    const moved = {
      ...model,
      lines: model.lines.map((line, index) =>
        index > 0
          ? line
          : {
              ...line,
              path: line.path.map((point, at) =>
                at > 0 ? point : { ...point, atMetres: [0, 0, 0.02] as const },
              ),
            },
      ),
    };
    mujoco.place(new Float64Array(coordinateCount));
    mujoco.read(theirs);
    createMuscleEvaluator(moved)(new Float64Array(coordinateCount), ours);
    expect(differences(model, ours, theirs).length).toBeGreaterThan(1e-3);
  });

  it('slides over each hip cylinder in many of those poses and lifts off it in others, so that both are compared', () => {
    const withoutCylinders = {
      ...model,
      lines: model.lines.map((line) => ({
        ...line,
        path: line.path.map(({ body, atMetres }) => ({ body, atMetres })),
      })),
    };
    const measureStraight = createMuscleEvaluator(withoutCylinders);
    const share = createShares(20_261_121);
    const sliding = new Map([
      ['Ps_L3_TP_r', 0],
      ['iliacus_r', 0],
      ['Ps_L3_TP_l', 0],
      ['iliacus_l', 0],
    ]);
    for (let pose = 0; pose < poseCount; pose += 1) {
      const values = randomValues(share);
      measure(values, ours);
      measureStraight(values, theirs);
      for (const [name, count] of sliding) {
        const line = model.lines.findIndex((each) => each.name === name);
        if ((ours[line] ?? 0) > (theirs[line] ?? 0) + 1e-9) sliding.set(name, count + 1);
      }
    }
    for (const count of sliding.values()) {
      expect(count).toBeGreaterThan(100);
      expect(count).toBeLessThan(poseCount - 100);
    }
  });
});
