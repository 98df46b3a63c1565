import type { CatalogueExercise, ExerciseClass } from '../catalogue/index.ts';
import type { Availability } from './availability.ts';
import type { AllowedSides } from './plan-item.ts';
import type { ProgrammeWishes } from './programme.ts';

/** An exercise that may be planned, with its sides. */
export type Choice = { readonly exercise: CatalogueExercise; readonly allowed: AllowedSides; readonly swapped: boolean };

/** What selection needs: what is available, and the person's own swaps. */
export type Selection = { readonly available: readonly Availability[]; readonly swaps: NonNullable<ProgrammeWishes['swaps']>; readonly maxRung: number };

/** The exercises of a class in order of preference, swaps applied; both-sided ones before one-sided ones. */
export function choicesOf(selection: Selection, className: ExerciseClass, preferred: readonly string[]): readonly Choice[] {
  const rank = (id: string): number => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
  const usable = selection.available.filter(({ exercise, allowedSides }) => exercise.class === className && allowedSides.length > 0 && exercise.rung <= selection.maxRung);
  const ordered = usable.toSorted((first, second) => second.allowedSides.length - first.allowedSides.length || rank(first.exercise.id) - rank(second.exercise.id) || first.exercise.rung - second.exercise.rung || (first.exercise.id < second.exercise.id ? -1 : 1));
  return withoutRepeats(ordered.map((entry) => swapIn(entry, usable, selection.swaps)));
}

/** One exercise by its id, if it may be planned. */
export function choiceOf(selection: Selection, id: string): Choice | undefined {
  const found = selection.available.find(({ exercise, allowedSides }) => exercise.id === id && allowedSides.length > 0);
  return found === undefined ? undefined : swapIn(found, selection.available, selection.swaps);
}

// [P-11] A wish replaces an exercise by another of its class that is allowed on as many sides.
function swapIn(entry: Availability, usable: readonly Availability[], swaps: Selection['swaps']): Choice {
  const wished = usable.find(({ exercise, allowedSides }) => exercise.id === swaps[entry.exercise.id] && exercise.class === entry.exercise.class && allowedSides.length >= entry.allowedSides.length);
  return toChoice(wished ?? entry, wished !== undefined);
}

function toChoice({ exercise, allowedSides, blockedBy }: Availability, swapped: boolean): Choice {
  return { exercise, allowed: { sides: allowedSides, because: blockedBy }, swapped };
}

function withoutRepeats(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ exercise }, index) => choices.findIndex((other) => other.exercise.id === exercise.id) === index);
}
