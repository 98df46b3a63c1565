import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [SH-15] A professional keeps somebody's share no longer. */
export const clientRemoved: EventDefinition<EventDataByKind['client-removed']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const client = createFieldReader(data, 'data', problems)?.text('client');
    return client === undefined ? undefined : withUnknownFields(data, ['client'], { client });
  },
};
