import { isRecord } from '@psoas/kernel';
import type { DiaryEvent } from './event.ts';
import type { UnreadEntry } from './diary-state.ts';
import { correctEvent, readEvent } from './read-event.ts';

/** An event that was understood, and its place in what was passed in. */
export type PlacedEvent = { readonly index: number; readonly event: DiaryEvent };
export type GatheredEvents = {
  readonly events: readonly PlacedEvent[];
  readonly unreadable: readonly UnreadEntry[];
};

/** [E-01] [E-02] Reads all entries, counts each id once, and lets corrections speak for the events they name. */
export function gatherEvents(entries: readonly unknown[]): GatheredEvents {
  const unreadable: UnreadEntry[] = [];
  const firstById = new Map<string, unknown>();
  const placed: PlacedEvent[] = [];
  entries.forEach((entry, index) => {
    const read = readEvent(entry);
    const id = read.ok ? read.value.id : read.error.id;
    if (id !== undefined && firstById.has(id)) {
      if (!isSameJson(firstById.get(id), entry))
        unreadable.push({ index, id, problem: { type: 'id-used-twice' } });
      return;
    }
    if (id !== undefined) firstById.set(id, entry);
    if (read.ok) placed.push({ index, event: read.value });
    else unreadable.push({ index, ...read.error });
  });
  return applyCorrections(placed, unreadable);
}

// The last correction of an event counts, wherever it stands: devices that merge may bring it before its event.
function applyCorrections(
  placed: readonly PlacedEvent[],
  unreadable: readonly UnreadEntry[],
): GatheredEvents {
  const eventById = new Map(placed.map((entry) => [entry.event.id, entry.event]));
  const problems: UnreadEntry[] = [...unreadable];
  for (const { index, event } of placed) {
    if (event.kind !== 'correction') continue;
    const target = eventById.get(event.data.of);
    const corrected =
      target === undefined ? undefined : correctEvent(target, event.data.data, event.data.dataVersion ?? 1);
    if (corrected?.ok === true) eventById.set(event.data.of, corrected.value);
    else
      problems.push({
        index,
        id: event.id,
        problem: corrected?.error ?? { type: 'nothing-to-correct', of: event.data.of },
      });
  }
  return {
    events: placed.map(({ index, event }) => ({ index, event: eventById.get(event.id) ?? event })),
    unreadable: problems,
  };
}

function isSameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, index) => isSameJson(entry, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => isSameJson(one[key], other[key]));
  }
  return Object.is(one, other);
}
