import { createFieldReader } from '@psoas/kernel';
import { sessionOutcomes, type SessionFinished } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** A session came to its end, or was ended. */
export const sessionFinished: EventDefinition<SessionFinished> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const run = reader?.text('run');
    const outcome = reader?.choice('outcome', sessionOutcomes);
    const because = reader?.text('because', 'optional');
    if (run === undefined || outcome === undefined) return undefined;
    return withUnknownFields(data, ['run', 'outcome', 'because'], {
      run,
      outcome,
      ...(because !== undefined && { because }),
    });
  },
};
