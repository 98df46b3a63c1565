import { findingResults } from '../rules/finding-conditions.ts';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import type { CodeSystem } from '../r4.ts';
import { codeSystems } from '../systems.ts';
import { named } from './named.ts';

type Concepts = CodeSystem['concept'];

/** The code systems of our own, complete: whoever receives the bundle can look every code up in it. */
export function ownCodeSystems(knowledge: FhirKnowledge, words: FhirWords): readonly CodeSystem[] {
  return [
    codeSystem('exercise', knowledge.exercises.map(({ id, name, summary }) => ({ code: id, display: name, definition: summary })), words),
    codeSystem('observation', conceptsOf(words.fhir.observations), words),
    codeSystem('decision', decisions(knowledge, words), words),
  ];
}

function decisions({ questions, modifiers }: FhirKnowledge, { fhir, result: { results } }: FhirWords): Concepts {
  return [
    ...[...questions, ...modifiers]
      .map(({ id, label }) => ({ code: id, display: label }))
      .toSorted((first, second) => (first.code < second.code ? -1 : 1)),
    { code: 'S-PAIN', display: fhir.plan.painAtRest },
    ...findingResults.map((code) => ({ code, display: results[code] })),
    ...conceptsOf(fhir.codes),
  ];
}

function conceptsOf(displayByCode: { readonly [code: string]: string }): Concepts {
  return Object.entries(displayByCode).map(([code, display]) => ({ code, display }));
}

function codeSystem(id: 'exercise' | 'observation' | 'decision', concepts: Concepts, { fhir }: FhirWords): CodeSystem {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  return {
    resourceType: 'CodeSystem',
    ...named(codeSystems[id], name, { ...fhir.systems[id], publisher: fhir.publisher }),
    id,
    caseSensitive: true,
    content: 'complete',
    count: concepts.length,
    concept: concepts,
  };
}
