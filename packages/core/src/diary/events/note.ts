import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** The person's own words. No rule reads them. */
export const note: EventDefinition<EventDataByKind['note']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const text = createFieldReader(data, 'data', problems)?.text('text');
    return text === undefined ? undefined : withUnknownFields(data, ['text'], { text });
  },
};
