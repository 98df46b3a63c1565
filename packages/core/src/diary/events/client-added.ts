import { createFieldReader } from '@psoas/kernel';
import type { ClientAdded } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** [SH-15] A professional keeps somebody's share. The link is read where it is opened. */
export const clientAdded: EventDefinition<ClientAdded> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const client = reader?.text('client');
    const label = reader?.text('label');
    const link = reader?.text('link');
    const guestSecret = reader?.text('guestSecret');
    // What is found is a secret, so it is not told.
    if (guestSecret !== undefined && !secretPattern.test(guestSecret))
      problems.push({ field: 'data.guestSecret', kind: 'not-allowed', allowed: '32 bytes as base64url, 43 signs' });
    if (client === undefined || label === undefined || link === undefined || guestSecret === undefined) return undefined;
    return withUnknownFields(data, ['client', 'label', 'link', 'guestSecret'], { client, label, link, guestSecret });
  },
};
