import { readEvent, type DiaryEvent } from '@psoas/core/diary';

/** The events that can be read, each id once, with what corrections say (E-01, E-02). */
export function correctedEvents(entries: readonly unknown[]): readonly DiaryEvent[] {
  const eventById = new Map<string, DiaryEvent>();
  for (const entry of entries) {
    const read = readEvent(entry);
    if (read.ok && !eventById.has(read.value.id)) eventById.set(read.value.id, read.value);
  }
  const corrections = [...eventById.values()].filter((event) => event.kind === 'correction');
  for (const { data } of corrections) {
    const target = eventById.get(data.of);
    if (target === undefined || target.kind === 'correction') continue;
    const corrected = readEvent({ ...target, version: data.dataVersion ?? 1, data: data.data });
    if (corrected.ok) eventById.set(data.of, corrected.value);
  }
  return [...eventById.values()];
}
