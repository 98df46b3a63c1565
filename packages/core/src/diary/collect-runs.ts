import type { LoggedRunSet, Run, UnreadEntry } from './diary-state.ts';
import type { DiaryEvent } from './event.ts';
import type { PlacedEvent } from './gather-events.ts';

type RunEvent = Extract<DiaryEvent, { readonly kind: 'set-logged' | 'session-finished' | 'next-day-answer' }>;
type CollectedRuns = { readonly runs: readonly Run[]; readonly unreadable: readonly UnreadEntry[] };

/** [E-06] Puts beginnings, sets, ends and answers of the same walk together, in whatever order they came. */
export function collectRuns(placed: readonly PlacedEvent[]): CollectedRuns {
  const runByName = new Map<string, Run>();
  for (const { event } of placed) {
    if (event.kind !== 'session-started' || runByName.has(event.data.run)) continue;
    const { run, session, items, options } = event.data;
    runByName.set(run, {
      run,
      session,
      startedDay: event.day,
      startedAtMillis: event.atMillis,
      items,
      options,
      sets: [],
    });
  }
  const unreadable: UnreadEntry[] = [];
  for (const { index, event } of placed) {
    if (!isRunEvent(event)) continue;
    const before = runByName.get(event.data.run);
    if (before === undefined)
      unreadable.push({ index, id: event.id, problem: { type: 'unknown-run', run: event.data.run } });
    else runByName.set(before.run, withEvent(before, event));
  }
  const runs = [...runByName.values()].toSorted(
    (first, second) => first.startedAtMillis - second.startedAtMillis || (first.run < second.run ? -1 : 1),
  );
  return { runs, unreadable };
}

function isRunEvent(event: DiaryEvent): event is RunEvent {
  return event.kind === 'set-logged' || event.kind === 'session-finished' || event.kind === 'next-day-answer';
}

function withEvent(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case 'set-logged':
      return { ...run, sets: withSet(run.sets, { ...event.data, day: event.day, atMillis: event.atMillis }) };
    case 'session-finished':
      return {
        ...run,
        outcome: event.data.outcome,
        ...(event.data.because !== undefined && { because: event.data.because }),
      };
    case 'next-day-answer':
      return { ...run, nextDay: event.data };
  }
}

// A set of a walk stands once: a device that died between writing a set and its place writes the set again.
function withSet(sets: readonly LoggedRunSet[], logged: LoggedRunSet): readonly LoggedRunSet[] {
  const isSame = ({ item, set, side }: LoggedRunSet): boolean => item === logged.item && set === logged.set && side === logged.side;
  const earlier = sets.find(isSame);
  const kept = earlier === undefined || byTime(earlier, logged) <= 0 ? logged : earlier;
  return [...sets.filter((other) => !isSame(other)), kept].toSorted(byTime);
}

function byTime(first: LoggedRunSet, second: LoggedRunSet): number {
  return first.item - second.item || first.set - second.set || first.atMillis - second.atMillis;
}
