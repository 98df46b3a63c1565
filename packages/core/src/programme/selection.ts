import type { Side } from '@psoas/kernel';
import type { CatalogueExercise, ExerciseClass } from '../catalogue/index.ts';
import type { Availability } from './availability.ts';
import type { AllowedSides } from './plan-item.ts';
import { climbed } from './climb.ts';
import type { ProgrammeWishes } from './programme.ts';
import { formOfItem, type FormFacts } from './harder-form.ts';
import type { ExerciseSetting, Settings } from './setting.ts';

/** An exercise that may be planned, with its sides. */
export type Choice = { readonly exercise: CatalogueExercise; readonly allowed: AllowedSides; readonly swapped: boolean; readonly setting?: ExerciseSetting; readonly form?: ReturnType<typeof formOfItem>; readonly isDeload: boolean };

/** What selection needs: what is available, and the person's own swaps. */
export type Selection = { readonly available: readonly Availability[]; readonly swaps: NonNullable<ProgrammeWishes['swaps']>; readonly sides?: NonNullable<ProgrammeWishes['sides']>; readonly maxRung: number; readonly openGatesPass: boolean; readonly formFacts: FormFacts; readonly settings?: Settings };

/** The exercises of a class in order of preference, swaps applied; both-sided ones before one-sided ones. */
export function choicesOf(selection: Selection, className: ExerciseClass, preferred: readonly string[]): readonly Choice[] {
  const rank = (id: string): number => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
  const usable = usableOf(selection).filter(({ exercise }) => exercise.class === className);
  const inOrder = usable.toSorted((first, second) => second.allowedSides.length - first.allowedSides.length || rank(first.exercise.id) - rank(second.exercise.id) || first.exercise.rung - second.exercise.rung || (first.exercise.id < second.exercise.id ? -1 : 1));
  const ordered = afterFreshStarts(inOrder, preferred, selection.settings?.freshStarts ?? 0);
  return withoutRepeats(ordered.map((entry) => settledChoice(entry, { usable, selection, staying: preferred.slice(0, exercisesThatStay) })));
}

// [D-07] Each fresh start puts the first of the preferred exercises behind the others, as long as as many sides work.
function afterFreshStarts(ordered: readonly Availability[], preferred: readonly string[], freshStarts: number): readonly Availability[] {
  const sidesOfFirst = ordered[0]?.allowedSides.length;
  const front = ordered.filter(({ exercise, allowedSides }) => preferred.includes(exercise.id) && allowedSides.length === sidesOfFirst);
  const turn = front.length === 0 ? 0 : freshStarts % front.length;
  return turn === 0 ? ordered : [...front.slice(turn), ...front.slice(0, turn), ...ordered.filter((entry) => !front.includes(entry))];
}

/** [D-07] The same selection as if nothing had begun anew. */
export function withoutFreshStarts(selection: Selection): Selection {
  return selection.settings === undefined ? selection : { ...selection, settings: { ...selection.settings, freshStarts: 0 } };
}

/** One exercise by its id, if it may be planned; a swap applied. */
export function choiceOf(selection: Selection, id: string): Choice | undefined {
  const usable = usableOf(selection);
  const found = usable.find(({ exercise }) => exercise.id === id);
  return found === undefined ? undefined : settledChoice(found, { usable, selection, staying: [] });
}

/** What may be planned on some side: allowed, and on a rung that is open to this person (S-05, P-05). */
export function usableOf({ available, maxRung, openGatesPass }: Selection): readonly Availability[] {
  return available.filter(({ exercise, allowedSides }) => allowedSides.length > 0 && (exercise.rung <= maxRung || (openGatesPass && exercise.gates.length > 0)));
}

/** Whether `other` may stand in for an exercise: same class, and every side of it (P-11). */
export function mayReplace(entry: Availability, other: Availability): boolean {
  return other !== entry && other.exercise.class === entry.exercise.class && entry.allowedSides.every((side) => other.allowedSides.includes(side));
}

/** A step up never takes an exercise that the day has anyway: the first ones of the order stay. */
const exercisesThatStay = 3;

type Surroundings = { readonly usable: readonly Availability[]; readonly selection: Selection; readonly staying: readonly string[] };

// [P-11] A wish replaces an exercise by another of its class that is allowed on the same sides; the ladder starts there.
// What the ladder leads to can be replaced too: a person swaps what they see.
function settledChoice(entry: Availability, { usable, selection, staying }: Surroundings): Choice {
  const { settings, swaps } = selection;
  const swapOf = (one: Availability): Availability | undefined => usable.find((other) => other.exercise.id === swaps[one.exercise.id] && mayReplace(one, other));
  const climb = (one: Availability): Availability => (settings === undefined ? one : climbed(one, { settings, candidates: usable.filter((other) => mayReplace(one, other)), staying }));
  const wished = swapOf(entry);
  const landed = climb(wished ?? entry);
  const instead = landed === (wished ?? entry) ? undefined : swapOf(landed);
  const { exercise, allowedSides, blockedBy } = instead === undefined ? landed : climb(instead);
  const setting = settings?.settingByExercise.get(exercise.id);
  const isSwapped = wished !== undefined || instead !== undefined;
  return { exercise, allowed: wishedSides({ exercise, allowedSides, blockedBy }, selection.sides?.[exercise.id]), swapped: isSwapped, isDeload: settings?.isDeload ?? false, ...(setting && { setting, form: formOfItem(exercise, setting, selection.formFacts) }) };
}

// [SH-11] Only where each leg can work for itself, and only what is allowed: a wish takes a side away and gives none.
function wishedSides({ exercise, allowedSides, blockedBy }: Omit<Availability, 'locked'>, wish: Side | 'both' | undefined): AllowedSides {
  const isWished = wish !== undefined && wish !== 'both' && exercise.side.model !== 'bilateral' && allowedSides.length === 2;
  return isWished ? { sides: [wish], because: ['SH-11'] } : { sides: allowedSides, because: blockedBy };
}

/** Each exercise once, the first of them. */
export function withoutRepeats(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ exercise }, index) => choices.findIndex((other) => other.exercise.id === exercise.id) === index);
}
