import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';
import { readShareId } from './read-share-id.ts';

/** [SH-12] The person took an accepted proposal back. */
export const proposalTakenBack: EventDefinition<EventDataByKind['proposal-taken-back']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const share = readShareId(reader, problems);
    const proposal = reader?.text('proposal');
    return share === undefined || proposal === undefined ? undefined : withUnknownFields(data, ['share', 'proposal'], { share, proposal });
  },
};
