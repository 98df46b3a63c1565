import type { FhirKnowledge, FhirWords } from '@psoas/exchange/fhir';
import { checks } from '@psoas/knowledge/checks';
import { exercises } from '@psoas/knowledge/exercises';
import { groups, modifiers, questions } from '@psoas/knowledge/questions';
import { catalogue } from '@psoas/knowledge/rules';
import check from '@psoas/knowledge/text/check';
import fhir from '@psoas/knowledge/text/fhir';
import programme from '@psoas/knowledge/text/programme';
import result from '@psoas/knowledge/text/result';
import rules from '@psoas/knowledge/text/rules';

/** What the apps make the resources from. */
export const knowledge: FhirKnowledge = { catalogue, exercises, checks, questions, groups, modifiers };
export const words: FhirWords = { fhir, check, programme, result, rules };
