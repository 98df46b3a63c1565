import { createFieldReader, parseLocalDate } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [D-06] The check that is due comes later. */
export const retestPutOff: EventDefinition<EventDataByKind['retest-put-off']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const text = createFieldReader(data, 'data', problems)?.text('until');
    const until = text === undefined ? undefined : parseLocalDate(text);
    if (until?.ok === false)
      problems.push({
        field: 'data.until',
        kind: 'not-allowed',
        allowed: 'a day as YYYY-MM-DD',
        found: until.error.found,
      });
    return until?.ok === true ? withUnknownFields(data, ['until'], { until: until.value }) : undefined;
  },
};
