import { fillTemplate } from '@psoas/kernel';
import { doseText, doseToExtension } from '../dose.ts';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import type { ActivityDefinition, CodeableConcept } from '../r4.ts';
import { addressOf, canonicalOf, codeSystems, concept } from '../systems.ts';
import { named } from './named.ts';

/** The address of an exercise's definition, with version. */
export function exerciseCanonical(id: string): string {
  return canonicalOf('ActivityDefinition', id);
}

/** The name of an exercise. One that this version does not know keeps its id for a name. */
export function exerciseName(id: string, { exercises }: FhirKnowledge): string {
  return exercises.find((exercise) => exercise.id === id)?.name ?? id;
}

/** An exercise as a code. */
export function exerciseConcept(id: string, knowledge: FhirKnowledge): CodeableConcept {
  return concept(codeSystems.exercise, id, exerciseName(id, knowledge));
}

/** Each exercise with its usual dose. */
export function activityDefinitions(knowledge: FhirKnowledge, words: FhirWords): readonly ActivityDefinition[] {
  return knowledge.exercises.map(({ id, name, summary, doses: { default: usual } }) => {
    const dose = {
      side: 'both',
      sets: usual.sets.default,
      ...(usual.reps !== undefined && { reps: usual.reps.default }),
      ...(usual.holdSeconds !== undefined && { holdSeconds: usual.holdSeconds.default }),
      restSeconds: usual.restSeconds,
    } as const;
    return {
      resourceType: 'ActivityDefinition',
      ...named(addressOf('ActivityDefinition', id), machineName(id), {
        title: name,
        description: fillTemplate(words.fhir.exerciseDescription, { summary, dose: doseText(dose, words) }),
        publisher: words.fhir.publisher,
      }),
      id,
      kind: 'ServiceRequest',
      intent: 'plan',
      extension: [doseToExtension(dose)],
      code: exerciseConcept(id, knowledge),
      timingTiming: { repeat: { frequency: usual.perWeek.default, period: 1, periodUnit: 'wk' } },
    };
  });
}

// `dead-bug` to `DeadBug`.
function machineName(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
