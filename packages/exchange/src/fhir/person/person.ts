import { assessFromDiary, todayOf, type DiaryEvent, type DiaryState, type SteppedAssessment, type Today } from '@psoas/core/diary';
import type { FhirInput } from '../fhir-input.ts';
import type { CarePlan, Reference } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { referenceTo } from '../systems.ts';
import { patientOf } from './subject.ts';

/** What the resources of one person are made from. */
export type Person = FhirInput & {
  readonly state: DiaryState;
  /** Every event that can be read, with its corrections. */
  readonly events: readonly DiaryEvent[];
  readonly assessment: SteppedAssessment | undefined;
  readonly standing: Today;
  readonly subject: Reference;
  readonly plan?: PlanFacts;
};

/** What the plan and all that points to it share. */
export type PlanFacts = {
  readonly reference: Reference;
  readonly id: string;
  readonly status: CarePlan['status'];
  readonly check: DiaryState['checks'][number];
};

/** Where the person stands on the day of the export. */
export function personOf(input: FhirInput, state: DiaryState, events: readonly DiaryEvent[]): Person {
  const assessment = assessFromDiary(state, { catalogue: input.knowledge.catalogue, today: input.today });
  const standing = todayOf(state, assessment, input.today);
  const plan = planFacts(state, assessment, standing);
  return { ...input, state, events, assessment, standing, subject: referenceTo('Patient', patientOf(events).id), ...(plan && { plan }) };
}

// Software proposes; only a clinician's word makes a plan of it. What stops training holds it back.
function planFacts({ latestCheck }: DiaryState, assessment: SteppedAssessment | undefined, standing: Today): PlanFacts | undefined {
  if (latestCheck === undefined || !assessment?.programme || assessment.programme.sessions.length === 0) return undefined;
  const id = resourceId('plan', latestCheck.id);
  const isAgreed = assessment.triage.reasons.some(({ lifted }) => lifted);
  const status = standing.kind === 'stopped' ? 'on-hold' : isAgreed ? 'active' : 'draft';
  return { id, reference: referenceTo('CarePlan', id), status, check: latestCheck };
}
