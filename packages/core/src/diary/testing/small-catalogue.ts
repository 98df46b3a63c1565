import type { Catalogue, CatalogueExercise } from '../../catalogue/index.ts';

const lunge: CatalogueExercise = {
  id: 'kneeling-hip-flexor-lunge',
  class: 'stretch',
  planned: true,
  side: { model: 'unilateral' },
  level: 'beginner',
  rung: 1,
  equipment: { needed: [] },
  properties: ['floor', 'kneeling'],
  hips: { target: ['end-range-hip-extension', 'static-end-range-stretch'], other: [] },
  doses: {
    default: {
      sets: { min: 2, max: 3, default: 2 },
      holdSeconds: { min: 30, max: 60, default: 45 },
      restSeconds: 10,
    },
  },
  gates: [],
  easier: [],
  harder: [],
  substitutes: [],
  claims: ['C090'],
};

const march: CatalogueExercise = {
  ...lunge,
  id: 'standing-march',
  class: 'strengthen',
  side: { model: 'alternating' },
  properties: [],
  hips: { target: [], other: [] },
  doses: {
    default: {
      sets: { min: 1, max: 3, default: 2 },
      reps: { min: 8, max: 12, default: 10 },
      tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 },
      restSeconds: 30,
    },
  },
};

/** A stretch and a strength exercise that everybody may do, and the two tests. */
export const smallCatalogue: Catalogue = {
  exercises: [lunge, march, { ...march, id: 'bridge' }],
  checks: [
    { answerKey: 'halfKneeling', properties: ['kneeling'], hips: { target: [], other: [] } },
    { answerKey: 'kneeLift', properties: [], hips: { target: [], other: [] } },
  ],
};
