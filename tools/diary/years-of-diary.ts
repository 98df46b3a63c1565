import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assess } from '@psoas/core/assessment';
import { createEvent, type DiaryEvent, type EventDataByKind, type EventKind, type SetLogged } from '@psoas/core/diary';
import type { PlannedSession } from '@psoas/core/programme';
import { addDays, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { parse } from 'yaml';

const checkEveryDays = 28;
const dayMillis = 86_400_000;
const answersFile = resolve(import.meta.dirname, '../../packages/core/people/desk-worker.yaml');
const bilateral: ReadonlySet<string> = new Set(catalogue.exercises.filter(({ side }) => side.model === 'bilateral').map(({ id }) => id));

/**
 * The diary of somebody who trains five days a week for `years` years up to `lastDay`: 2,000 sets a year, with the
 * short form before and the answer after each session, a break on other days, and a check every four weeks.
 */
export function yearsOfDiary(years: number, lastDay: LocalDate): readonly DiaryEvent[] {
  const answers: unknown = parse(readFileSync(answersFile, 'utf8'));
  const days = Math.round(years * 365);
  const first = addDays(lastDay, 1 - days);
  const sessions = assess(answers, { catalogue, today: first }).programme?.sessions ?? [];
  const events: DiaryEvent[] = [];
  const write = <Kind extends EventKind>(number: number, kind: Kind, data: EventDataByKind[Kind]): DiaryEvent => {
    const day = addDays(first, number);
    const id = `${String(events.length).padStart(8, '0')}-9b1d-4c4e-8f5a-2f0b6c7d8e9f`;
    const event = createEvent(kind, data, { id, atMillis: Date.parse(day) + dayMillis / 3 + (events.length % 1000), day }) as DiaryEvent;
    events.push(event);
    return event;
  };
  let due: string | undefined;
  for (let number = 0; number < days; number += 1) {
    if (number % checkEveryDays === 0) {
      const { id } = write(number, 'check-completed', { answers });
      write(number, 'programme-started', { check: id });
    }
    if (due !== undefined) write(number, 'next-day-answer', { run: due, comparedWithBefore: 'same', painNow: 1 });
    due = undefined;
    const session = trainsOn(number) ? sessions[number % sessions.length] : undefined;
    if (session === undefined) {
      write(number, 'break-taken', { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 30, right: 30, pain: 1 });
      continue;
    }
    const run = `run-${number}`;
    write(number, 'safety-answered', { newSigns: [], painNow: 1 });
    write(number, 'session-started', { run, session: session.id, items: session.items, options: { firstSide: 'left', order: 'alternate' } });
    for (const set of setsOf(session, run)) write(number, 'set-logged', set);
    write(number, 'session-finished', { run, outcome: 'completed' });
    due = run;
  }
  return events;
}

function trainsOn(number: number): boolean {
  return [0, 1, 3, 4, 5].includes(number % 7);
}

function setsOf({ items }: PlannedSession, run: string): readonly SetLogged[] {
  return items.flatMap(({ exercise, side, sets, reps, holdSeconds = 0 }, item) => {
    const worked = side !== 'both' ? [side] : bilateral.has(exercise) ? (['both'] as const) : (['left', 'right'] as const);
    return Array.from({ length: sets }, (_, index) => index + 1).flatMap((set) =>
      worked.map((each): SetLogged => ({
        run,
        item,
        exercise,
        side: each,
        set,
        seconds: reps === undefined ? holdSeconds : reps * 5,
        pain: 1,
        ...(reps === undefined ? { felt: 'deep-front-hip' } : { reps, repsInReserve: 2 }),
      })),
    );
  });
}
