import { readEvent, type DiaryEvent, type EventKind } from '@psoas/core/diary';

/** [MC-06] What tells of other people, or opens what they share: it never goes to an assistant. */
const privateKinds: ReadonlySet<EventKind> = new Set([
  'share-made',
  'share-ended',
  'client-added',
  'client-changed',
  'client-removed',
]);

/** How many of a kind. What cannot be read has no kind that could be trusted. */
export type Count = { readonly kind: EventKind | 'unreadable'; readonly count: number };

/** A diary split into what may go out and what stays. */
export type Leaving = { readonly entries: readonly unknown[]; readonly leaves: readonly Count[]; readonly stays: readonly Count[] };

/** What of a diary may leave. A correction goes where what it corrects goes. */
export function leavingOf(entries: readonly unknown[]): Leaving {
  const read = entries.map((entry) => ({ entry, event: eventOf(entry) }));
  const going = new Set(read.flatMap(({ event }) => (event !== undefined && isOpen(event) ? [event.id] : [])));
  const isLeaving = ({ event }: (typeof read)[number]): boolean => event !== undefined && mayLeave(event, going);
  const leaves = read.filter(isLeaving);
  return {
    entries: leaves.map(({ entry }) => entry),
    leaves: countsOf(leaves.map(({ event }) => event)),
    stays: countsOf(read.filter((one) => !isLeaving(one)).map(({ event }) => event)),
  };
}

function eventOf(entry: unknown): DiaryEvent | undefined {
  const read = readEvent(entry);
  return read.ok ? read.value : undefined;
}

function isOpen({ kind }: DiaryEvent): boolean {
  return kind !== 'correction' && !privateKinds.has(kind);
}

function mayLeave(event: DiaryEvent, going: ReadonlySet<string>): boolean {
  return event.kind === 'correction' ? going.has(event.data.of) : isOpen(event);
}

function countsOf(events: readonly (DiaryEvent | undefined)[]): readonly Count[] {
  const countByKind = new Map<Count['kind'], number>();
  for (const event of events) {
    const kind = event?.kind ?? 'unreadable';
    countByKind.set(kind, (countByKind.get(kind) ?? 0) + 1);
  }
  return [...countByKind].map(([kind, count]) => ({ kind, count }));
}
