import { assessFromDiary, foldDiary, openFold, readEvent } from '@psoas/core/diary';
import { addDays, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { yearsOfDiary } from '../../diary/years-of-diary.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { afterWarmUp, millisOf, processorMillisOf } from '../stopwatch.ts';

/** The bar for adding up any of the diaries, in milliseconds of the processor. */
const limitMillis = 20;
const lengths = [1, 2, 5] as const;
/** A short diary is read as often as makes so many years: some systems count the processor's time in steps of milliseconds. */
const yearsPerRun = 10;

/** What a diary costs as it grows. */
export const fold: Measurement = {
  id: 'fold',
  what: 'adding up a diary of 1, 2 and 5 years',
  how: `2,000 sets a year, as entries that come from a file: reading and adding up, by what the processor did for it, each as often as makes ${yearsPerRun} years; then one more entry, and the programme of today, by the clock. The diaries by turns, after one run to warm up.`,
  runs: 21,
  measure: async ({ runs, today }) => {
    const diaries = lengths.map((years) => openDiary(years, today));
    const kept = await afterWarmUp(runs, async () => diaries.map(measureDiary));
    const timesOf = (place: number, pick: (times: Times) => number): readonly number[] => kept.flatMap((run) => run.slice(place, place + 1).map(pick));
    const folding = lengths.map((_, place) => timesOf(place, (times) => times.folding));
    return [
      ...diaries.flatMap(({ years, words }, place) => figuresOf(years, words, (pick) => timesOf(place, pick))),
      { id: 'fold.growth', what: 'adding up 5 years', ratioTo: 'adding up 1 year', unit: 'ratio', better: 'less', values: (folding[2] ?? []).map((millis, run) => millis / (folding[0]?.[run] ?? 1)) },
      { id: 'fold.ratio', what: 'adding up 5 years', ratioTo: 'JSON.parse of the same entries', unit: 'ratio', better: 'less', values: timesOf(2, (times) => times.folding / times.parsing) },
    ];
  },
};

type Diary = {
  readonly years: number;
  readonly words: string;
  readonly entries: readonly unknown[];
  readonly text: string;
  readonly day: LocalDate;
  readonly appendNote: () => void;
};

type Times = { readonly folding: number; readonly reading: number; readonly parsing: number; readonly appending: number; readonly assessing: number };

function openDiary(years: number, day: LocalDate): Diary {
  const events = yearsOfDiary(years, addDays(day, -1));
  const text = JSON.stringify(events);
  // As it comes from a file or a database: no value is shared.
  const entries = JSON.parse(text) as readonly unknown[];
  const open = openFold(entries);
  let notes = 0;
  return {
    years,
    words: `${years} ${years === 1 ? 'year' : 'years'}, ${entries.length.toLocaleString('en-GB')} entries`,
    entries,
    text,
    day,
    appendNote: () => {
      notes += 1;
      open.add([{ id: `note-${notes}`, kind: 'note', version: 1, atMillis: Date.parse(day), day, data: { text: 'One more.' } }]);
      open.state();
    },
  };
}

function measureDiary({ years, entries, text, day, appendNote }: Diary): Times {
  const state = foldDiary(entries);
  const times = yearsPerRun / years;
  const meanOf = (work: () => unknown): number =>
    processorMillisOf(() => {
      for (let time = 0; time < times; time += 1) work();
    }) / times;
  return {
    folding: meanOf(() => foldDiary(entries)),
    reading: meanOf(() => entries.forEach((entry) => readEvent(entry))),
    parsing: meanOf(() => JSON.parse(text) as unknown),
    appending: millisOf(appendNote),
    assessing: millisOf(() => assessFromDiary(state, { catalogue, today: day })),
  };
}

function figuresOf(years: number, words: string, values: (pick: (times: Times) => number) => readonly number[]): readonly Figure[] {
  const common = { unit: 'ms', better: 'less' } as const;
  return [
    { ...common, id: `fold.${years}`, what: `adding up ${words}`, bar: { limit: limitMillis }, values: values(({ folding }) => folding) },
    { ...common, id: `fold.${years}.reading`, what: `reading alone, ${words}`, values: values(({ reading }) => reading) },
    { ...common, id: `fold.${years}.append`, what: `one more entry after ${words}`, values: values(({ appending }) => appending) },
    { ...common, id: `fold.${years}.assess`, what: `the programme of today from ${words}`, values: values(({ assessing }) => assessing) },
  ];
}
