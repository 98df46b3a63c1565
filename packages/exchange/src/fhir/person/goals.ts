import { addDays, fillTemplate, sides } from '@psoas/kernel';
import type { Goal } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { codeSystems, concept, physicalActivity, quantity } from '../systems.ts';
import type { Person, PlanFacts } from './person.ts';

/** What the week aims at, until the check comes again. None for somebody whom targets would harm (RF44). */
export function goalsOf(person: Person, plan: PlanFacts): readonly Goal[] {
  const { assessment, words, subject, state } = person;
  const programme = assessment?.programme;
  if (!programme || assessment?.triage.conduct.noTargets === true) return [];
  const { goals, observations, sides: sideWords } = words.fhir;
  const goal = (id: string, text: string, target: Omit<Goal['target'][number], 'dueDate'>): Goal => ({
    resourceType: 'Goal',
    id: resourceId('goal', id, plan.check.id),
    lifecycleStatus: plan.status === 'draft' ? 'proposed' : plan.status,
    category: [physicalActivity],
    description: { text },
    subject,
    ...(state.programmeStartedOn !== undefined && { startDate: state.programmeStartedOn }),
    target: [{ ...target, dueDate: addDays(plan.check.day, programme.retestAfterDays) }],
  });
  const stretches = sides
    .filter((side) => programme.weeklyStretchSeconds[side] > 0)
    .map((side) => {
      const minutes = Math.round(programme.weeklyStretchSeconds[side] / 6) / 10;
      return goal(`stretch-${side}`, fillTemplate(goals.stretch, { side: sideWords[side], minutes }), {
        measure: concept(codeSystems.observation, 'weekly-stretch', observations['weekly-stretch']),
        detailQuantity: quantity(minutes, 'minutesPerWeek'),
      });
    });
  const days = new Set(programme.sessions.map(({ day }) => day)).size;
  const training = goal('days', fillTemplate(goals.days, { days }), {
    measure: concept(codeSystems.observation, 'training-days', observations['training-days']),
    detailQuantity: quantity(days, 'days'),
  });
  return [...stretches, training];
}
