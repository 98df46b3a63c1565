import { isRecord, isSameJson } from '@psoas/kernel';
import type { DiaryEvent, Envelope } from './event.ts';
import type { UnreadEntry } from './diary-state.ts';
import { correctEvent, readEvent } from './read-event.ts';

/** An event that was understood, and its place in what was passed in. */
export type PlacedEvent = { readonly index: number; readonly event: DiaryEvent };

/** Entries on their way to a sum. Nothing of an event is kept here, so that a diary of years stays light. */
export type EventGathering = {
  /** [E-02] Whether one of these entries corrects something taken before: then all must be taken again, together. */
  readonly reachesBack: (entries: readonly unknown[]) => boolean;
  /** Reads the entries that come next and hands on each new event, with what corrections say. */
  readonly take: (entries: readonly unknown[], place: (placed: PlacedEvent) => void) => void;
  readonly unreadable: () => readonly UnreadEntry[];
  /** [E-11] The place of the last check or short form that cannot be read; -1 when there is none. */
  readonly unreadSafetyIndex: () => number;
};

type PlacedCorrection = { readonly index: number; readonly event: Envelope<'correction'> };

/** [E-01] [E-02] Reads entries, counts each id once, and lets corrections speak for the events they name. */
export function createGathering(): EventGathering {
  const firstById = new Map<string, unknown>();
  const correctionsByTarget = new Map<string, PlacedCorrection[]>();
  const unreadable: UnreadEntry[] = [];
  let unreadSafety = -1;
  let count = 0;

  const isFirst = (entry: unknown, index: number): boolean => {
    const id = isRecord(entry) ? entry['id'] : undefined;
    if (typeof id !== 'string' || id === '') return true;
    const first = firstById.get(id);
    if (first === undefined) firstById.set(id, entry);
    else if (!isSameJson(first, entry)) unreadable.push({ index, id, problem: { type: 'id-used-twice' } });
    return first === undefined;
  };
  const keepCorrection = (entry: unknown, index: number): void => {
    const read = readEvent(entry);
    if (!read.ok || read.value.kind !== 'correction') return;
    const { of } = read.value.data;
    correctionsByTarget.set(of, [...(correctionsByTarget.get(of) ?? []), { index, event: read.value }]);
  };
  const correct = (event: DiaryEvent): DiaryEvent => {
    const corrections = correctionsByTarget.get(event.id);
    if (corrections === undefined) return event;
    correctionsByTarget.delete(event.id);
    return corrections.reduce((before, { index, event: { id, data } }) => {
      const corrected = correctEvent(before, data.data, data.dataVersion ?? 1);
      if (corrected.ok) return corrected.value;
      unreadable.push({ index, id, problem: corrected.error });
      return before;
    }, event);
  };
  return {
    reachesBack: (entries) => entries.some((entry) => firstById.has(targetOf(entry) ?? '')),
    take: (entries, place) => {
      const start = count;
      count += entries.length;
      const isNew = entries.map((entry, offset) => isFirst(entry, start + offset));
      // Corrections first: they may stand before what they correct, and after it.
      entries.forEach((entry, offset) => {
        if (isNew[offset] === true && targetOf(entry) !== undefined) keepCorrection(entry, start + offset);
      });
      entries.forEach((entry, offset) => {
        if (isNew[offset] !== true) return;
        const index = start + offset;
        const read = readEvent(entry);
        if (read.ok) place({ index, event: correct(read.value) });
        else {
          unreadable.push({ index, ...read.error });
          if (asksSafety(entry)) unreadSafety = index;
        }
      });
    },
    unreadable: () => [
      ...unreadable,
      ...[...correctionsByTarget.values()].flat().map(
        ({ index, event: { id, data } }): UnreadEntry => ({ index, id, problem: { type: 'nothing-to-correct', of: data.of } }),
      ),
    ],
    unreadSafetyIndex: () => unreadSafety,
  };
}

function targetOf(entry: unknown): string | undefined {
  if (!isRecord(entry) || entry['kind'] !== 'correction') return undefined;
  const of = isRecord(entry['data']) ? entry['data']['of'] : undefined;
  return typeof of === 'string' ? of : undefined;
}

function asksSafety(entry: unknown): boolean {
  return isRecord(entry) && (entry['kind'] === 'check-completed' || entry['kind'] === 'safety-answered');
}
