import {
  createFieldReader,
  err,
  isRecord,
  ok,
  type FieldReader,
  type Problem,
  type Result,
  readJson,
} from '@psoas/kernel';
import { base64urlToBytes } from '../bytes/base64url.ts';
import { formatVersion } from '../bytes/suite.ts';
import type { Refusal } from '../refusal.ts';

/** A body or an answer that is not what SPEC.md says. */
export type DamagedMessage = Extract<Refusal, { type: 'damaged' | 'newer-version' | 'wrong-length' }>;

/** One message under reading: its fields, its raw value, and what is wrong so far. */
export type MessageReader = {
  readonly fields: FieldReader;
  readonly list: (key: string, limit: number) => readonly unknown[];
  readonly problems: Problem[];
};

/**
 * [Y-23] Reads a JSON message. `read` takes its fields; what is wrong is collected and named. `read` may give back
 * undefined only where it has reported a problem.
 */
export function readMessage<Message>(
  text: string,
  read: (reader: MessageReader) => Message | undefined,
): Result<Message, DamagedMessage> {
  const value = readJson(text);
  const version = isRecord(value) ? value['version'] : undefined;
  if (typeof version === 'number' && version > formatVersion)
    return err({ type: 'newer-version', found: version, known: formatVersion });
  const problems: Problem[] = [];
  const fields = createFieldReader(value, '', problems);
  fields?.number('version', { min: formatVersion, max: formatVersion, whole: true });
  const list = (key: string, limit: number): readonly unknown[] => {
    const found = isRecord(value) ? value[key] : undefined;
    if (Array.isArray(found) && found.length <= limit) return found;
    problems.push({ field: key, kind: 'not-allowed', allowed: `a list of at most ${limit}` });
    return [];
  };
  const message = fields === undefined ? undefined : read({ fields, list, problems });
  return message === undefined || problems.length > 0
    ? err({ type: 'damaged', rule: 'Y-23', problems })
    : ok(message);
}

/** A list of texts in base64url, as bytes. */
export function readBytesList(reader: MessageReader, key: string, limit: number): readonly Uint8Array[] {
  return reader.list(key, limit).flatMap((item, index) => {
    const bytes = typeof item === 'string' ? base64urlToBytes(item) : undefined;
    if (bytes?.ok === true) return [bytes.value];
    reader.problems.push({ field: `${key}[${index}]`, kind: 'not-allowed', allowed: 'base64url' });
    return [];
  });
}

/** A whole number from 0. */
export function readCount(reader: MessageReader, key: string, max = Number.MAX_SAFE_INTEGER): number {
  return reader.fields.number(key, { min: 0, max, whole: true }) ?? 0;
}
