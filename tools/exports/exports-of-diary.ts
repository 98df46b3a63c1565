import { defaultBreakSettings } from '@psoas/core/breaks';
import { assessFromDiary, foldDiary } from '@psoas/core/diary';
import { createTimeline } from '@psoas/core/session';
import { calendarToIcs, planCalendar } from '@psoas/exchange/calendar';
import { diaryToCsv } from '@psoas/exchange/csv';
import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { fhirBundleChunks } from '@psoas/exchange/fhir';
import { knowledge, words as fhirWords } from '@psoas/exchange/fhir-english';
import { sessionToFit, workoutToFit } from '@psoas/exchange/fit';
import { byId, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import calendarWords from '@psoas/knowledge/text/calendar';
import watchWords from '@psoas/knowledge/text/watch';

/** An export of a diary: the words behind `psoas export`, and the same without process and files. */
export type DiaryExport = { readonly words: string; readonly make: (entries: readonly unknown[], today: LocalDate) => Made };

/** How much came out, and the longest piece that stood in memory at once; in characters, or bytes of a file for a watch. */
export type Made = { readonly total: number; readonly longestPiece: number };

/** Every export that is made of a diary. */
export const exportsOfDiary: readonly DiaryExport[] = [
  { words: 'json', make: (entries, today) => drain(diaryFileChunks({ exportedOn: today, entries })) },
  { words: 'csv sets', make: (entries) => drain([diaryToCsv(entries, 'sets')]) },
  { words: 'csv pain', make: (entries) => drain([diaryToCsv(entries, 'pain')]) },
  { words: 'csv measurements', make: (entries) => drain([diaryToCsv(entries, 'measurements')]) },
  { words: 'fhir', make: (entries, today) => drain(fhirBundleChunks(entries, { knowledge, words: fhirWords, today })) },
  { words: 'ics', make: makeCalendar },
  { words: 'fit', make: makeWorkout },
  { words: 'fit done', make: makeActivity },
];

function drain(pieces: Iterable<string | Uint8Array>): Made {
  let made: Made = { total: 0, longestPiece: 0 };
  for (const { length } of pieces) made = { total: made.total + length, longestPiece: Math.max(made.longestPiece, length) };
  return made;
}

function makeCalendar(entries: readonly unknown[], today: LocalDate): Made {
  const around = { catalogue, today, nowMillis: Date.parse(today), entryCount: entries.length, startMinuteOf: () => 18 * 60, breakSettings: defaultBreakSettings };
  const plan = planCalendar({ state: foldDiary(entries), ...around }, calendarWords);
  if (!plan.ok) throw new Error(plan.error.id);
  return drain([calendarToIcs(plan.value)]);
}

function makeWorkout(entries: readonly unknown[], today: LocalDate): Made {
  const assessment = assessFromDiary(foldDiary(entries), { catalogue, today });
  const items = assessment?.programme?.sessions[0]?.items ?? [];
  const timeline = createTimeline(items, byId(catalogue.exercises));
  return drain([workoutToFit({ items, timeline, nameOf: (id) => id, createdAtMillis: Date.parse(today) }, watchWords)]);
}

function makeActivity(entries: readonly unknown[]): Made {
  const run = foldDiary(entries).runs.findLast(({ outcome }) => outcome !== undefined);
  if (run === undefined) throw new Error('no session was done');
  return drain([sessionToFit(run, 3600)]);
}
