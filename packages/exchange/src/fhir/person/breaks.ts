import type { DiaryState } from '@psoas/core/diary';
import { sides } from '@psoas/kernel';
import type { Resource } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { codeSystems, concept, referenceTo } from '../systems.ts';
import { momentText } from './moment-text.ts';
import { painObservation } from './pain.ts';
import type { Person } from './person.ts';
import { exerciseObservation } from './sessions.ts';

/** One break or stretch outside the sessions: what was held on which side, and pain where it was asked. */
export function breakResources(taken: DiaryState['breaks'][number], person: Person): readonly Resource[] {
  const { subject, words } = person;
  const { exercise, pain } = taken;
  const id = resourceId('break', taken.id);
  const start = momentText(taken);
  const part = { partOf: referenceTo('Procedure', id), effectiveDateTime: start };
  const held = exercise === undefined ? [] : sides.filter((side) => taken[side] > 0);
  return [
    {
      resourceType: 'Procedure',
      id,
      status: 'completed',
      code: concept(codeSystems.observation, 'break', words.fhir.observations.break),
      subject,
      performedPeriod: { start },
    },
    ...held.map((side) =>
      exerciseObservation({ id: resourceId('break-done', side, taken.id), exercise: exercise ?? '', side, seconds: taken[side] }, person, part),
    ),
    ...(pain === undefined ? [] : [painObservation('pain', { id: resourceId('break-pain', taken.id), pain, subject, ...part }, words)]),
  ];
}
