import { diaryTables, diaryToCsv, type DiaryTable } from '@psoas/exchange/csv';
import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { err, fillTemplate, ok, type LocalDate, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, textOption, type Command } from '../io.ts';
import { readEntries } from '../open-diary.ts';

/** The whole diary as one file, a table of it, or as FHIR, to standard output. */
export const exportDiary: Command = async (input, io) => {
  const form = formOf(input.words);
  if (!form.ok) {
    complain(io, fillTemplate(text.diary.exportForm, { tables: diaryTables.join(', '), found: form.error }));
    return 2;
  }
  const withSnomed = isOn(input, 'snomed');
  if (withSnomed && form.value !== 'fhir') {
    complain(io, text.diary.exportSnomed);
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
  const today = io.clock.today();
  for (const chunk of await chunksOf(form.value, entries, { today, withSnomed })) await io.outAndWait(chunk);
  const leftOut = form.value === 'fhir' ? await countUnread(entries) : 0;
  if (leftOut > 0) complain(io, fillTemplate(text.diary.exportLeftOut, { count: leftOut }));
  return 0;
};

type Form = 'json' | 'fhir' | DiaryTable;
type Wishes = { readonly today: LocalDate; readonly withSnomed: boolean };

async function chunksOf(form: Form, entries: readonly unknown[], { today, withSnomed }: Wishes): Promise<Iterable<string>> {
  if (form === 'json') return diaryFileChunks({ exportedOn: today, entries });
  if (form !== 'fhir') return [diaryToCsv(entries, form)];
  const [{ fhirBundleChunks }, { knowledge, words }] = await Promise.all([import('@psoas/exchange/fhir'), import('@psoas/exchange/fhir-english')]);
  return fhirBundleChunks(entries, { knowledge, words, today, withSnomed });
}

async function countUnread(entries: readonly unknown[]): Promise<number> {
  const { foldDiary } = await import('@psoas/core/diary');
  return foldDiary(entries).unreadable.length;
}

function formOf(words: readonly string[]): Result<Form, string> {
  const [form, name = 'sets', ...rest] = words;
  const table = diaryTables.find((one) => one === name);
  if ((form === 'json' || form === 'fhir') && words.length === 1) return ok(form);
  return form === 'csv' && table !== undefined && rest.length === 0 ? ok(table) : err(words.join(' '));
}
