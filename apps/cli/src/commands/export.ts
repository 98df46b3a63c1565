import { diaryTables, diaryToCsv, type DiaryTable } from '@psoas/exchange/csv';
import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { complain, textOption, type Command } from '../io.ts';
import { readEntries } from '../open-diary.ts';

/** The whole diary as one file, a table of it, or what a calendar or a watch reads, to standard output. */
export const exportDiary: Command = async (input, io) => {
  const [first] = input.words;
  if (first === 'ics') return (await import('../export/export-calendar.ts')).exportCalendar(input, io);
  if (first === 'fit') return (await import('../export/export-fit.ts')).exportFit(input, io);
  const form = formOf(input.words);
  if (!form.ok) {
    complain(io, fillTemplate(text.diary.exportForm, { tables: diaryTables.join(', '), found: form.error }));
    return 2;
  }
  const read = await readEntries(io.openDiary(textOption(input, 'diary')), io);
  if (!read.ok) return 1;
  const { entries, isTorn } = read.value;
  if (entries.length === 0) {
    complain(io, text.errors.noDiary);
    return 2;
  }
  if (isTorn) complain(io, text.diary.tornSeen);
  if (form.value !== 'json') await io.outAndWait(diaryToCsv(entries, form.value));
  else for (const chunk of diaryFileChunks({ exportedOn: io.clock.today(), entries })) await io.outAndWait(chunk);
  return 0;
};

function formOf(words: readonly string[]): Result<'json' | DiaryTable, string> {
  const [form, name = 'sets', ...rest] = words;
  const table = diaryTables.find((one) => one === name);
  if (form === 'json' && words.length === 1) return ok('json');
  return form === 'csv' && table !== undefined && rest.length === 0 ? ok(table) : err(words.join(' '));
}
