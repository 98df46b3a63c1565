import { sides } from '@psoas/kernel';
import type { CatalogueExercise, Equipment, HarderForm } from '../catalogue/index.ts';
import { blockingExclusions, type Exclusion } from '../safety/index.ts';
import type { ExerciseSetting } from './setting.ts';

/** What decides whether somebody may do a harder form. */
export type FormFacts = {
  readonly equipment: readonly Equipment[];
  readonly exclusions: readonly Exclusion[];
  /** [S-05] On the lowest rungs nothing gets harder. */
  readonly lowestRungs: boolean;
};

/** [S-06] [P-08] A harder form asks more of the body; what is excluded on any side, or not there, is not offered. */
export function mayUseForm(exercise: CatalogueExercise, form: HarderForm, facts: FormFacts): boolean {
  const demands = {
    ...exercise,
    properties: [...exercise.properties, ...(form.adds ?? [])],
    hips: { ...exercise.hips, target: [...exercise.hips.target, ...(form.addsHips ?? [])] },
  };
  return (
    !facts.lowestRungs &&
    (form.needs ?? []).every((kind) => facts.equipment.includes(kind)) &&
    sides.every((side) => blockingExclusions(demands, side, facts.exclusions).length === 0)
  );
}

/** The part of a plan's item that names a harder form and its load; nothing where it may not be used. */
export function formOfItem(
  exercise: CatalogueExercise,
  setting: ExerciseSetting | undefined,
  facts: FormFacts,
): { readonly variant?: string; readonly loadKilograms?: number } {
  const form = setting?.form === undefined ? undefined : exercise.forms?.[setting.form.index];
  if (form === undefined || !mayUseForm(exercise, form, facts)) return {};
  const kilograms = setting?.form?.kilograms;
  return {
    ...(form.variant !== undefined && { variant: form.variant }),
    ...(kilograms !== undefined && { loadKilograms: kilograms }),
  };
}
