import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** Day 1 of a programme, and the check it follows from. */
export const programmeStarted: EventDefinition<EventDataByKind['programme-started']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const check = createFieldReader(data, 'data', problems)?.text('check');
    return check === undefined ? undefined : withUnknownFields(data, ['check'], { check });
  },
};
