import type { Catalogue, CatalogueExercise, Dose } from '../catalogue/index.ts';

/** How long a person likes to rest between sets. Own choice; no study says that either harms or helps. */
export const restWishes = ['shorter', 'as-planned', 'longer'] as const;
export type RestWish = (typeof restWishes)[number];

type Doses = CatalogueExercise['doses'];

const shareByWish: { readonly [wish in RestWish]: number } = { shorter: 2 / 3, 'as-planned': 1, longer: 1.5 };
const stepSeconds = 5;
const longestSeconds = 120;

/**
 * [P-13] The exercises with rests of the wished length: a third less or half more, in steps of five seconds. A shorter
 * rest of strength stays at 30 seconds or what was planned, whichever is less; none is longer than two minutes.
 */
export function withRest(catalogue: Catalogue, wish: RestWish = 'as-planned'): Catalogue {
  if (wish === 'as-planned') return catalogue;
  const exercises = catalogue.exercises.map((exercise) => ({
    ...exercise,
    doses: { ...dosesWithRest(exercise.doses, wish), default: doseWithRest(exercise.doses.default, wish) },
  }));
  return { ...catalogue, exercises };
}

function dosesWithRest(doses: Doses, wish: RestWish): Partial<Doses> {
  return Object.fromEntries(Object.entries(doses).map(([name, dose]) => [name, doseWithRest(dose, wish)]));
}

function doseWithRest(dose: Dose, wish: RestWish): Dose {
  return { ...dose, restSeconds: wishedRest(dose, wish) };
}

function wishedRest({ restSeconds, reps }: Dose, wish: RestWish): number {
  const wished = Math.round((restSeconds * shareByWish[wish]) / stepSeconds) * stepSeconds;
  const shortest = Math.min(restSeconds, reps === undefined ? stepSeconds : 30);
  return Math.max(shortest, Math.min(longestSeconds, wished));
}
