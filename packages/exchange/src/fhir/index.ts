/** A diary, and what psoas knows, as FHIR R4 (docs/spec/fhir.md). */
export type * from './r4.ts';
export type { FhirInput, FhirKnowledge, FhirWords } from './fhir-input.ts';
export { fhirBundleChunks, fhirResources } from './bundle.ts';
export { painPlan } from './definitions/pain-plan.ts';
export { selfCheckQuestionnaire } from './definitions/questionnaire.ts';
export { selfCheckPlan } from './definitions/self-check-plan.ts';
export { questionnaireResponse } from './person/questionnaire-responses.ts';
