import { createFieldReader } from '@psoas/kernel';
import type { ClientChanged } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [SH-15] Another label, or put aside and taken out again. */
export const clientChanged: EventDefinition<ClientChanged> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const client = reader?.text('client');
    const label = reader?.text('label', 'optional');
    const archived = reader?.flag('archived', 'optional');
    if (client === undefined) return undefined;
    return withUnknownFields(data, ['client', 'label', 'archived'], {
      client,
      ...(label !== undefined && { label }),
      ...(archived !== undefined && { archived }),
    });
  },
};
