import { describe, expect, it } from 'vitest';
import { createAnatomy } from './anatomy.ts';
import { mainLengths, signed } from './lengths.ts';
import { levelPulls } from './level-pulls.ts';
import { poseToArray } from '@psoas/body';
import { comparePelvis } from './try-it.tsx';
import { walkingPose, walkPart } from './walk.ts';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';
import { sittingPose } from './presets.ts';

const anatomy = createAnatomy(false);

function percentIn(pose: Readonly<Record<string, number>>, muscle: string): number {
  const evaluation = anatomy.evaluate(pose);
  if (!evaluation.ok) throw new Error(evaluation.error.kind);
  return (
    mainLengths(evaluation.value, 'right').find((each) => each.muscle === muscle)?.changePercent ?? Number.NaN
  );
}

describe('the comparison of tuck and arch', () => {
  it.each(['left', 'right'] as const)(
    'shows that the tuck adds to the psoas and the arch takes away, on the %s',
    (side) => {
      const { tucked, level, arched } = comparePelvis(anatomy, side);
      expect(tucked).toBeGreaterThan(5);
      expect(tucked).toBeLessThan(6.5);
      expect(level).toBeGreaterThan(3.5);
      expect(level).toBeLessThan(4.5);
      expect(arched).toBeGreaterThan(1.5);
      expect(arched).toBeLessThan(2.6);
    },
  );
});

describe('lengths', () => {
  it('are what they are compared with in standing', () => {
    expect(percentIn({}, 'psoas')).toBe(0);
  });

  it('shorten psoas and iliacus in sitting', () => {
    expect(percentIn({ ...sittingPose }, 'psoas')).toBeLessThan(-10);
    expect(percentIn({ ...sittingPose }, 'iliacus')).toBeLessThan(-15);
  });

  it('say changes with their sign, and nothing without', () => {
    expect([signed(5.64, 1), signed(-0.04, 1), signed(-12.3, 0)]).toEqual(['+5.6', '0.0', '−12']);
  });
});

describe('the schematic walking step', () => {
  it('takes the hip from 25 degrees forwards to 17 back, and is the same after a whole step', () => {
    const hips = Array.from(
      { length: 101 },
      (_, index) => walkingPose(index / 100).hip_flexion_r ?? Number.NaN,
    );
    expect(Math.max(...hips)).toBeCloseTo(25, 6);
    expect(Math.min(...hips)).toBeCloseTo(-17, 6);
    expect(walkingPose(1).knee_angle_r).toBeCloseTo(walkingPose(0).knee_angle_r ?? Number.NaN, 9);
    expect(walkingPose(0.3).hip_flexion_l).toBeCloseTo(walkingPose(0.8).hip_flexion_r ?? Number.NaN, 9);
  });

  it('makes the psoas longest when the foot is about to leave, as its text says', () => {
    const places = Array.from({ length: 50 }, (_, index) => index / 50);
    const longest = places.reduce(
      (best, place) =>
        percentIn({ ...walkingPose(place) }, 'psoas') > percentIn({ ...walkingPose(best) }, 'psoas')
          ? place
          : best,
      0,
    );
    const shortest = places.reduce(
      (best, place) =>
        percentIn({ ...walkingPose(place) }, 'psoas') < percentIn({ ...walkingPose(best) }, 'psoas')
          ? place
          : best,
      0.5,
    );
    expect(walkPart(longest)).toBe('push');
    expect(['strike', 'swing']).toContain(walkPart(shortest));
  });
});

describe('the pull on each level of the low back', () => {
  it('goes back above and forwards below, each by little', () => {
    const values = poseToArray({});
    const evaluation = anatomy.evaluate({});
    if (!evaluation.ok) throw new Error('standing is within range');
    const pulls = levelPulls({
      model: anatomy.model,
      ways: anatomy.trace(values),
      centres: evaluation.value.jointCentresMetres,
      side: 'left',
      axis: [0, 0, 1],
    });
    const [first, second, third, fourth, fifth] = pulls.map(({ leverMillimetres }) => leverMillimetres);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
    expect(third).toBeGreaterThan(-1);
    expect(fourth).toBeLessThan(0);
    expect(fifth).toBeLessThan(-10);
  });

  it('sits as the figure sits, so that one number stands everywhere', async () => {
    const { movement } = (await movementLoaders['seated-lifts']?.()) ?? { movement: undefined };
    const pose = movement?.keyframes.find(({ id }) => id === 'sitting')?.pose ?? {};
    expect(percentIn({ ...sittingPose }, 'psoas')).toBeCloseTo(percentIn({ ...pose }, 'psoas'), 2);
  });
});
