import type { DiaryState } from '@psoas/core/diary';
import { toCsv } from './to-csv.ts';
import { timeText } from './time-text.ts';

/** One row a set, in the order in which sessions began: what was really done. */
export function setsToCsv({ runs }: DiaryState): string {
  const head = ['day', 'logged_at_utc', 'session', 'run', 'exercise', 'item', 'side', 'set', 'worked_seconds', 'repetitions', 'repetitions_in_reserve', 'pain_0_to_10', 'felt', 'form'];
  const rows = runs.flatMap(({ run, session, sets }) =>
    sets.map((set) => [
      set.day,
      timeText(set.atMillis),
      session,
      run,
      set.exercise,
      set.item + 1,
      set.side,
      set.set,
      set.seconds,
      set.reps,
      set.repsInReserve,
      set.pain,
      set.felt,
      set.form,
    ]),
  );
  return toCsv([head, ...rows]);
}
