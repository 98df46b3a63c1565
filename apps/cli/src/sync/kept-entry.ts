import { createFieldReader, isRecord, readJson } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url, type OpenEntry } from '@psoas/sync';

const millisRange = { min: 0, max: 2 ** 48 - 1, whole: true } as const;
const counterRange = { min: 0, max: 65_535, whole: true } as const;

/** An entry as a line of the log keeps it, with its sealed bytes while it waits to be sent. */
export type KeptEntry = { readonly entry: OpenEntry; readonly bytes?: Uint8Array };

/** A line of the log: an entry that is there from now on, or the id of one that is not any more. */
export type LogLine = KeptEntry | { readonly gone: string };

/** The line of an entry. */
export function entryToLine({ entry, bytes }: KeptEntry): string {
  const { id, writerKey, previous, stamp, text } = entry;
  return JSON.stringify({ id, writerKey, previous, stamp, text, ...(bytes !== undefined && { bytes: bytesToBase64url(bytes) }) });
}

/** The line of an entry that was sealed anew under another id. */
export function goneToLine(id: string): string {
  return JSON.stringify({ gone: id });
}

/** Reads a line; undefined where it is damaged. */
export function readLogLine(line: string): LogLine | undefined {
  const reader = createFieldReader(readJson(line), '', []);
  const gone = reader?.text('gone', 'optional');
  if (gone !== undefined) return { gone };
  const stamp = reader?.inner('stamp');
  const millis = stamp?.number('millis', millisRange);
  const counter = stamp?.number('counter', counterRange);
  const id = reader?.text('id');
  const writerKey = reader?.text('writerKey');
  const previous = reader?.text('previous');
  const text = reader?.text('text');
  const event = readJson(text ?? '');
  if (id === undefined || writerKey === undefined || previous === undefined || text === undefined) return undefined;
  if (millis === undefined || counter === undefined || !isRecord(event) || typeof event['id'] !== 'string') return undefined;
  const bytes = base64urlToBytes(reader?.text('bytes', 'optional') ?? '');
  const entry = { id, writerKey, previous, stamp: { millis, counter }, event: { ...event, id: event['id'] }, text };
  return bytes.ok && bytes.value.length > 0 ? { entry, bytes: bytes.value } : { entry };
}
