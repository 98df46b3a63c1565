import { createFieldReader } from '@psoas/kernel';
import { sharePartIds } from '../../sharing/part/share-part-id.ts';
import type { ShareMade } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';
import { readShareId } from './read-share-id.ts';

/** [SH-14] A share was made. */
export const shareMade: EventDefinition<ShareMade> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const share = readShareId(reader, problems);
    const label = reader?.text('label');
    const parts = reader?.choices('parts', sharePartIds);
    const callMe = reader?.text('callMe', 'optional');
    const untilMillis = reader?.number('untilMillis', { min: 0, max: 8.64e15 }, 'optional');
    if (share === undefined || label === undefined || parts === undefined) return undefined;
    return withUnknownFields(data, ['share', 'label', 'parts', 'callMe', 'untilMillis'], {
      share,
      label,
      parts,
      ...(callMe !== undefined && { callMe }),
      ...(untilMillis !== undefined && { untilMillis }),
    });
  },
};
