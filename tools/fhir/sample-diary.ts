import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createEvent, type EventDataByKind, type EventKind } from '@psoas/core/diary';
import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { parse } from 'yaml';

const parsed = parseLocalDate('2026-11-02');
if (!parsed.ok) throw new Error('not a day');
const firstDay = parsed.value;

/** The day on which the sample person exports. */
export const sampleToday: LocalDate = addDays(firstDay, 8);

const answers: unknown = parse(readFileSync(resolve(import.meta.dirname, '../../packages/core/people/hip-replacement-after.yaml'), 'utf8'));
const lunge = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'right', sets: 2, holdSeconds: 30, restSeconds: 10, because: ['P-02'] } as const;
const march = { exercise: 'standing-march', class: 'strengthen', side: 'both', sets: 1, reps: 8, restSeconds: 30, loadKilograms: 2, because: ['P-02'] } as const;

/**
 * A small diary in which everything occurs that is exported: a check under a clinician's word, a session, one that a
 * rule stopped, a break, measurements, a correction, an entry that cannot be read, and a note that stays out.
 */
export function sampleDiary(): readonly unknown[] {
  const entries: unknown[] = [];
  const write = <Kind extends EventKind>(ahead: number, kind: Kind, data: EventDataByKind[Kind]): string => {
    const id = `entry-${entries.length}`;
    const day = addDays(firstDay, ahead);
    entries.push(createEvent(kind, data, { id, atMillis: Date.parse(day) + 7 * 3_600_000 + entries.length * 60_000, day }));
    return id;
  };
  const check = write(0, 'check-completed', { answers });
  write(0, 'programme-started', { check });
  write(0, 'clinician-agreed', { flags: ['RF21'], date: firstDay });
  write(0, 'safety-answered', { newSigns: [], painNow: 1 });
  write(0, 'session-started', { run: 'run-1', session: 'day-1-home', items: [lunge, march], options: { firstSide: 'left', order: 'alternate' } });
  write(0, 'set-logged', { run: 'run-1', item: 0, exercise: lunge.exercise, side: 'right', set: 1, seconds: 30, pain: 1, felt: 'deep-front-hip' });
  const second = write(0, 'set-logged', { run: 'run-1', item: 0, exercise: lunge.exercise, side: 'right', set: 2, seconds: 99, pain: 2 });
  write(0, 'set-logged', { run: 'run-1', item: 1, exercise: march.exercise, side: 'left', set: 1, seconds: 40, reps: 8, repsInReserve: 3, pain: 0 });
  write(0, 'set-logged', { run: 'run-1', item: 1, exercise: march.exercise, side: 'right', set: 1, seconds: 41.5, reps: 7, repsInReserve: 2, pain: 1 });
  write(0, 'session-finished', { run: 'run-1', outcome: 'completed' });
  write(0, 'correction', { of: second, data: { run: 'run-1', item: 0, exercise: lunge.exercise, side: 'right', set: 2, seconds: 28, pain: 2 } });
  write(1, 'next-day-answer', { run: 'run-1', comparedWithBefore: 'same', painNow: 1, soreness: 'none' });
  write(2, 'session-started', { run: 'run 2', session: 'day-3-home', items: [lunge], options: { firstSide: 'left', order: 'alternate' } });
  write(2, 'set-logged', { run: 'run 2', item: 0, exercise: lunge.exercise, side: 'right', set: 1, seconds: 12, pain: 5, felt: 'groin-pinch' });
  write(2, 'session-finished', { run: 'run 2', outcome: 'stopped', because: 'D-01' });
  write(3, 'break-taken', { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 0, right: 30, pain: 1 });
  write(3, 'note', { text: 'Slept badly.' });
  write(4, 'measurement', { test: 'thomas', side: 'right', method: 'tape', measuredBy: 'me', trials: [4, 6, 5], value: 5, pelvisHeld: true, pain: 1 });
  write(4, 'measurement', { test: 'seated-raises', side: 'left', method: 'counted', measuredBy: 'Ann', trials: [18], value: 18 });
  entries.push({ id: 'newer', kind: 'not-yet-invented', version: 1, atMillis: Date.parse(firstDay), day: firstDay, data: {} });
  return entries;
}
