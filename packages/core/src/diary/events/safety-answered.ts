import { createFieldReader } from '@psoas/kernel';
import { flagIds } from '../../safety/flag-ids.ts';
import type { ShortSafetyAnswers } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** The short safety form before a session, or what a stop raised during one. */
export const safetyAnswered: EventDefinition<ShortSafetyAnswers> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const newSigns = reader?.choices('newSigns', flagIds);
    const painNow = reader?.number('painNow', { min: 0, max: 10 });
    return newSigns === undefined || painNow === undefined
      ? undefined
      : withUnknownFields(data, ['newSigns', 'painNow'], { newSigns, painNow });
  },
};
