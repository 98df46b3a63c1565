import { createFieldReader, parseLocalDate } from '@psoas/kernel';
import { flagIds } from '../../safety/flag-ids.ts';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [S-05] A clinician's word: which flags, and when it was given. */
export const clinicianAgreed: EventDefinition<EventDataByKind['clinician-agreed']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const flags = reader?.choices('flags', flagIds);
    const text = reader?.text('date');
    const date = text === undefined ? undefined : parseLocalDate(text);
    if (date?.ok === false)
      problems.push({
        field: 'data.date',
        kind: 'not-allowed',
        allowed: 'a day as YYYY-MM-DD',
        found: date.error.found,
      });
    return flags === undefined || date?.ok !== true
      ? undefined
      : withUnknownFields(data, ['flags', 'date'], { flags, date: date.value });
  },
};
