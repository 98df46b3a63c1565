import { createFieldReader, err, type Result } from '@psoas/kernel';
import { bytesToBase64url } from '../bytes/base64url.ts';
import { formatVersion } from '../bytes/suite.ts';
import { readBytesList, readMessage, type DamagedMessage } from './read-message.ts';

/** [Y-23] The most that one push may hold. */
export const pushLimits = { entries: 100, characters: 1_048_576 } as const;

/** What became of one entry: it has its number in the feed, or it was refused. */
export type PushResult =
  | { readonly id: string; readonly seq: number }
  | { readonly id: string; readonly refused: string };

/** A relay's answer to a push. */
export type PushAnswer = { readonly results: readonly PushResult[]; readonly nearlyFull: boolean };

/** The body of a push. */
export function writePushBody(entries: readonly Uint8Array[]): string {
  return JSON.stringify({ version: formatVersion, entries: entries.map(bytesToBase64url) });
}

/** Reads the body of a push. The entries are bytes still: each is judged by itself. */
export function parsePushBody(text: string): Result<readonly Uint8Array[], DamagedMessage> {
  if (text.length > pushLimits.characters)
    return err({
      type: 'wrong-length',
      found: text.length,
      allowed: `at most ${pushLimits.characters} characters`,
    });
  return readMessage(text, (reader) => readBytesList(reader, 'entries', pushLimits.entries));
}

/** The answer to a push. */
export function writePushAnswer(answer: PushAnswer): string {
  return JSON.stringify({ version: formatVersion, ...answer });
}

/** Reads the answer to a push. */
export function parsePushAnswer(text: string): Result<PushAnswer, DamagedMessage> {
  return readMessage(text, ({ fields, list, problems }) => {
    const results = list('results', pushLimits.entries).flatMap((item, index): readonly PushResult[] => {
      const result = createFieldReader(item, `results[${index}]`, problems);
      const id = result?.text('id');
      if (result === undefined || id === undefined) return [];
      if (result.has('refused')) return [{ id, refused: result.text('refused') ?? '' }];
      return [{ id, seq: result.number('seq', { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true }) ?? 0 }];
    });
    return { results, nearlyFull: fields.flag('nearlyFull') ?? false };
  });
}
