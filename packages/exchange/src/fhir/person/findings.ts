import { parseAnswers } from '@psoas/core/answers';
import { readChecks, type DiaryEvent } from '@psoas/core/diary';
import { isUrgent, screen } from '@psoas/core/safety';
import { sides } from '@psoas/kernel';
import type { Observation } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { codeSystems, concept, referenceTo, surveyCategory } from '../systems.ts';
import { momentText } from './moment-text.ts';
import type { Person } from './person.ts';
import { responseId } from './questionnaire-responses.ts';

/** What each check came to: how urgent the screening is and why, and the result of each side. */
export function findingObservations(person: Person): readonly Observation[] {
  const { state, knowledge, words, subject } = person;
  const { observations, codes, bodySites } = words.fhir;
  const read = readChecks(state, knowledge.catalogue);
  return state.checks.flatMap((check): readonly Observation[] => {
    const triage = screen(parseAnswers(check.answers), check.day);
    const common = {
      status: 'final',
      category: [surveyCategory],
      subject,
      effectiveDateTime: momentText(check),
      derivedFrom: [referenceTo('QuestionnaireResponse', responseId(check.id))],
    } as const;
    const screening: Observation = {
      resourceType: 'Observation',
      id: resourceId('screening', check.id),
      ...common,
      code: concept(codeSystems.observation, 'screening', observations.screening),
      valueCodeableConcept: concept(codeSystems.decision, `level-${triage.level}`, codes[`level-${triage.level}`]),
      ...(triage.reasons.length > 0 && {
        component: triage.reasons.map((reason) => ({
          code: decision(reason.id, person),
          valueCodeableConcept: concept(codeSystems.decision, `level-${reason.level}`, codes[`level-${reason.level}`]),
        })),
      }),
    };
    const findings = isUrgent(triage.level) ? undefined : read.find(({ id }) => id === check.id)?.findings;
    if (findings === undefined) return [screening];
    return [
      screening,
      ...sides.map((side): Observation => ({
        resourceType: 'Observation',
        id: resourceId('finding', side, check.id),
        ...common,
        code: concept(codeSystems.observation, 'finding', observations.finding),
        valueCodeableConcept: concept(codeSystems.decision, findings[side].result, words.result.results[findings[side].result]),
        bodySite: { text: bodySites[side] },
      })),
    ];
  });
}

/** A flag or circumstance as a code with its words. */
function decision(id: string, { knowledge: { questions, modifiers }, words }: Person): Observation['code'] {
  const label = [...questions, ...modifiers].find((item) => item.id === id)?.label ?? words.fhir.plan.painAtRest;
  return concept(codeSystems.decision, id, label);
}

/** Each new sign that the person told of before a session, or that stopped one. */
export function signObservations(event: Extract<DiaryEvent, { readonly kind: 'safety-answered' }>, person: Person): readonly Observation[] {
  return event.data.newSigns.map((id) => ({
    resourceType: 'Observation',
    id: resourceId('sign', id, event.id),
    status: 'final',
    category: [surveyCategory],
    code: concept(codeSystems.observation, 'reported-sign', person.words.fhir.observations['reported-sign']),
    subject: person.subject,
    effectiveDateTime: momentText(event),
    valueCodeableConcept: decision(id, person),
  }));
}
