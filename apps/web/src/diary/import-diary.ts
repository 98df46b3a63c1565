import { cameWith, lastImportName, noteOfImport, planImport, readLastImport, type DiaryFile, type LastImport } from '@psoas/exchange/diary-file';
import type { LocalDate, UnknownRecord } from '@psoas/kernel';
import type { Diary } from './diary.ts';

/** What an import needs besides the diary. */
export type ImportParts = {
  readonly today: LocalDate;
  /** Given when the import also takes over settings. */
  readonly settingsBefore?: UnknownRecord;
  readonly onProgress?: (done: number, of: number) => void;
};

/** Merges a file into the diary, all of it or nothing. Gives back how many entries it brought. */
export async function importDiary(diary: Diary, file: DiaryFile, { today, settingsBefore, onProgress }: ImportParts): Promise<number> {
  // Planned once more inside: another tab may have written since the preview.
  const added = await diary.addMany((current) => planImport(current, file.entries).additions, onProgress);
  const after = { day: today, entriesAfter: diary.records().length };
  await diary.writeKept(lastImportName, noteOfImport(added, { ...after, ...(settingsBefore !== undefined && { settingsBefore }) }));
  return added.length;
}

/** The last import; undefined when there is none that can be taken back. */
export async function lastImportOf(diary: Diary, today: LocalDate): Promise<LastImport | undefined> {
  const note = await diary.readKept(lastImportName).catch(() => undefined);
  return readLastImport(note, { day: today, entries: diary.records().length });
}

/** Takes the last import back: exactly its entries go. False where it cannot be taken back any more. */
export async function undoImport(diary: Diary, last: LastImport): Promise<boolean> {
  if ((await diary.readKept(lastImportName)) === undefined) return false;
  await diary.removeMany(cameWith(last));
  await diary.removeKept(lastImportName);
  return true;
}
