import { createFieldReader } from '@psoas/kernel';
import type { Correction } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [E-02] What an earlier event should have said. Its data is read as that event's kind. */
export const correction: EventDefinition<Correction> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const of = reader?.text('of');
    const dataVersion = reader?.number('dataVersion', { min: 1, max: 1000, whole: true }, 'optional');
    if (data['data'] === undefined)
      problems.push({
        field: 'data.data',
        kind: 'missing',
        allowed: 'the whole data of the corrected event',
      });
    if (of === undefined) return undefined;
    return withUnknownFields(data, ['of', 'data', 'dataVersion'], {
      of,
      data: data['data'],
      ...(dataVersion !== undefined && { dataVersion }),
    });
  },
};
