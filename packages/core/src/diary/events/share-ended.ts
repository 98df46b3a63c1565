import { createFieldReader } from '@psoas/kernel';
import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';
import { readShareId } from './read-share-id.ts';

/** [SH-14] The person ended a share. */
export const shareEnded: EventDefinition<EventDataByKind['share-ended']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const share = readShareId(createFieldReader(data, 'data', problems), problems);
    return share === undefined ? undefined : withUnknownFields(data, ['share'], { share });
  },
};
