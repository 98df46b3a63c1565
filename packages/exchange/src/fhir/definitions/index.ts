import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import type { Resource } from '../r4.ts';
import { activityDefinitions } from './activity-definitions.ts';
import { ownCodeSystems } from './code-systems.ts';
import { painPlan } from './pain-plan.ts';
import { selfCheckQuestionnaire } from './questionnaire.ts';
import { selfCheckPlan } from './self-check-plan.ts';

/** What psoas is made of: its form, its exercises, its rules and its codes. The same for everybody. */
export function definitionResources(knowledge: FhirKnowledge, words: FhirWords): readonly Resource[] {
  return [
    selfCheckQuestionnaire(knowledge, words),
    selfCheckPlan(knowledge, words),
    painPlan(words),
    ...activityDefinitions(knowledge, words),
    ...ownCodeSystems(knowledge, words),
  ];
}
