import { createRunCollection } from './collect-runs.ts';
import { createSharingCollection, type Sharing } from './collect-sharing.ts';
import type { DiaryState } from './diary-state.ts';
import type { DiaryEvent, Envelope, EventDataByKind, EventStamp } from './event.ts';
import { createGathering, type EventGathering, type PlacedEvent } from './gather-events.ts';
import { isLater } from './moment.ts';

/** [E-08] These wishes are asked again in every check, so the newer one of both counts. */
const askedInCheck: readonly string[] = ['daysPerWeek', 'minutesPerDay'];

type Folded = Omit<DiaryState, keyof Sharing | 'runs' | 'breaks' | 'activities' | 'measurements' | 'notes' | 'repeats' | 'unfinishedRun' | 'nextDayDue' | 'unreadable'>;

/** A diary that is read once and then grows: what is added costs microseconds, whatever was there before. */
export type DiaryFold = {
  /** What all entries so far add up to. The same value until something is added. */
  readonly state: () => DiaryState;
  /** [E-15] The moment for what is written at `nowMillis`: after everything before, though the clock was set back. */
  readonly momentAfter: (nowMillis: number) => number;
  /** [E-12] Reads the entries that come next. However a diary is cut up, it adds up to the same. */
  readonly add: (entries: readonly unknown[]) => void;
};

/** Everything that the diary says, from its entries as they were appended: rules E-01 to E-11 (docs/spec/diary.md). */
export function foldDiary(entries: readonly unknown[]): DiaryState {
  return openFold(entries).state();
}

/** Reads a diary that will grow. */
export function openFold(entries: readonly unknown[]): DiaryFold {
  let known: readonly unknown[] = [];
  let gathering = createGathering();
  let sum = createSum();
  let state: DiaryState | undefined;
  const add = (more: readonly unknown[]): void => {
    known = known.concat(more);
    const startsOver = gathering.reachesBack(more);
    if (startsOver) {
      gathering = createGathering();
      sum = createSum();
    }
    gathering.take(startsOver ? known : more, sum.add);
    state = undefined;
  };
  add(entries);
  return {
    add,
    momentAfter: (nowMillis) => Math.max(nowMillis, sum.latestMillis() + 1),
    state: () => {
      state ??= sum.state(gathering);
      return state;
    },
  };
}

type Sum = {
  readonly add: (placed: PlacedEvent) => void;
  /** Of all events; before the first one, long ago. */
  readonly latestMillis: () => number;
  readonly state: (gathering: Pick<EventGathering, 'unreadable' | 'unreadSafetyIndex'>) => DiaryState;
};

