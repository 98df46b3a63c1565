import { createFieldReader, isRecord, readJson, type Problem, type UnknownRecord } from '@psoas/kernel';
import {
  base64urlToBytes,
  bytesToBase64url,
  learnSealKeys,
  type MemberKeys,
  type OpenEntry,
  type Replica,
} from '@psoas/sync';
import { entryToLine, goneToLine, readLogLine } from './kept-entry.ts';
import { feedStateToJson, present, readFeedState, readList } from './kept-feed-state.ts';

/** The version of these files. */
const fileVersion = 1;
const anyCount = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true } as const;

/** What the log of a feed holds already, so that only what is new goes behind it. */
export type LogPlace = { readonly ids: ReadonlySet<string>; readonly bytes: number };

/** A log in which nothing stands. */
export const emptyLog: LogPlace = { ids: new Set(), bytes: 0 };

/** The lines that a log lacks: new entries, and the ids of those that are no more. */
export function linesFor({ entries, waiting }: Replica, { ids }: LogPlace): readonly string[] {
  const bytesById = new Map(waiting.map(({ entry, bytes }) => [entry.id, bytes]));
  const gone = [...ids].filter((id) => !entries.has(id)).map(goneToLine);
  const fresh = [...entries.values()].filter(({ id }) => !ids.has(id));
  return [
    ...gone,
    ...fresh.map((entry) => {
      const bytes = bytesById.get(entry.id);
      return entryToLine({ entry, ...(bytes !== undefined && { bytes }) });
    }),
  ];
}

/** Everything of a replica besides its entries and its secrets. `logBytes`: how much of the log belongs to it. */
export function headToText(replica: Replica, logBytes: number): string {
  const { feed, waiting, unexplained, cursor, head, clock, previous } = replica;
  return JSON.stringify({
    version: fileVersion,
    logBytes,
    feed: feedStateToJson(feed),
    waiting: waiting.map(({ entry, epoch, isStored }) => ({ id: entry.id, epoch, isStored })),
    unexplained: unexplained.map(bytesToBase64url),
    cursor,
    head,
    clock: { millis: clock.millis, counter: clock.counter },
    previous,
  });
}

/** A replica as it was kept, and what its log holds. */
export type LoadedReplica = { readonly replica: Replica; readonly log: LogPlace };

/** The two files of a feed. */
export type ReplicaFiles = { readonly head: string; readonly log: string };

/**
 * Reads a replica again. Undefined where anything of it is damaged: it is a copy of what the relay holds, and of what
 * the diary holds, so it is made anew and nothing is lost.
 */
export function readReplica(files: ReplicaFiles, member: MemberKeys): LoadedReplica | undefined {
  const problems: Problem[] = [];
  const value = readJson(files.head);
  const reader = createFieldReader(value, '', problems);
  const version = reader?.number('version', anyCount);
  const logBytes = reader?.number('logBytes', anyCount);
  const cursor = reader?.number('cursor', anyCount);
  const head = reader?.text('head');
  const previous = reader?.text('previous');
  const millis = reader?.inner('clock')?.number('millis', anyCount);
  const counter = reader?.inner('clock')?.number('counter', anyCount);
  if (!isRecord(value) || version !== fileVersion || logBytes === undefined) return undefined;
  const feed = readFeedState(value['feed'], problems);
  const log = readLog(files.log, logBytes);
  const waiting = log && readWaiting(value, log, problems);
  if (problems.length > 0 || feed?.feedId !== member.feedId || log === undefined || waiting === undefined) return undefined;
  if (cursor === undefined || head === undefined || previous === undefined) return undefined;
  if (millis === undefined || counter === undefined) return undefined;
  const sealKeys = learnSealKeys(feed, member);
  const unexplained = present(readList(value, 'unexplained').map(bytesOf));
  const replica = { member, feed, sealKeys, entries: log.entries, waiting, unexplained, cursor, head, clock: { millis, counter }, previous };
  return { replica, log: { ids: new Set(log.entries.keys()), bytes: logBytes } };
}

type Log = { readonly entries: ReadonlyMap<string, OpenEntry>; readonly bytesById: ReadonlyMap<string, Uint8Array> };

// Lines behind `logBytes` were written just before a power cut, and belong to nothing.
function readLog(text: string, logBytes: number): Log | undefined {
  const bytes = Buffer.from(text);
  if (bytes.length < logBytes) return undefined;
  const lines = bytes.subarray(0, logBytes).toString('utf8').split('\n').slice(0, -1);
  const entries = new Map<string, OpenEntry>();
  const bytesById = new Map<string, Uint8Array>();
  for (const line of lines) {
    const read = readLogLine(line);
    if (read === undefined) return undefined;
    if ('gone' in read) entries.delete(read.gone);
    else {
      entries.set(read.entry.id, read.entry);
      if (read.bytes !== undefined) bytesById.set(read.entry.id, read.bytes);
    }
  }
  return { entries, bytesById };
}

function readWaiting(value: UnknownRecord, log: Log, problems: Problem[]): Replica['waiting'] | undefined {
  const waiting = readList(value, 'waiting').map((each) => {
    const reader = createFieldReader(each, 'waiting', problems);
    const entry = log.entries.get(reader?.text('id') ?? '');
    const epoch = reader?.number('epoch', anyCount);
    const isStored = reader?.flag('isStored');
    if (entry === undefined || epoch === undefined || isStored === undefined) return undefined;
    return { entry, epoch, isStored, bytes: log.bytesById.get(entry.id) ?? new Uint8Array(0) };
  });
  return waiting.includes(undefined) ? undefined : present(waiting);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  const read = typeof value === 'string' ? base64urlToBytes(value) : undefined;
  return read?.ok === true ? read.value : undefined;
}
