import { assessFromDiary, foldDiary, openFold, readEvent } from '@psoas/core/diary';
import { addDays, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { spreadOf, type Spread } from './spread.ts';
import { yearsOfDiary } from './years-of-diary.ts';

/** What a diary of so many years costs in Node, in milliseconds. */
export type FoldBench = {
  readonly years: number;
  readonly sets: number;
  readonly entries: number;
  /** Reading each entry, nothing else. */
  readonly reading: Spread;
  /** Reading and adding up, by the clock. */
  readonly folding: Spread;
  /** The same by what the processor did for it: what else the machine does does not count. */
  readonly foldingProcessor: Spread;
  /** One more entry. */
  readonly appending: Spread;
  /** From what was added up to the programme of today. */
  readonly assessing: Spread;
};

/** Folds a diary of so many years `rounds` times. */
export function benchFold(years: number, today: LocalDate, rounds = 21): FoldBench {
  const events = yearsOfDiary(years, addDays(today, -1));
  // As it comes from a file or a database: no value is shared.
  const entries: readonly unknown[] = events.map((event): unknown => JSON.parse(JSON.stringify(event)));
  const state = foldDiary(entries);
  const fold = openFold(entries);
  const processor: number[] = [];
  const folding = timesOf(rounds, () => {
    const before = process.threadCpuUsage();
    foldDiary(entries);
    const { user, system } = process.threadCpuUsage(before);
    processor.push((user + system) / 1000);
  });
  return {
    years,
    sets: events.filter(({ kind }) => kind === 'set-logged').length,
    entries: entries.length,
    reading: spreadOf(timesOf(rounds, () => entries.forEach((entry) => readEvent(entry)))),
    folding: spreadOf(folding),
    foldingProcessor: spreadOf(processor),
    appending: spreadOf(timesOf(200, (round) => appendNote(fold, round, today)), 3),
    assessing: spreadOf(timesOf(7, () => assessFromDiary(state, { catalogue, today }))),
  };
}

function appendNote(fold: ReturnType<typeof openFold>, round: number, day: LocalDate): void {
  fold.add([{ id: `note-${round}`, kind: 'note', version: 1, atMillis: Date.parse(day), day, data: { text: 'One more.' } }]);
  fold.state();
}

function timesOf(rounds: number, work: (round: number) => void): readonly number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
}
