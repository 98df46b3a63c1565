import { createFieldReader } from '@psoas/kernel';
import { nextDayComparisons, sorenessKinds, type NextDayAnswer } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [D-03] How it was on the day after. */
export const nextDayAnswer: EventDefinition<NextDayAnswer> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const run = reader?.text('run');
    const comparedWithBefore = reader?.choice('comparedWithBefore', nextDayComparisons);
    const painNow = reader?.number('painNow', { min: 0, max: 10 });
    const soreness = reader?.choice('soreness', sorenessKinds, 'optional');
    if (run === undefined || comparedWithBefore === undefined || painNow === undefined) return undefined;
    return withUnknownFields(data, ['run', 'comparedWithBefore', 'painNow', 'soreness'], {
      run,
      comparedWithBefore,
      painNow,
      ...(soreness !== undefined && { soreness }),
    });
  },
};
