import { describe, expect, it } from 'vitest';
import { testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { restWishes, withRest, type RestWish } from './rest-wish.ts';

function restsOf(wish: RestWish | undefined, restSeconds: number, isStrength: boolean): readonly (number | undefined)[] {
  const hold = { sets: { min: 1, max: 3, default: 2 }, holdSeconds: { min: 30, max: 60, default: 45 }, restSeconds };
  const dose = isStrength ? { ...testRepsDose, restSeconds } : hold;
  const catalogue: Catalogue = { checks: [], exercises: [testExercise({ id: 'one', doses: { default: dose, gym: dose } })] };
  return withRest(catalogue, wish).exercises.flatMap(({ doses }) => [doses.default.restSeconds, doses.gym?.restSeconds]);
}

describe('[P-13] rests of the wished length', () => {
  it.each([
    ['shorter', 60, true, 40],
    ['shorter', 45, true, 30],
    ['shorter', 30, true, 30],
    ['shorter', 10, true, 10],
    ['shorter', 10, false, 5],
    ['shorter', 0, false, 0],
    ['longer', 0, false, 0],
    ['longer', 10, false, 15],
    ['longer', 60, true, 90],
    ['longer', 100, true, 120],
    ['as-planned', 47, true, 47],
    [undefined, 47, true, 47],
  ] as const)('%s: %d s, strength %s, becomes %d s, for every moment', (wish, seconds, isStrength, wished) => {
    expect(restsOf(wish, seconds, isStrength)).toEqual([wished, wished]);
  });

  it('every wish keeps the rest of strength at 30 s or what was planned, and all at two minutes', () => {
    for (const wish of restWishes)
      for (let planned = 0; planned <= 120; planned += 1)
        for (const rest of restsOf(wish, planned, true)) {
          expect(rest).toBeGreaterThanOrEqual(Math.min(planned, 30));
          expect(rest).toBeLessThanOrEqual(120);
        }
  });
});
