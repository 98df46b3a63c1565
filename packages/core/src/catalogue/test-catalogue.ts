import type { Catalogue, CatalogueExercise } from './exercise.ts';

/** For tests: an exercise with parts replaced; by default a one-sided stretch that anybody may do. */
export function testExercise(parts: Partial<CatalogueExercise> & { readonly id: string }): CatalogueExercise {
  return {
    class: 'stretch',
    planned: true,
    side: { model: 'unilateral' },
    level: 'beginner',
    rung: 1,
    equipment: { needed: [] },
    properties: [],
    hips: { target: [], other: [] },
    doses: { default: { sets: { min: 1, max: 3, default: 2 }, holdSeconds: { min: 30, max: 60, default: 45 }, restSeconds: 10 } },
    gates: [],
    easier: [],
    harder: [],
    substitutes: [],
    claims: [],
    ...parts,
  };
}

/** For tests: repetitions of 5 seconds. */
export const testRepsDose = { sets: { min: 2, max: 3, default: 3 }, reps: { min: 6, max: 12, default: 10 }, tempo: { upSeconds: 1, pauseSeconds: 2, downSeconds: 2 }, restSeconds: 30 } as const;

/** For tests: the self-tests with what they ask of the body. */
export const testChecks: Catalogue['checks'] = [
  { answerKey: 'halfKneeling', properties: ['floor', 'kneeling', 'split-stance'], hips: { target: ['end-range-hip-extension'], other: [] } },
  { answerKey: 'kneeLift', properties: ['standing-balance'], hips: { target: [], other: [] } },
  { answerKey: 'thomas', properties: ['supine', 'bed-edge', 'end-range-lumbar-flexion'], hips: { target: ['end-range-hip-extension', 'hip-flexion-over-90'], other: ['hip-flexion-over-90'] } },
  { answerKey: 'seatedLifts', properties: [], hips: { target: ['hip-flexion-over-90'], other: [] } },
];
