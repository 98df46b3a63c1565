import { foldDiary, type DiaryEvent } from '@psoas/core/diary';
import { correctedEvents } from '../../csv/corrected-events.ts';
import { selfCheckQuestionnaire } from '../definitions/questionnaire.ts';
import type { FhirInput } from '../fhir-input.ts';
import type { Resource } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { referenceTo } from '../systems.ts';
import { adherenceObservations } from './adherence.ts';
import { breakResources } from './breaks.ts';
import { carePlan } from './care-plan.ts';
import { findingObservations, signObservations } from './findings.ts';
import { goalsOf } from './goals.ts';
import { measurementObservation } from './measurements.ts';
import { momentText } from './moment-text.ts';
import { comparedComponent, painObservation } from './pain.ts';
import { personOf, type Person } from './person.ts';
import { provenanceOf } from './provenance.ts';
import { questionnaireResponse } from './questionnaire-responses.ts';
import { sessionId, sessionResources } from './sessions.ts';
import { deviceOf, patientOf } from './subject.ts';

/**
 * A person's diary as resources, one after another: checks and what they came to, the plan, sessions, breaks,
 * measurements. Notes stay out, they are the person's own; so do entries that cannot be read.
 */
export function* personResources(entries: readonly unknown[], input: FhirInput): Generator<Resource> {
  const state = foldDiary(entries);
  const events = correctedEvents(entries);
  const person = personOf(input, state, events);
  const questionnaire = selfCheckQuestionnaire(input.knowledge, input.words);
  yield deviceOf(input.words);
  yield patientOf(events);
  for (const check of state.checks) yield questionnaireResponse(check, { questionnaire, subject: person.subject });
  yield* findingObservations(person);
  yield* planResources(person);
  for (const run of state.runs) yield* sessionResources(run, person);
  const runIds = new Set(state.runs.map(({ run }) => run));
  for (const event of events) yield* toldResources(event, { person, runIds });
  for (const taken of state.breaks) yield* breakResources(taken, person);
  for (const one of state.measurements) yield measurementObservation(one, person);
}

function planResources(person: Person): readonly Resource[] {
  const { plan } = person;
  if (plan === undefined) return [];
  const goals = goalsOf(person, plan);
  return [carePlan(person, plan, goals), ...goals, ...provenanceOf(person, plan), ...adherenceObservations(person, plan)];
}

// What was asked before a session and on the day after it.
function toldResources(event: DiaryEvent, { person, runIds }: { readonly person: Person; readonly runIds: ReadonlySet<string> }): readonly Resource[] {
  const { subject, words } = person;
  const effectiveDateTime = momentText(event);
  if (event.kind === 'safety-answered') {
    const told = { id: resourceId('before', event.id), pain: event.data.painNow, subject, effectiveDateTime };
    return [painObservation('pain-before', told, words), ...signObservations(event, person)];
  }
  if (event.kind !== 'next-day-answer') return [];
  const { run, painNow, comparedWithBefore } = event.data;
  const isKnown = runIds.has(run);
  const told = {
    id: resourceId('after', event.id),
    pain: painNow,
    subject,
    effectiveDateTime,
    component: [comparedComponent(comparedWithBefore, words)],
    ...(isKnown && { partOf: referenceTo('Procedure', sessionId(run)) }),
  };
  return [painObservation('pain-day-after', told, words)];
}
