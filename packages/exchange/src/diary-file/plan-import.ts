import { isRecord, isSameJson } from '@psoas/kernel';
import { readEvent, type EventProblem } from '@psoas/core/diary';
import { settledTimes } from './settled-times.ts';

/** What an import would do. Nothing that is here is ever changed or removed by it. */
export type ImportPlan = {
  /** What is new, in the order of the file, unread entries among it. */
  readonly additions: readonly PlacedEntry[];
  /** How many entries of the file are here already, word for word. */
  readonly alreadyHere: number;
  /** The same id with other words, here or earlier in the file: the first one counts (E-01), this one is left out. */
  readonly conflicts: readonly { readonly entry: number }[];
  /** Among the additions: what this version does not understand. It is taken as it is. */
  readonly unread: readonly { readonly entry: number; readonly problem: EventProblem }[];
};

/** A new entry, and the place in the diary before which it goes; the diary's length stands for its end. */
export type PlacedEntry = { readonly value: unknown; readonly before: number };

/** Names an entry: by its id, or by all its words where it has none. */
export function entryKey(entry: unknown): string {
  const id = isRecord(entry) ? (entry['id'] ?? undefined) : undefined;
  return id === undefined ? `words ${JSON.stringify(entry)}` : `id ${JSON.stringify(id)}`;
}

/**
 * Merges by union. New entries are placed by their time, because the latest check and the latest wish count by their
 * place: an old copy must not speak last. Entries of the file count from 1.
 */
export function planImport(current: readonly unknown[], incoming: readonly unknown[]): ImportPlan {
  const known = new Map<string, unknown>();
  for (const entry of current) if (!known.has(entryKey(entry))) known.set(entryKey(entry), entry);
  const fresh: unknown[] = [];
  const conflicts: { readonly entry: number }[] = [];
  const unread: { readonly entry: number; readonly problem: EventProblem }[] = [];
  let alreadyHere = 0;
  incoming.forEach((entry, index) => {
    const key = entryKey(entry);
    if (known.has(key)) {
      if (isSameJson(known.get(key), entry)) alreadyHere += 1;
      else conflicts.push({ entry: index + 1 });
      return;
    }
    known.set(key, entry);
    fresh.push(entry);
    const read = readEvent(entry);
    if (!read.ok) unread.push({ entry: index + 1, problem: read.error.problem });
  });
  return { additions: placeByTime(current, fresh), alreadyHere, conflicts, unread };
}

// Both lists keep their own order; an entry without a readable time stays with the one before it.
function placeByTime(current: readonly unknown[], fresh: readonly unknown[]): readonly PlacedEntry[] {
  const times = settledTimes(current);
  const freshTimes = settledTimes(fresh);
  let before = 0;
  return fresh.map((value, index) => {
    const at = freshTimes[index] ?? 0;
    while (before < current.length && standsBefore(current[before], times[before] ?? 0, value, at)) before += 1;
    return { value, before };
  });
}

// Of two entries of one moment the names decide, so that two devices that merge each other's come to the same order. An
// entry that only stays with the one before it is not parted from that.
function standsBefore(entry: unknown, entryAt: number, value: unknown, at: number): boolean {
  const isOfMoment = isRecord(entry) && entry['atMillis'] === at;
  return entryAt < at || (entryAt === at && (!isOfMoment || entryKey(entry) < entryKey(value)));
}
