import {
  createFieldReader,
  err,
  isRecord,
  ok,
  parseLocalDate,
  type LocalDate,
  type Problem,
  type Result,
  type UnknownRecord,
} from '@psoas/kernel';
import type { DiaryEvent, Envelope, EventDataByKind, EventKind, EventStamp } from './event.ts';
import { eventDefinitions } from './event-definitions.ts';
import { migrate, type EventDefinition } from './event-definition.ts';

/** Why an entry of the diary is not understood. It is kept as it is all the same. */
export type EventProblem =
  | { readonly type: 'damaged'; readonly problems: readonly Problem[] }
  /** Written by a newer psoas. */
  | { readonly type: 'unknown-kind'; readonly kind: string }
  | {
      readonly type: 'newer-version';
      readonly kind: EventKind;
      readonly version: number;
      readonly known: number;
    }
  /** A correction of something that is not here, or that cannot be corrected. */
  | { readonly type: 'nothing-to-correct'; readonly of: string }
  /** A set, an end or an answer of a session whose beginning is not here. */
  | { readonly type: 'unknown-run'; readonly run: string }
  /** The same id again, with other words. The first one counts. */
  | { readonly type: 'id-used-twice' };

/** What could not be read, and its id if it has one. */
export type UnreadEvent = { readonly id?: string; readonly problem: EventProblem };

const versionRange = { min: 1, max: 1000, whole: true };
const millisRange = { min: 0, max: 8.64e15 };

/** Reads one entry: checks it and brings it up to the newest version. Fields that nobody knows survive. */
export function readEvent(input: unknown): Result<DiaryEvent, UnreadEvent> {
  const problems: Problem[] = [];
  const reader = createFieldReader(input, '', problems);
  const id = reader?.text('id');
  const kind = reader?.text('kind');
  const version = reader?.number('version', versionRange);
  const atMillis = reader?.number('atMillis', millisRange);
  const day = readDay(reader?.text('day'), problems);
  if (
    !isRecord(input) ||
    id === undefined ||
    kind === undefined ||
    version === undefined ||
    atMillis === undefined ||
    day === undefined
  )
    return unread(id, { type: 'damaged', problems });
  if (!isEventKind(kind)) return unread(id, { type: 'unknown-kind', kind });
  const { version: known } = eventDefinitions[kind];
  if (version > known) return unread(id, { type: 'newer-version', kind, version, known });
  const data = input['data'];
  if (!isRecord(data)) {
    const missing = { field: 'data', kind: data === undefined ? 'missing' : 'not-allowed', allowed: 'a group of fields' } as const;
    return unread(id, { type: 'damaged', problems: [missing] });
  }
  const event = eventOf(kind, { id, atMillis, day, version, data }, problems);
  return event === undefined || problems.length > 0 ? unread(id, { type: 'damaged', problems }) : ok(event);
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventDefinitions, kind);
}

function unread(id: string | undefined, problem: EventProblem): Result<never, UnreadEvent> {
  return err({ ...(id !== undefined && { id }), problem });
}

function readDay(text: string | undefined, problems: Problem[]): LocalDate | undefined {
  if (text === undefined) return undefined;
  const day = parseLocalDate(text);
  if (day.ok) return day.value;
  problems.push({ field: 'day', kind: 'not-allowed', allowed: 'a day as YYYY-MM-DD', found: day.error.found });
  return undefined;
}

/** [E-02] An event with the data that a correction gives it. */
export function correctEvent(
  event: DiaryEvent,
  data: unknown,
  dataVersion: number,
): Result<DiaryEvent, EventProblem> {
  const { version: known } = eventDefinitions[event.kind];
  if (event.kind === 'correction') return err({ type: 'nothing-to-correct', of: event.id });
  if (dataVersion > known)
    return err({ type: 'newer-version', kind: event.kind, version: dataVersion, known });
  const read = readEvent({ ...event, version: dataVersion, data });
  return read.ok ? ok(withEverySign(event, read.value)) : err(read.error.problem);
}

// [E-09] A sign ends only by a new check: a short form that is put right may tell of more, not of less.
function withEverySign(before: DiaryEvent, after: DiaryEvent): DiaryEvent {
  if (before.kind !== 'safety-answered' || after.kind !== 'safety-answered') return after;
  const newSigns = [...new Set([...before.data.newSigns, ...after.data.newSigns])];
  return { ...after, data: { ...after.data, newSigns, painNow: Math.max(before.data.painNow, after.data.painNow) } };
}

type RawEvent = EventStamp & { readonly version: number; readonly data: UnknownRecord };

// One branch for each kind, so that the compiler sees which data belongs to which kind.
function eventOf(kind: EventKind, raw: RawEvent, problems: Problem[]): DiaryEvent | undefined {
  switch (kind) {
    case 'check-completed':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'clinician-agreed':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'programme-started':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'safety-answered':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'session-started':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'set-logged':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'session-finished':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'next-day-answer':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'preference-changed':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'break-taken':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'activity-done':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'retest-put-off':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'test-repeated':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'share-made':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'share-ended':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'proposal-imported':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'proposal-answered':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'proposal-taken-back':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'client-added':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'client-changed':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'client-removed':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'measurement':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'note':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
    case 'correction':
      return envelope(kind, raw, dataOf(eventDefinitions[kind], raw, problems));
  }
}

function dataOf<Data>(definition: EventDefinition<Data>, { version, data }: RawEvent, problems: Problem[]): Data | undefined {
  return definition.read(migrate(definition, version, data), problems);
}

function envelope<Kind extends EventKind>(
  kind: Kind,
  { id, atMillis, day }: EventStamp,
  data: EventDataByKind[Kind] | undefined,
): Envelope<Kind> | undefined {
  return data === undefined ? undefined : { id, kind, version: eventDefinitions[kind].version, atMillis, day, data };
}
