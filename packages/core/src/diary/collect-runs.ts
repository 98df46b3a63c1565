import type { LoggedRunSet, Run, UnreadEntry } from './diary-state.ts';
import type { DiaryEvent } from './event.ts';
import type { PlacedEvent } from './gather-events.ts';
import { worseAnswer } from './next-day-effect.ts';

type RunEvent = Extract<DiaryEvent, { readonly kind: 'set-logged' | 'session-finished' | 'next-day-answer' }>;
type PlacedRunEvent = { readonly index: number; readonly event: RunEvent };

/** [E-06] Beginnings, sets, ends and answers of the same walk together, in whatever order they came. */
export type RunCollection = {
  readonly add: (placed: PlacedEvent) => void;
  /** Every walk, earliest first. The same list until a walk changes. */
  readonly runs: () => readonly Run[];
  /** What belongs to a walk whose beginning is not here. */
  readonly orphans: () => readonly UnreadEntry[];
};

/** An empty collection. */
export function createRunCollection(): RunCollection {
  const runByName = new Map<string, Run>();
  const waitingByName = new Map<string, PlacedRunEvent[]>();
  let sorted: readonly Run[] | undefined = [];
  const begin = (run: Run): void => {
    const waiting = waitingByName.get(run.run) ?? [];
    waitingByName.delete(run.run);
    runByName.set(run.run, waiting.reduce((before, { event }) => withEvent(before, event), run));
  };
  const add = ({ index, event }: PlacedEvent): void => {
    if (event.kind === 'session-started') {
      if (runByName.has(event.data.run)) return;
      const { run, session, items, options } = event.data;
      begin({ run, session, startedDay: event.day, startedAtMillis: event.atMillis, items, options, sets: [] });
    } else if (isRunEvent(event)) {
      const { run } = event.data;
      const before = runByName.get(run);
      if (before !== undefined) runByName.set(run, withEvent(before, event));
      else {
        const waiting = waitingByName.get(run) ?? [];
        waiting.push({ index, event });
        waitingByName.set(run, waiting);
      }
    } else return;
    sorted = undefined;
  };
  return {
    add,
    runs: () => {
      sorted ??= [...runByName.values()].toSorted(byStart);
      return sorted;
    },
    orphans: () =>
      [...waitingByName.values()].flat().map(({ index, event }) => ({
        index,
        id: event.id,
        problem: { type: 'unknown-run', run: event.data.run },
      })),
  };
}

function byStart(first: Run, second: Run): number {
  return first.startedAtMillis - second.startedAtMillis || (first.run < second.run ? -1 : 1);
}

function isRunEvent(event: DiaryEvent): event is RunEvent {
  return event.kind === 'set-logged' || event.kind === 'session-finished' || event.kind === 'next-day-answer';
}

function withEvent(run: Run, event: RunEvent): Run {
  switch (event.kind) {
    case 'set-logged':
      return { ...run, sets: withSet(run.sets, { ...event.data, day: event.day, atMillis: event.atMillis }) };
    case 'session-finished':
      // Another device may have closed the walk without knowing of the stop. D-05 outlasts the day, so it outranks others.
      if (run.outcome === 'stopped' && (event.data.outcome !== 'stopped' || run.because === 'D-05')) return run;
      return {
        ...run,
        outcome: event.data.outcome,
        ...(event.data.because !== undefined && { because: event.data.because }),
      };
    case 'next-day-answer':
      return { ...run, nextDay: run.nextDay === undefined ? event.data : worseAnswer(run.nextDay, event.data) };
  }
}

// A set of a walk stands once: a device that died between writing a set and its place writes the set again.
function withSet(sets: readonly LoggedRunSet[], logged: LoggedRunSet): readonly LoggedRunSet[] {
  const earlier = sets.find(({ item, set, side }) => item === logged.item && set === logged.set && side === logged.side);
  if (earlier !== undefined) return [...sets.filter((other) => other !== earlier), byTime(earlier, logged) <= 0 ? logged : earlier].toSorted(byTime);
  const last = sets.at(-1);
  const all = [...sets, logged];
  return last === undefined || byTime(last, logged) <= 0 ? all : all.toSorted(byTime);
}

function byTime(first: LoggedRunSet, second: LoggedRunSet): number {
  return first.item - second.item || first.set - second.set || first.atMillis - second.atMillis;
}
