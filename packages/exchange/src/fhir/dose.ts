import { fillTemplate } from '@psoas/kernel';
import type { PlanItem } from '@psoas/core/programme';
import type { FhirWords } from './fhir-input.ts';
import type { Extension } from './r4.ts';
import { doseExtension } from './systems.ts';

/** How much of an exercise, as far as it is said. */
export type Dose = Partial<Pick<PlanItem, 'side' | 'sets' | 'reps' | 'holdSeconds' | 'restSeconds' | 'variant' | 'loadKilograms'>>;

/** A dose as FHIR carries it: an extension with one part for each number. */
export function doseToExtension(dose: Dose): Extension {
  const { side, sets, reps, holdSeconds, restSeconds, variant, loadKilograms } = dose;
  return {
    url: doseExtension,
    extension: [
      ...(side === undefined ? [] : [{ url: 'side', valueCode: side }]),
      ...(sets === undefined ? [] : [{ url: 'sets', valueInteger: sets }]),
      ...(reps === undefined ? [] : [{ url: 'reps', valueInteger: reps }]),
      ...(holdSeconds === undefined ? [] : [{ url: 'holdSeconds', valueDecimal: holdSeconds }]),
      ...(restSeconds === undefined ? [] : [{ url: 'restSeconds', valueDecimal: restSeconds }]),
      ...(variant === undefined ? [] : [{ url: 'variant', valueCode: variant }]),
      ...(loadKilograms === undefined ? [] : [{ url: 'loadKilograms', valueDecimal: loadKilograms }]),
    ],
  };
}

/** A dose in words, such as `2 x 45 s, both sides`. */
export function doseText({ sets, reps, holdSeconds, side }: Pick<PlanItem, 'sets' | 'reps' | 'holdSeconds' | 'side'>, { fhir }: FhirWords): string {
  const values = { sets, side: fhir.sides[side] };
  return reps === undefined
    ? fillTemplate(fhir.carePlan.holdDose, { ...values, seconds: holdSeconds ?? 0 })
    : fillTemplate(fhir.carePlan.repsDose, { ...values, reps });
}
