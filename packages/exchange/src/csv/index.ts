/** Tables of a diary for a spreadsheet (docs/spec/diary-file.md). One way only: a diary is read from its JSON file. */
import { foldDiary } from '@psoas/core/diary';
import { correctedEvents } from './corrected-events.ts';
import { measurementsToCsv } from './measurements-to-csv.ts';
import { painToCsv } from './pain-to-csv.ts';
import { setsToCsv } from './sets-to-csv.ts';

/** The tables that there are. */
export const diaryTables = ['sets', 'pain', 'measurements'] as const;
export type DiaryTable = (typeof diaryTables)[number];

/** A byte order mark in front tells spreadsheets that the text is UTF-8. */
type CsvOptions = { readonly byteOrderMark?: boolean };

/**
 * One table of a diary as CSV (RFC 4180), with a head that names the units. Corrections are in it; what cannot be read
 * is not.
 */
export function diaryToCsv(entries: readonly unknown[], table: DiaryTable, { byteOrderMark = false }: CsvOptions = {}): string {
  return (byteOrderMark ? '\uFEFF' : '') + tableText(entries, table);
}

function tableText(entries: readonly unknown[], table: DiaryTable): string {
  const state = foldDiary(entries);
  switch (table) {
    case 'sets':
      return setsToCsv(state);
    case 'pain':
      return painToCsv(correctedEvents(entries), state);
    case 'measurements':
      return measurementsToCsv(state);
  }
}
