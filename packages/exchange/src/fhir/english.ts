/** What FHIR resources are made from, with English words. Load it only for them: it is the whole knowledge. */
import { checks } from '@psoas/knowledge/checks';
import { exercises } from '@psoas/knowledge/exercises';
import { groups, modifiers, questions } from '@psoas/knowledge/questions';
import { catalogue } from '@psoas/knowledge/rules';
import check from '@psoas/knowledge/text/check';
import fhir from '@psoas/knowledge/text/fhir';
import programme from '@psoas/knowledge/text/programme';
import result from '@psoas/knowledge/text/result';
import rules from '@psoas/knowledge/text/rules';
import type { FhirKnowledge, FhirWords } from './fhir-input.ts';

/** The knowledge that resources are made from. */
export const knowledge: FhirKnowledge = { catalogue, exercises, checks, questions, groups, modifiers };
/** The English words of resources. */
export const words: FhirWords = { fhir, check, programme, result, rules };