function createSum(): Sum {
  const collection = createRunCollection();
  const sharing = createSharingCollection();
  const breaks = createDatedList('break-taken');
  const activities = createDatedList('activity-done');
  const measurements = createDatedList('measurement');
  const notes = createDatedList('note');
  const repeats = createDatedList('test-repeated');
  let checkIndex = -1;
  let latestMillis = -1;
  let folded: Folded = {
    checks: [],
    illDays: [],
    signReports: [],
    retestPutOffUntil: [],
    agreements: [],
    preferences: {},
    shortSafetySinceCheck: [],
  };
  return {
    add: (placed) => {
      const { index, event } = placed;
      if (event.kind === 'check-completed') checkIndex = index;
      latestMillis = Math.max(latestMillis, event.atMillis);
      folded = foldOne(folded, event);
      collection.add(placed);
      sharing.add(event);
      breaks.add(event);
      activities.add(event);
      measurements.add(event);
      notes.add(event);
      repeats.add(event);
    },
    latestMillis: () => latestMillis,
    state: ({ unreadable, unreadSafetyIndex }) => {
      const runs = collection.runs();
      const latestRun = runs.at(-1);
      const latestDone = runs.findLast(({ outcome, sets }) => outcome !== undefined && sets.length > 0);
      return {
        // [E-11] A later check or short form that cannot be read may hold a sign that stops everything: until a new
        // check there is none to plan from.
        ...(unreadSafetyIndex() > checkIndex ? withoutCheck(folded) : folded),
        preferences: { ...folded.preferences, ...sharing.wishes() },
        ...sharing.sharing(),
        runs,
        breaks: breaks.items(),
        activities: activities.items(),
        measurements: measurements.items(),
        notes: notes.items(),
        repeats: repeats.items(),
        ...(latestRun !== undefined && latestRun.outcome === undefined && { unfinishedRun: latestRun }),
        ...(latestDone !== undefined && latestDone.nextDay === undefined && { nextDayDue: latestDone }),
        unreadable: [...unreadable(), ...collection.orphans()].toSorted((first, second) => first.index - second.index),
      };
    },
  };
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
        checks: [...state.checks, { id, atMillis, day, answers: event.data.answers }],
        latestCheck: { id, atMillis, day, answers: event.data.answers },
        preferences: without(state.preferences, askedInCheck),
        // What came later by the clock or the calendar stays, though a check from a device whose clock runs ahead stands behind it.
        shortSafetySinceCheck: state.shortSafetySinceCheck.filter((told) => isLater(told, event)),
      };
    case 'clinician-agreed':
      return {
        ...state,
        agreements: [...state.agreements, { flags: event.data.flags, date: event.data.date, id, atMillis }],
      };
    case 'programme-started':
      return { ...state, programmeStartedOn: day };
    case 'safety-answered': {
      const { newSigns, painNow } = event.data;
      const told = { id, atMillis, day, newSigns, painNow };
      return {
        ...state,
        latestShortSafety: told,
        illDays: newSigns.includes('RF42') ? [...state.illDays, day] : state.illDays,
        signReports: newSigns.length > 0 ? [...state.signReports, told] : state.signReports,
        shortSafetySinceCheck: [...state.shortSafetySinceCheck, told],
      };
    }
    case 'preference-changed': {
      const { key, value } = event.data;
      return {
        ...state,
        preferences: { ...without(state.preferences, [key]), ...(value !== null && { [key]: value }) },
      };
    }
    case 'retest-put-off':
      return { ...state, retestPutOffUntil: [...state.retestPutOffUntil, { on: day, until: event.data.until }] };
    case 'session-started':
    case 'set-logged':
    case 'session-finished':
    case 'next-day-answer':
    case 'break-taken':
    case 'activity-done':
    case 'test-repeated':
    case 'measurement':
    case 'note':
    case 'correction':
    case 'share-made':
    case 'share-ended':
    case 'proposal-imported':
    case 'proposal-answered':
    case 'proposal-taken-back':
    case 'client-added':
    case 'client-changed':
    case 'client-removed':
      return state;
  }
}

type DatedKind = 'break-taken' | 'activity-done' | 'measurement' | 'note' | 'test-repeated';
type DatedItem<Kind extends DatedKind> = EventStamp & EventDataByKind[Kind];

// By time: a device that merges may bring an older one later.
function createDatedList<Kind extends DatedKind>(
  kind: Kind,
): { readonly add: (event: DiaryEvent) => void; readonly items: () => readonly DatedItem<Kind>[] } {
  const isKind = (event: DiaryEvent): event is Envelope<Kind> & DiaryEvent => event.kind === kind;
  const items: DatedItem<Kind>[] = [];
  let sorted: readonly DatedItem<Kind>[] | undefined;
  return {
    add: (event) => {
      if (!isKind(event)) return;
      const { id, atMillis, day, data } = event;
      items.push({ ...data, id, atMillis, day });
      sorted = undefined;
    },
    items: () => {
      sorted ??= items.toSorted((first, second) => first.atMillis - second.atMillis);
      return sorted;
    },
  };
}

function without(preferences: DiaryState['preferences'], keys: readonly string[]): DiaryState['preferences'] {
  return Object.fromEntries(Object.entries(preferences).filter(([key]) => !keys.includes(key)));
}
