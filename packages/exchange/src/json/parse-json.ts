import { err, ok, type Result } from '@psoas/kernel';
import { findJsonFault } from './find-json-fault.ts';

/** Why a text is no JSON. Lines and columns count from 1. */
export type JsonProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'not-json'; readonly line: number; readonly column: number }
  /** The text ends in the middle. */
  | { readonly type: 'cut-off'; readonly line: number };

/** A text as JSON, a byte order mark in front left out; where it is none, the place, the same in every browser. */
export function parseJson(text: string): Result<unknown, JsonProblem> {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return err({ type: 'empty' });
  try {
    const value: unknown = JSON.parse(content);
    return ok(value);
  } catch {
    const { offset, isCutOff } = findJsonFault(content) ?? { offset: 0, isCutOff: false };
    const before = content.slice(0, offset).split('\n');
    const line = before.length;
    return err(isCutOff ? { type: 'cut-off', line } : { type: 'not-json', line, column: (before.at(-1) ?? '').length + 1 });
  }
}
