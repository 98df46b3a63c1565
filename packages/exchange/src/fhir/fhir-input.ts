import type { Catalogue } from '@psoas/core/catalogue';
import type { LocalDate } from '@psoas/kernel';
import type checkText from '@psoas/knowledge/text/check';
import type fhirText from '@psoas/knowledge/text/fhir';
import type programmeText from '@psoas/knowledge/text/programme';
import type resultText from '@psoas/knowledge/text/result';
import type rulesText from '@psoas/knowledge/text/rules';
import type { Check, Exercise, Modifier, Question, QuestionGroup } from '@psoas/knowledge/types';
import type { Wording } from '../wording.ts';

/** What the resources are made from besides the diary: the knowledge, and the words of a language. */
export type FhirKnowledge = {
  readonly catalogue: Catalogue;
  readonly exercises: readonly Pick<Exercise, 'id' | 'name' | 'summary' | 'doses'>[];
  readonly checks: readonly Pick<Check, 'answerKey' | 'name' | 'optional' | 'answers'>[];
  readonly questions: readonly Pick<Question, 'id' | 'group' | 'label' | 'question' | 'asks'>[];
  readonly groups: readonly Pick<QuestionGroup, 'id' | 'title'>[];
  readonly modifiers: readonly Pick<Modifier, 'id' | 'label' | 'asks'>[];
};

/** The words, each from the locale file of its name. */
export type FhirWords = {
  readonly fhir: Wording<typeof fhirText>;
  readonly check: Pick<Wording<typeof checkText>, 'you' | 'week' | 'pain'>;
  readonly programme: Pick<Wording<typeof programmeText>, 'kinds'>;
  readonly result: Pick<Wording<typeof resultText>, 'results'>;
  readonly rules: Pick<Wording<typeof rulesText>, 'levels'>;
};

/** How the resources of a person are made. */
export type FhirInput = {
  readonly knowledge: FhirKnowledge;
  readonly words: FhirWords;
  /** The day of the export: the plan and the screening are as they stand then. */
  readonly today: LocalDate;
  /** Adds codes of SNOMED CT, which the receiver must have a licence for. Off unless asked for. */
  readonly withSnomed?: boolean;
};
