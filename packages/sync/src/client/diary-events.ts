import { isRecord, type UnknownRecord } from '@psoas/kernel';
import type { SealedEvent } from '../entry/seal-entry.ts';
import { countedEntries, eventsOf } from '../merge/merge-entries.ts';
import type { NewEvent, Replica } from '../replica/replica.ts';

/** What a diary and its feeds do not have in common. */
export type Difference = {
  /** Events of the diary that the feed does not have, in the diary's order. */
  readonly unsent: readonly NewEvent[];
  /** Events of the feed that the diary does not have, in the feed's order. */
  readonly incoming: readonly SealedEvent[];
  /** Entries of the diary that have no id: a feed cannot hold them. */
  readonly withoutId: number;
};

/** [Y-24, Y-25] Compares what a diary holds with what its feeds hold, by ids. */
export function diaryDifference(records: readonly unknown[], replicas: readonly Replica[]): Difference {
  const ofFeed = eventsOf(replicas.flatMap(({ entries, feed }) => countedEntries(entries, feed)));
  const known = new Set(replicas.flatMap(({ entries }) => [...entries.values()].map(({ event }) => event.id)));
  const here = new Set<string>();
  const unsent: NewEvent[] = [];
  let withoutId = 0;
  for (const record of records) {
    const id = isRecord(record) ? record['id'] : undefined;
    if (!isRecord(record) || typeof id !== 'string' || id === '') {
      withoutId += 1;
      continue;
    }
    if (!here.has(id) && !known.has(id)) unsent.push({ event: { ...record, id }, atMillis: momentOf(record) });
    here.add(id);
  }
  return { unsent, incoming: ofFeed.filter(({ id }) => !here.has(id)), withoutId };
}

/** The latest moment that a stamp can hold (Y-04). */
const latestMillis = 2 ** 48 - 1;

// A damaged entry is synced as it is; its moment then says nothing.
function momentOf({ atMillis }: UnknownRecord): number {
  return typeof atMillis === 'number' && Number.isInteger(atMillis) && atMillis >= 0 && atMillis <= latestMillis ? atMillis : 0;
}
