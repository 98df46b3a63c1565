import { amberFrom, redFrom } from '@psoas/core/session';
import type { FhirWords } from '../fhir-input.ts';
import type { PlanDefinition } from '../r4.ts';
import { addressOf } from '../systems.ts';
import { named } from './named.ts';
import { applies, planType } from './plan-action.ts';

const painPlanId = 'pain-in-exercise';

/** What the number alone leads to (D-01, D-03, D-04). Conditions are asked of an Observation of pain. */
export function painPlan({ fhir: { painPlan: text, publisher } }: FhirWords): PlanDefinition {
  const pain = 'value.value';
  return {
    resourceType: 'PlanDefinition',
    ...named(addressOf('PlanDefinition', painPlanId), 'PainInExercise', { ...text, publisher }),
    id: painPlanId,
    type: planType,
    action: [
      { id: 'green', title: text.green, input: [{ type: 'Observation' }], ...applies(`${pain} < ${amberFrom}`) },
      { id: 'amber', title: text.amber, ...applies(`${pain} >= ${amberFrom} and ${pain} < ${redFrom}`) },
      { id: 'red', title: text.red, ...applies(`${pain} >= ${redFrom}`) },
    ],
  };
}
