import { sides, type Side } from '@psoas/kernel';
import type { About } from '../answers/index.ts';
import type { Catalogue, CatalogueExercise } from '../catalogue/index.ts';
import { blockingExclusions, type Exclusion } from '../safety/index.ts';

/** What decides whether somebody can do an exercise. */
export type AvailabilityFacts = {
  readonly about: About;
  readonly exclusions: readonly Exclusion[];
  readonly openedExercises: ReadonlySet<string>;
};

/** Whether, and on which sides, an exercise may be planned. */
export type Availability = {
  readonly exercise: CatalogueExercise;
  /** Target sides that are allowed; empty when it may not be planned at all. */
  readonly allowedSides: readonly Side[];
  /** Flags, modifiers and rules that forbid it on some side; empty when nothing does. */
  readonly blockedBy: readonly string[];
  /** [P-05] Allowed otherwise, but its gate is still shut. */
  readonly locked: boolean;
};

/** Looks at every planned exercise of the catalogue. */
export function availabilities(catalogue: Catalogue, facts: AvailabilityFacts): readonly Availability[] {
  return catalogue.exercises.filter(({ planned }) => planned).map((exercise) => availabilityOf(exercise, facts));
}

function availabilityOf(exercise: CatalogueExercise, facts: AvailabilityFacts): Availability {
  const circumstances = circumstanceBlocks(exercise, facts.about);
  const blocks = sides.map((side) => ({ side, by: blockingExclusions(exercise, side, facts.exclusions).map(({ by }) => by) }));
  const free = blocks.filter(({ by }) => by.length === 0).map(({ side }) => side);
  // A movement of both legs at once cannot spare one of them.
  const possible = exercise.side.model === 'bilateral' && free.length < 2 ? [] : free;
  const locked = exercise.gates.length > 0 && !facts.openedExercises.has(exercise.id);
  return {
    exercise,
    allowedSides: circumstances.length > 0 || locked ? [] : possible,
    blockedBy: [...new Set([...circumstances, ...blocks.flatMap(({ by }) => by)])],
    locked: locked && circumstances.length === 0 && possible.length > 0,
  };
}

// [P-08] What is not there, and what the body cannot do; [P-05] what an unsteady person leaves out.
function circumstanceBlocks(exercise: CatalogueExercise, about: About): readonly string[] {
  const has = new Set(about.equipment);
  const asks = new Set(exercise.properties);
  const lacks = exercise.equipment.needed.some((alternatives) => !alternatives.some((kind) => has.has(kind)));
  const noFloor = !about.canUseFloor && asks.has('floor');
  const noKneeling = !about.canKneel && asks.has('kneeling');
  const unsteady = about.needsBalanceSupport && (['on-box', 'loaded-single-leg-standing', 'bed-edge'] as const).some((property) => asks.has(property));
  return [...(lacks || noFloor || noKneeling ? ['P-08'] : []), ...(unsteady ? ['P-05'] : [])];
}
