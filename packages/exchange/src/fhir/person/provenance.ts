import { parseAnswers } from '@psoas/core/answers';
import type { LocalDate } from '@psoas/kernel';
import { timeText } from '../../csv/time-text.ts';
import type { Provenance } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { coding, referenceTo } from '../systems.ts';
import { isAgreed } from './care-plan.ts';
import type { Person, PlanFacts } from './person.ts';
import { responseId } from './questionnaire-responses.ts';
import { deviceReference } from './subject.ts';

/**
 * Why a plan is more than a proposal: a clinician agreed. psoas has that from the person alone, and says so: software
 * put it together, the person told it, and the clinician has no name here.
 */
export function provenanceOf(person: Person, plan: PlanFacts): readonly Provenance[] {
  if (!isAgreed(person)) return [];
  const { fhir } = person.words;
  return [
    {
      resourceType: 'Provenance',
      id: resourceId('agreed', plan.check.id),
      target: [plan.reference],
      recorded: recordedAt(person, plan),
      activity: { text: fhir.provenance },
      agent: [
        { type: agentType('assembler', 'Assembler'), who: deviceReference },
        { type: agentType('informant', 'Informant'), who: person.subject },
        // FHIR's codes would say more than is known: that the clinician checked or signed the plan.
        { type: { text: fhir.agreed }, who: { display: fhir.clinician } },
      ],
      entity: [{ role: 'derivation', what: referenceTo('QuestionnaireResponse', responseId(plan.check.id)) }],
    },
  ];
}

// When the word was written down; a word inside the check came with it.
function recordedAt({ assessment, state }: Person, { check }: PlanFacts): string {
  const lifted = new Set<string>(assessment?.triage.reasons.flatMap((reason) => (reason.lifted ? [reason.id] : [])));
  const word = state.agreements.findLast(({ flags }) => flags.some((id) => lifted.has(id)));
  const own = parseAnswers(check.answers).safety.clinicianAgreed;
  const spoken: { readonly atMillis: number; readonly date: LocalDate } = word ?? { atMillis: check.atMillis, date: typeof own === 'object' ? own.date : check.day };
  return timeText(spoken.atMillis) || `${spoken.date}T00:00:00Z`;
}

function agentType(code: string, display: string): Provenance['agent'][number]['type'] {
  return { coding: [coding('http://terminology.hl7.org/CodeSystem/provenance-participant-type', code, display)] };
}
