import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEvent, type DiaryEvent } from '@psoas/core/diary';
import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import { parse } from 'yaml';

/** A day by its text. */
export function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

export const monday = dayOf('2026-03-02');
export const halfPastSeven = 7 * 60 + 30;

/** The diary of a person who did the check and started the programme on a day. */
export function diaryOf(name: string, day = monday): readonly DiaryEvent[] {
  const answers: unknown = parse(readFileSync(join(import.meta.dirname, '../../packages/core/people', `${name}.yaml`), 'utf8'));
  const atMillis = Date.parse(`${day}T06:00:00Z`);
  const check = createEvent('check-completed', { answers }, { id: `check-of-${name}`, atMillis, day });
  const start = createEvent('programme-started', { check: check.id }, { id: 'start', atMillis: atMillis + 1, day });
  return [check, start];
}
