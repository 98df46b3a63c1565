import { err, fillTemplate, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import type { Io } from './io.ts';

/** Why a file of answers cannot be taken at all. */
export type AnswersFailure = ReadFailure | UnparsableFailure;
export type ReadFailure = { readonly type: 'read-failed'; readonly path: string; readonly code: string };
/** Line and column count from 1. `mentions` are the ids of flags that the damaged text names. */
export type UnparsableFailure = {
  readonly type: 'unparsable';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  readonly mentions: readonly string[];
};

/** Reads a file of answers, YAML or JSON (which YAML includes). What is inside is judged later. */
export async function readAnswers(path: string, io: Io): Promise<Result<unknown, AnswersFailure>> {
  const read = await io.readText(path);
  if (!read.ok) return err({ type: 'read-failed', path, code: read.error });
  const { parseAnswersText } = await import('./parse-answers-text.ts');
  const parsed = parseAnswersText(read.value);
  if (parsed.ok) return parsed;
  const name = path === '-' ? text.errors.stdinName : path;
  return err({ type: 'unparsable', path: name, ...parsed.error, mentions: flagsIn(read.value) });
}

/** The failure in words. */
export function answersFailureLines(failure: AnswersFailure): readonly string[] {
  if (failure.type === 'unparsable')
    return [
      fillTemplate(text.errors.unparsable, {
        path: failure.path,
        line: failure.line,
        column: failure.column,
        reason: failure.reason,
      }),
      text.errors.nothingUsed,
    ];
  return [fillTemplate(text.errors.readFailed, { path: failure.path, reason: reasonOf(failure.code) })];
}

/** What the system's code means. */
export function reasonOf(code: string): string {
  const { other, ...known } = text.errors.reasons;
  return new Map(Object.entries(known)).get(code) ?? fillTemplate(other, { code });
}

/** The ids of flags that a text names. */
export function flagsIn(words: string): readonly string[] {
  return [...new Set(words.match(/\bRF\d\d\b/g))].toSorted();
}
