import { isRecord } from '@psoas/kernel';
import { parseJson } from '../json/parse-json.ts';
import type { MistakenFile } from './diary-file.ts';

/** What a text is that is no JSON and is often taken for a copy; undefined for none of these. */
export function mistakenText(text: string): MistakenFile | undefined {
  if (/^\uFEFF?day,[a-z]+_at_utc,/.test(text)) return 'table';
  const end = text.indexOf('\n');
  const first = end === -1 ? undefined : parseJson(text.slice(0, end));
  return first?.ok === true && isEntry(first.value) ? 'diary-lines' : undefined;
}

/** The same for JSON. */
export function mistakenValue(value: unknown): MistakenFile | undefined {
  if (isEntry(value)) return 'diary-lines';
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) && Array.isArray(first['primaryMuscles']) ? 'exercise-list' : undefined;
}

// One line of a diary as the command line keeps it.
function isEntry(value: unknown): boolean {
  return isRecord(value) && ['id', 'kind', 'version', 'day', 'data'].every((field) => value[field] !== undefined);
}
