import type { CodeableConcept, Observation, ObservationComponent, Reference } from '../r4.ts';
import type { FhirWords } from '../fhir-input.ts';
import { codeSystems, concept, loincCodes, quantity, surveyCategory } from '../systems.ts';

/** When pain was asked, beside the number itself. */
type PainOccasion = 'pain' | 'pain-before' | 'pain-day-after' | 'pain-measuring';

/** Pain from 0 to 10 as LOINC has it, and when it was asked as psoas has it. */
export function painCode(occasion: PainOccasion, { fhir }: FhirWords): CodeableConcept {
  const text = fhir.observations[occasion];
  return { coding: [loincCodes.pain, { system: codeSystems.observation, code: occasion, display: text }], text };
}

/** What an observation of pain says. */
type PainTold = {
  readonly id: string;
  readonly pain: number;
  readonly subject: Reference;
  readonly effectiveDateTime: string;
  readonly partOf?: Reference;
  readonly component?: readonly ObservationComponent[];
};

/** Pain that somebody told of. */
export function painObservation(occasion: PainOccasion, told: PainTold, words: FhirWords): Observation {
  const { id, pain, subject, effectiveDateTime, partOf, component } = told;
  return {
    resourceType: 'Observation',
    id,
    ...(partOf && { partOf: [partOf] }),
    status: 'final',
    category: [surveyCategory],
    code: painCode(occasion, words),
    subject,
    effectiveDateTime,
    performer: [subject],
    valueQuantity: quantity(pain, 'score'),
    ...(component && { component }),
  };
}

/** How the day after was, beside the day before. */
export function comparedComponent(compared: 'better' | 'same' | 'worse', { fhir }: FhirWords): ObservationComponent {
  return {
    code: concept(codeSystems.observation, 'compared', fhir.observations.compared),
    valueCodeableConcept: concept(codeSystems.decision, compared, fhir.codes[compared]),
  };
}
