import type { CatalogueExercise, ExerciseClass } from '../catalogue/index.ts';
import type { Availability } from './availability.ts';
import type { AllowedSides } from './plan-item.ts';
import type { ProgrammeWishes } from './programme.ts';

/** An exercise that may be planned, with its sides. */
export type Choice = { readonly exercise: CatalogueExercise; readonly allowed: AllowedSides; readonly swapped: boolean };

/** What selection needs: what is available, and the person's own swaps. */
export type Selection = { readonly available: readonly Availability[]; readonly swaps: NonNullable<ProgrammeWishes['swaps']>; readonly maxRung: number; readonly openGatesPass: boolean };

/** The exercises of a class in order of preference, swaps applied; both-sided ones before one-sided ones. */
export function choicesOf(selection: Selection, className: ExerciseClass, preferred: readonly string[]): readonly Choice[] {
  const rank = (id: string): number => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
  const usable = usableOf(selection).filter(({ exercise }) => exercise.class === className);
  const ordered = usable.toSorted((first, second) => second.allowedSides.length - first.allowedSides.length || rank(first.exercise.id) - rank(second.exercise.id) || first.exercise.rung - second.exercise.rung || (first.exercise.id < second.exercise.id ? -1 : 1));
  return withoutRepeats(ordered.map((entry) => swapIn(entry, usable, selection.swaps)));
}

/** One exercise by its id, if it may be planned; a swap applied. */
export function choiceOf(selection: Selection, id: string): Choice | undefined {
  const usable = usableOf(selection);
  const found = usable.find(({ exercise }) => exercise.id === id);
  return found === undefined ? undefined : swapIn(found, usable, selection.swaps);
}

/** What may be planned on some side: allowed, and on a rung that is open to this person (S-05, P-05). */
export function usableOf({ available, maxRung, openGatesPass }: Selection): readonly Availability[] {
  return available.filter(({ exercise, allowedSides }) => allowedSides.length > 0 && (exercise.rung <= maxRung || (openGatesPass && exercise.gates.length > 0)));
}

/** Whether `other` may stand in for an exercise: same class, and every side of it (P-11). */
export function mayReplace(entry: Availability, other: Availability): boolean {
  return other !== entry && other.exercise.class === entry.exercise.class && entry.allowedSides.every((side) => other.allowedSides.includes(side));
}

// [P-11] A wish replaces an exercise by another of its class that is allowed on the same sides.
function swapIn(entry: Availability, usable: readonly Availability[], swaps: Selection['swaps']): Choice {
  const wished = usable.find((other) => other.exercise.id === swaps[entry.exercise.id] && mayReplace(entry, other));
  return toChoice(wished ?? entry, wished !== undefined);
}

function toChoice({ exercise, allowedSides, blockedBy }: Availability, swapped: boolean): Choice {
  return { exercise, allowed: { sides: allowedSides, because: blockedBy }, swapped };
}

/** Each exercise once, the first of them. */
export function withoutRepeats(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ exercise }, index) => choices.findIndex((other) => other.exercise.id === exercise.id) === index);
}
