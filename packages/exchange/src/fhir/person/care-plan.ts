import { addDays, fillTemplate, weekdayOf, type LocalDate } from '@psoas/kernel';
import type { PlannedSession, PlanItem, Programme } from '@psoas/core/programme';
import { exerciseCanonical, exerciseConcept, exerciseName } from '../definitions/activity-definitions.ts';
import { selfCheckPlanCanonical } from '../definitions/self-check-plan.ts';
import { doseText, doseToExtension } from '../dose.ts';
import type { CarePlan, CarePlanDetail, Goal, Timing } from '../r4.ts';
import { physicalActivity, referenceTo } from '../systems.ts';
import { momentText } from './moment-text.ts';
import type { Person, PlanFacts } from './person.ts';
import { responseId } from './questionnaire-responses.ts';
import { deviceReference } from './subject.ts';

/** The programme as it stands on the day of the export: one activity for each exercise of a kind of session. */
export function carePlan(person: Person, plan: PlanFacts, goals: readonly Goal[]): CarePlan {
  const { fhir } = person.words;
  const programme = person.assessment?.programme;
  const start = person.state.programmeStartedOn;
  const note = plan.status === 'on-hold' ? fhir.carePlan.waiting : plan.status === 'active' ? fhir.carePlan.agreed : fhir.carePlan.draft;
  const goalReferences = goals.map(({ id }) => referenceTo('Goal', id));
  return {
    resourceType: 'CarePlan',
    id: plan.id,
    instantiatesCanonical: [selfCheckPlanCanonical],
    status: plan.status,
    intent: isAgreed(person) ? 'plan' : 'proposal',
    category: [physicalActivity],
    title: fhir.carePlan.title,
    description: note,
    subject: person.subject,
    ...(start !== undefined && { period: { start } }),
    created: momentText(plan.check),
    author: deviceReference,
    supportingInfo: [referenceTo('QuestionnaireResponse', responseId(plan.check.id))],
    ...(goals.length > 0 && { goal: goalReferences }),
    activity: activitiesOf(person, programme?.sessions ?? []).map((detail) => ({ detail: { ...detail, status: plan.status === 'on-hold' ? 'on-hold' : 'not-started' } })),
    ...(programme?.belowDose === true && { note: [{ text: fhir.carePlan.belowDose }] }),
  };
}

/** Whether a clinician's word holds, by what the person recorded (S-05). */
export function isAgreed({ assessment }: Person): boolean {
  return assessment?.triage.reasons.some(({ lifted }) => lifted) ?? false;
}

type Activity = { readonly kind: PlannedSession['kind']; readonly item: PlanItem; readonly days: readonly number[] };

function activitiesOf(person: Person, sessions: Programme['sessions']): readonly Omit<CarePlanDetail, 'status'>[] {
  const start = person.state.programmeStartedOn ?? person.today;
  return sameOnSeveralDays(sessions).map(({ kind, item, days }) => ({
    extension: [doseToExtension(item)],
    kind: 'ServiceRequest',
    instantiatesCanonical: [exerciseCanonical(item.exercise)],
    code: exerciseConcept(item.exercise, person.knowledge),
    doNotPerform: false,
    scheduledTiming: weeklyTiming(days, start),
    description: fillTemplate(person.words.fhir.carePlan.activity, {
      session: person.words.programme.kinds[kind],
      exercise: exerciseName(item.exercise, person.knowledge),
      dose: doseText(item, person.words),
    }),
  }));
}

// The same exercise, as much of it, in the same kind of session: one activity on several days.
function sameOnSeveralDays(sessions: Programme['sessions']): readonly Activity[] {
  const activityByKey = new Map<string, Activity>();
  for (const { kind, day, items } of sessions)
    for (const item of items) {
      const key = JSON.stringify([kind, doseToExtension(item), item.exercise]);
      const known = activityByKey.get(key);
      activityByKey.set(key, { kind, item, days: [...(known?.days ?? []), day] });
    }
  return [...activityByKey.values()];
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function weeklyTiming(days: readonly number[], start: LocalDate): Timing {
  const used = new Set(days.map((day) => weekdayOf(addDays(start, day - 1))));
  return {
    repeat: {
      boundsPeriod: { start },
      frequency: used.size,
      period: 1,
      periodUnit: 'wk',
      dayOfWeek: weekdays.filter((_, index) => used.has(index + 1)),
    },
  };
}
