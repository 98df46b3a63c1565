import type { Result } from '@psoas/kernel';
import { bytesToBase64url } from '../bytes/base64url.ts';
import { formatVersion } from '../bytes/suite.ts';
import { readBytesList, readCount, readMessage, type DamagedMessage } from './read-message.ts';

/** [Y-22] The most entries in one answer. */
export const pullLimit = 500;
const recordLimit = 10_000;

/** What somebody has already: entries up to a number, and how many records. */
export type PullBody = { readonly after: number; readonly recordsAfter: number; readonly limit: number };

/** What comes after it. The first entry has the number `after + 1`. */
export type PullAnswer = {
  readonly after: number;
  readonly records: readonly Uint8Array[];
  readonly entries: readonly Uint8Array[];
  /** The number of the feed's last entry; 0 for none. */
  readonly last: number;
  /** The head of the feed at `after`, or at `last` where that is less (Y-31). */
  readonly head: string;
};

/** The body of a pull. */
export function writePullBody(body: PullBody): string {
  return JSON.stringify({ version: formatVersion, ...body });
}

/** Reads the body of a pull. */
export function parsePullBody(text: string): Result<PullBody, DamagedMessage> {
  return readMessage(text, (reader) => ({
    after: readCount(reader, 'after'),
    recordsAfter: readCount(reader, 'recordsAfter'),
    limit: Math.max(1, readCount(reader, 'limit', pullLimit)),
  }));
}

/** The answer to a pull. */
export function writePullAnswer({ after, records, entries, last, head }: PullAnswer): string {
  return JSON.stringify({
    version: formatVersion,
    after,
    records: records.map(bytesToBase64url),
    entries: entries.map(bytesToBase64url),
    last,
    head,
  });
}

/** Reads the answer to a pull. Records and entries are bytes still: each is judged by itself. */
export function parsePullAnswer(text: string): Result<PullAnswer, DamagedMessage> {
  return readMessage(text, (reader) => ({
    after: readCount(reader, 'after'),
    records: readBytesList(reader, 'records', recordLimit),
    entries: readBytesList(reader, 'entries', pullLimit),
    last: readCount(reader, 'last'),
    head: reader.fields.text('head') ?? '',
  }));
}
