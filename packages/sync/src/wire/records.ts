import { createFieldReader, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import { formatVersion } from '../bytes/suite.ts';
import { readBytesList, readCount, readMessage, type DamagedMessage } from './read-message.ts';

const recordLimit = 100;
const readLimit = 1000;

/** A relay's answer to records. */
export type RecordAnswer = {
  /** How many records the feed has now. */
  readonly count: number;
  /** After an erase (Y-17). */
  readonly receipt: Uint8Array | null;
};

/** One read that the relay wrote down: when, by which key, and the numbers of the first and last entry. */
export type LoggedRead = {
  readonly at: number;
  readonly key: string;
  readonly from: number;
  readonly to: number;
};

/** The body that brings records. */
export function writeRecordBody(records: readonly Uint8Array[]): string {
  return JSON.stringify({ version: formatVersion, records: records.map(bytesToBase64url) });
}

/** Reads the body that brings records. They are bytes still. */
export function parseRecordBody(text: string): Result<readonly Uint8Array[], DamagedMessage> {
  return readMessage(text, (reader) => readBytesList(reader, 'records', recordLimit));
}

/** The answer to records. */
export function writeRecordAnswer({ count, receipt }: RecordAnswer): string {
  return JSON.stringify({
    version: formatVersion,
    count,
    receipt: receipt === null ? null : bytesToBase64url(receipt),
  });
}

/** Reads the answer to records. */
export function parseRecordAnswer(text: string): Result<RecordAnswer, DamagedMessage> {
  return readMessage(text, (reader) => {
    const text64 = reader.fields.text('receipt', 'optional');
    const receipt = text64 === undefined ? undefined : base64urlToBytes(text64);
    if (receipt?.ok === false)
      reader.problems.push({ field: 'receipt', kind: 'not-allowed', allowed: 'base64url' });
    return { count: readCount(reader, 'count'), receipt: receipt?.ok === true ? receipt.value : null };
  });
}

/** The body that asks for reads after a moment. */
export function writeReadLogBody(afterMillis: number): string {
  return JSON.stringify({ version: formatVersion, after: afterMillis });
}

/** Reads the body that asks for reads: the moment after which they were. */
export function parseReadLogBody(text: string): Result<number, DamagedMessage> {
  return readMessage(text, (reader) => readCount(reader, 'after'));
}

/** The reads that a relay wrote down. */
export function writeReadLogAnswer(reads: readonly LoggedRead[]): string {
  return JSON.stringify({ version: formatVersion, reads });
}

/** [Y-30] Reads who has read a share. */
export function parseReadLogAnswer(text: string): Result<readonly LoggedRead[], DamagedMessage> {
  return readMessage(text, ({ list, problems }) =>
    list('reads', readLimit).flatMap((item, index): readonly LoggedRead[] => {
      const read = createFieldReader(item, `reads[${index}]`, problems);
      const count = (key: string): number =>
        read?.number(key, { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true }) ?? 0;
      const key = read?.text('key');
      return key === undefined ? [] : [{ at: count('at'), key, from: count('from'), to: count('to') }];
    }),
  );
}
