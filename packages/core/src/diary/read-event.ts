import {
  createFieldReader,
  err,
  isRecord,
  ok,
  parseLocalDate,
  type Problem,
  type Result,
  type UnknownRecord,
} from '@psoas/kernel';
import type { DiaryEvent, EventKind, EventStamp } from './event.ts';
import { eventDefinitions, eventKinds } from './event-definitions.ts';
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

/** Reads one entry: checks it and brings it up to the newest version. Fields that nobody knows survive. */
export function readEvent(input: unknown): Result<DiaryEvent, UnreadEvent> {
  const problems: Problem[] = [];
  const reader = createFieldReader(input, '', problems);
  const id = reader?.text('id');
  const named = id === undefined ? {} : { id };
  const damaged = (): Result<never, UnreadEvent> => err({ ...named, problem: { type: 'damaged', problems } });
  const kindText = reader?.text('kind');
  const version = reader?.number('version', { min: 1, max: 1000, whole: true });
  const atMillis = reader?.number('atMillis', { min: 0, max: 8.64e15 });
  const dayText = reader?.text('day');
  const day = dayText === undefined ? undefined : parseLocalDate(dayText);
  if (day?.ok === false)
    problems.push({
      field: 'day',
      kind: 'not-allowed',
      allowed: 'a day as YYYY-MM-DD',
      found: day.error.found,
    });
  if (
    !isRecord(input) ||
    id === undefined ||
    kindText === undefined ||
    version === undefined ||
    atMillis === undefined ||
    day?.ok !== true
  )
    return damaged();
  const kind = eventKinds.find((known) => known === kindText);
  if (kind === undefined) return err({ ...named, problem: { type: 'unknown-kind', kind: kindText } });
  const { version: known } = eventDefinitions[kind];
  if (version > known) return err({ ...named, problem: { type: 'newer-version', kind, version, known } });
  const data = input['data'];
  if (!isRecord(data))
    return err({
      ...named,
      problem: {
        type: 'damaged',
        problems: [
          {
            field: 'data',
            kind: data === undefined ? 'missing' : 'not-allowed',
            allowed: 'a group of fields',
          },
        ],
      },
    });
  const event = eventOf(kind, { stamp: { id, atMillis, day: day.value }, version, data }, problems);
  return event === undefined || problems.length > 0 ? damaged() : ok(event);
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
  return read.ok ? read : err(read.error.problem);
}

type RawEvent = { readonly stamp: EventStamp; readonly version: number; readonly data: UnknownRecord };

// One branch for each kind, so that the compiler sees which data belongs to which kind.
function eventOf(
  kind: EventKind,
  { stamp, version, data }: RawEvent,
  problems: Problem[],
): DiaryEvent | undefined {
  const reading = <Data>(
    definition: EventDefinition<Data>,
  ): { readonly version: number; readonly data: Data } | undefined => {
    const read = definition.read(migrate(definition, version, data), problems);
    return read === undefined ? undefined : { version: definition.version, data: read };
  };
  switch (kind) {
    case 'check-completed':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'clinician-agreed':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'programme-started':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'safety-answered':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'session-started':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'set-logged':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'session-finished':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'next-day-answer':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'preference-changed':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'break-taken':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'note':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
    case 'correction':
      return envelope(kind, stamp, reading(eventDefinitions[kind]));
  }
}

function envelope<Kind extends EventKind, Data>(
  kind: Kind,
  stamp: EventStamp,
  read: { readonly version: number; readonly data: Data } | undefined,
): (EventStamp & { readonly kind: Kind; readonly version: number; readonly data: Data }) | undefined {
  return read === undefined ? undefined : { ...stamp, kind, ...read };
}
