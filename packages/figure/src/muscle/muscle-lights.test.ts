import { evaluatePose, createBodyModel, poseToArray } from '@psoas/body';
import { describe, expect, it } from 'vitest';
import { samplePoses } from '../sample-poses.ts';
import { createMuscleLights } from './muscle-lights.ts';

describe('muscle lights', () => {
  it('[FIG-07] have the roles, ways and length changes of the model', () => {
    const names = ['psoas_r', 'iliacus_r', 'rectus_femoris_l', 'gluteus_maximus_r'];
    const lit = createMuscleLights(names)(poseToArray(samplePoses.halfKneeling));
    expect(lit.map(({ key, role }) => [key, role])).toEqual(
      expect.arrayContaining([
        ['psoas_r', 'psoas'],
        ['iliacus_r', 'iliacus'],
        ['rectus_femoris_l', 'rectus-femoris'],
        ['gluteus_maximus_r', 'muscle'],
      ]),
    );
    const evaluated = evaluatePose(createBodyModel(), samplePoses.halfKneeling);
    if (!evaluated.ok) throw new Error('The sample is within range.');
    for (const { key, changeShare, lines } of lit) {
      expect(changeShare).toBeCloseTo(
        evaluated.value.muscles.find(({ name }) => name === key)?.changeShare ?? 9,
        3,
      );
      expect(lines.every((line) => line.length >= 2)).toBe(true);
    }
  });

  it('[FIG-07] no name lights nothing', () => {
    expect(createMuscleLights([])(poseToArray({}))).toEqual([]);
  });
});
