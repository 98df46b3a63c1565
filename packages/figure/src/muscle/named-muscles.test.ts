import { describe, expect, it } from 'vitest';
import { createBodyModel } from '@psoas/body';
import { modelMuscles } from './named-muscles.ts';

const names = new Set(createBodyModel({ psoasMinor: true }).muscles.map(({ name }) => name));

describe('muscles by the names of the knowledge', () => {
  it('are muscles of the model, on both sides', () => {
    const all = [
      'psoas-major',
      'psoas-minor',
      'iliacus',
      'rectus-femoris',
      'quadriceps',
      'tensor-fasciae-latae',
      'sartorius',
      'pectineus',
      'adductors',
      'gluteus-maximus',
      'gluteus-medius',
      'hamstrings',
      'abdominals',
      'obliques',
      'erector-spinae',
      'quadratus-lumborum',
    ];
    for (const side of ['left', 'right'] as const) {
      for (const muscle of all)
        expect(modelMuscles([muscle], side).filter((name) => names.has(name))).not.toEqual([]);
      expect(modelMuscles(all, side).filter((name) => !names.has(name))).toEqual([]);
    }
  });

  it('leave out what the model lacks, and name nothing twice', () => {
    expect(modelMuscles(['calf'], 'left')).toEqual([]);
    expect(modelMuscles(['rectus-femoris', 'quadriceps'], 'right')).toEqual(['rectus_femoris_r']);
  });
});
