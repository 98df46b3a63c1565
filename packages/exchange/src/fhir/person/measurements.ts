import type { DiaryState, Measurement } from '@psoas/core/diary';
import { fillTemplate } from '@psoas/kernel';
import type { Observation, Quantity } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { activityCategory, codeSystems, concept, physicalActivity, quantity } from '../systems.ts';
import { momentText } from './moment-text.ts';
import { painCode } from './pain.ts';
import type { Person } from './person.ts';

const codeByTest = { thomas: 'thigh-angle', 'seated-raises': 'seated-raises', 'seated-hold': 'seated-hold' } as const;

function valueOf(test: Measurement['test'], value: number): Quantity {
  switch (test) {
    case 'thomas':
      return quantity(value, 'degrees');
    case 'seated-raises':
      return quantity(value, 'repetitions');
    case 'seated-hold':
      return quantity(value, 'seconds');
  }
}

/** One side measured once, every trial with it. LOINC has no code for the angle of the hip, so the code is our own. */
export function measurementObservation(one: DiaryState['measurements'][number], { subject, words }: Person): Observation {
  const { observations, methods, bodySites, measuredBy, pelvisLifted } = words.fhir;
  const notes = [
    ...(one.measuredBy === 'me' ? [] : [{ text: fillTemplate(measuredBy, { name: one.measuredBy }) }]),
    ...(one.pelvisHeld === false ? [{ text: pelvisLifted }] : []),
  ];
  return {
    resourceType: 'Observation',
    id: resourceId('measured', one.id),
    status: 'final',
    category: [activityCategory, physicalActivity],
    code: concept(codeSystems.observation, codeByTest[one.test], observations[codeByTest[one.test]]),
    subject,
    effectiveDateTime: momentText(one),
    ...(one.measuredBy === 'me' && { performer: [subject] }),
    valueQuantity: valueOf(one.test, one.value),
    ...(notes.length > 0 && { note: notes }),
    bodySite: { text: bodySites[one.side] },
    method: { text: methods[one.method] },
    component: [
      ...one.trials.map((trial) => ({ code: concept(codeSystems.observation, 'trial', observations.trial), valueQuantity: valueOf(one.test, trial) })),
      ...(one.pain === undefined ? [] : [{ code: painCode('pain-measuring', words), valueQuantity: quantity(one.pain, 'score') }]),
    ],
  };
}
