import { isRecord } from '@psoas/kernel';
import { collectRuns } from './collect-runs.ts';
import type { DiaryState, RecordedShortSafety, TakenBreak } from './diary-state.ts';
import type { DiaryEvent } from './event.ts';
import { gatherEvents, type GatheredEvents } from './gather-events.ts';

/** [E-08] These wishes are asked again in every check, so the newer one of both counts. */
const askedInCheck: readonly string[] = ['daysPerWeek', 'minutesPerDay'];

type Folded = Omit<DiaryState, 'runs' | 'breaks' | 'unfinishedRun' | 'nextDayDue' | 'unreadable' | 'latestShortSafety'>;

/** Everything that the diary says, from its entries as they were appended: rules E-01 to E-11 (docs/spec/diary.md). */
export function foldDiary(entries: readonly unknown[]): DiaryState {
  const gathered = gatherEvents(entries);
  const { runs, unreadable } = collectRuns(gathered.events);
  const folded = gathered.events.reduce<Folded>((state, { event }) => foldOne(state, event), {
    agreements: [],
    preferences: {},
    shortSafetySinceCheck: [],
  });
  const latestRun = runs.at(-1);
  const latestDone = runs.findLast(({ outcome, sets }) => outcome !== undefined && sets.length > 0);
  const latestShortSafety = latestSafety(gathered.events.map(({ event }) => event));
  return {
    ...(hidesCheck(entries, gathered) ? withoutCheck(folded) : folded),
    runs,
    breaks: breaksOf(gathered.events.map(({ event }) => event)),
    ...(latestRun !== undefined && latestRun.outcome === undefined && { unfinishedRun: latestRun }),
    ...(latestShortSafety && { latestShortSafety }),
    ...(latestDone !== undefined && latestDone.nextDay === undefined && { nextDayDue: latestDone }),
    unreadable: [...gathered.unreadable, ...unreadable].toSorted(
      (first, second) => first.index - second.index,
    ),
  };
}

// [E-11] A later check or short form that cannot be read may hold a sign that stops everything: until a new check
// there is none to plan from.
function hidesCheck(entries: readonly unknown[], { events, unreadable }: GatheredEvents): boolean {
  const checkedAt = events.findLast(({ event }) => event.kind === 'check-completed')?.index ?? -1;
  const asksSafety = (entry: unknown): boolean => isRecord(entry) && (entry['kind'] === 'check-completed' || entry['kind'] === 'safety-answered');
  return unreadable.some(({ index, problem }) => index > checkedAt && problem.type !== 'id-used-twice' && asksSafety(entries[index]));
}

function withoutCheck({ latestCheck: _check, programmeStartedOn: _start, ...rest }: Folded): Folded {
  return rest;
}

function foldOne(state: Folded, event: DiaryEvent): Folded {
  const { id, atMillis, day } = event;
  switch (event.kind) {
    case 'check-completed':
      return {
        ...state,
        latestCheck: { id, atMillis, day, answers: event.data.answers },
        preferences: without(state.preferences, askedInCheck),
        shortSafetySinceCheck: [],
      };
    case 'clinician-agreed':
      return {
        ...state,
        agreements: [...state.agreements, { flags: event.data.flags, date: event.data.date, id, atMillis }],
      };
    case 'programme-started':
      return { ...state, programmeStartedOn: day };
    case 'safety-answered':
      return {
        ...state,
        shortSafetySinceCheck: [
          ...state.shortSafetySinceCheck,
          { id, atMillis, day, newSigns: event.data.newSigns, painNow: event.data.painNow },
        ],
      };
    case 'preference-changed': {
      const { key, value } = event.data;
      return {
        ...state,
        preferences: { ...without(state.preferences, [key]), ...(value !== null && { [key]: value }) },
      };
    }
    case 'session-started':
    case 'set-logged':
    case 'session-finished':
    case 'next-day-answer':
    case 'break-taken':
    case 'note':
    case 'correction':
      return state;
  }
}

// A device that merges may bring an older break later.
function breaksOf(events: readonly DiaryEvent[]): readonly TakenBreak[] {
  return events
    .flatMap((event) =>
      event.kind === 'break-taken'
        ? [{ ...event.data, id: event.id, atMillis: event.atMillis, day: event.day }]
        : [],
    )
    .toSorted((first, second) => first.atMillis - second.atMillis);
}

function latestSafety(events: readonly DiaryEvent[]): RecordedShortSafety | undefined {
  const event = events.findLast((candidate) => candidate.kind === 'safety-answered');
  return event === undefined
    ? undefined
    : {
        id: event.id,
        atMillis: event.atMillis,
        day: event.day,
        newSigns: event.data.newSigns,
        painNow: event.data.painNow,
      };
}

function without(preferences: DiaryState['preferences'], keys: readonly string[]): DiaryState['preferences'] {
  return Object.fromEntries(Object.entries(preferences).filter(([key]) => !keys.includes(key)));
}
