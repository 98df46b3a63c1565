import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** A wish or a setting. Its value is judged where it is used; null takes the wish back. */
export const preferenceChanged: EventDefinition<EventDataByKind['preference-changed']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const key = createFieldReader(data, 'data', problems)?.text('key');
    return key === undefined
      ? undefined
      : withUnknownFields(data, ['key', 'value'], { key, value: data['value'] ?? null });
  },
};
