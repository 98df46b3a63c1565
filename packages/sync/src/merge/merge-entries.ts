import { noId } from '../bytes/bytes.ts';
import type { OpenEntry, SealedEvent } from '../entry/seal-entry.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { compareStamps } from '../order/hybrid-clock.ts';

/** Open entries by their ids. */
export type EntryById = ReadonlyMap<string, OpenEntry>;

/** [Y-24] Two sets of entries as one. */
export function mergeEntries(first: EntryById, second: EntryById): EntryById {
  return new Map([...first, ...second]);
}

/** [Y-06] Entries in the one order that every device sees. */
export function orderEntries(entries: Iterable<OpenEntry>): readonly OpenEntry[] {
  return [...entries].toSorted(
    (first, second) =>
      compareStamps(first.stamp, second.stamp) ||
      compareTexts(first.writerKey, second.writerKey) ||
      compareTexts(first.id, second.id),
  );
}

/** [Y-24, Y-25] The events of entries, in order. What was sealed twice counts once; same id with other words stays. */
export function eventsOf(entries: Iterable<OpenEntry>): readonly SealedEvent[] {
  const seen = new Set<string>();
  return orderEntries(entries).flatMap(({ event, text }) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [event];
  });
}

/** [Y-14] The entries that count: of a revoked writer only the chain that ends where its revocation says. */
export function countedEntries(entries: EntryById, feed: FeedState): readonly OpenEntry[] {
  const counted = new Set<string>();
  for (const { key, revokedAfter } of feed.members.values()) {
    let entry = entries.get(revokedAfter ?? noId);
    while (entry !== undefined && entry.writerKey === key && !counted.has(entry.id)) {
      counted.add(entry.id);
      entry = entries.get(entry.previous);
    }
  }
  return [...entries.values()].filter(
    ({ id, writerKey }) => feed.members.get(writerKey)?.revokedAfter === undefined || counted.has(id),
  );
}

/** [Y-14] The last entry of a writer, to name when it is revoked; zeros for none. */
export function lastEntryOf(entries: EntryById, writerKey: string): string {
  return orderEntries(entries.values()).findLast((entry) => entry.writerKey === writerKey)?.id ?? noId;
}

/** [Y-27] The entries that others name as the one before, and that are not there. */
export function missingEntries(entries: EntryById): readonly string[] {
  const named = [...entries.values()].map(({ previous }) => previous);
  return [...new Set(named)].filter((id) => id !== noId && !entries.has(id)).toSorted();
}

function compareTexts(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
