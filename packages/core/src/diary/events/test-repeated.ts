import { createFieldReader, sides } from '@psoas/kernel';
import { feltMoments, halfKneelingPlaces } from '../../answers/vocabulary.ts';
import type { TestRepeated } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [D-06] The half-kneeling test once more on one side, on another day than the check. */
export const testRepeated: EventDefinition<TestRepeated> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const check = reader?.text('check');
    const side = reader?.choice('side', sides);
    const felt = reader?.choice('felt', halfKneelingPlaces);
    const needsMoment = felt === 'deep-front-hip' || felt === 'front-thigh';
    const when = reader?.choice('when', feltMoments, needsMoment ? 'required' : 'optional');
    if (check === undefined || side === undefined || felt === undefined) return undefined;
    return withUnknownFields(data, ['check', 'side', 'felt', 'when'], { check, side, felt, ...(when && { when }) });
  },
};
