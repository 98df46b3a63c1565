import type { Envelope, EventDataByKind, EventKind, EventStamp } from './event.ts';
import { eventDefinitions } from './event-definitions.ts';

/** A new event of the kind's newest version. */
export function createEvent<Kind extends EventKind>(
  kind: Kind,
  data: EventDataByKind[Kind],
  { id, atMillis, day }: EventStamp,
): Envelope<Kind> {
  return { id, kind, version: eventDefinitions[kind].version, atMillis, day, data };
}
