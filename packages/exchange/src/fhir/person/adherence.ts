import { progressOf } from '@psoas/core/progress';
import type { Observation } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { activityCategory, codeSystems, concept, physicalActivity, quantity } from '../systems.ts';
import type { Person, PlanFacts } from './person.ts';

/**
 * How many days the plan asks for, and on how many something was done (PR-02). Two numbers and no percentage: days
 * beside the plan count as done too. None for somebody whom targets would harm (RF44).
 */
export function adherenceObservations(person: Person, plan: PlanFacts): readonly Observation[] {
  const { state, knowledge, today, assessment, subject, words } = person;
  if (assessment?.triage.conduct.noTargets === true) return [];
  const { adherence } = progressOf(state, { catalogue: knowledge.catalogue, today, programme: assessment?.programme });
  if (adherence === undefined) return [];
  const { observations } = words.fhir;
  const days = (code: 'planned-days' | 'done-days', count: number) => ({
    code: concept(codeSystems.observation, code, observations[code]),
    valueQuantity: quantity(count, 'days'),
  });
  return [
    {
      resourceType: 'Observation',
      id: resourceId('adherence', plan.check.id),
      status: 'final',
      category: [activityCategory, physicalActivity],
      code: concept(codeSystems.observation, 'adherence', observations.adherence),
      subject,
      effectivePeriod: { start: adherence.from, end: adherence.to },
      component: [days('planned-days', adherence.plannedDays), days('done-days', adherence.doneDays)],
    },
  ];
}
