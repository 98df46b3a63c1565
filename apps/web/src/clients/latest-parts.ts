import { readSharedEvent, type FeedProblem, type SharedEvent } from '@psoas/core/sharing';
import { orderEntries, type OpenEntry, type Replica } from '@psoas/sync';

/**
 * [SH-02] A replica of a share with only the entries that its picture is made of: the latest of each part, and of those
 * that cannot be read the last of each fault. Years of sharing then weigh as much as the first day.
 */
export function withLatestParts(replica: Replica): Replica {
  const latest = new Map<SharedEvent['data']['part'] | FeedProblem['type'], { readonly atMillis: number; readonly entry: OpenEntry }>();
  for (const entry of orderEntries(replica.entries.values())) {
    const read = readSharedEvent(entry.event);
    const key = read.ok ? read.value.data.part : read.error.type;
    const atMillis = read.ok ? read.value.atMillis : 0;
    if (atMillis >= (latest.get(key)?.atMillis ?? 0)) latest.set(key, { atMillis, entry });
  }
  return { ...replica, entries: new Map([...latest.values()].map(({ entry }) => [entry.id, entry])) };
}
