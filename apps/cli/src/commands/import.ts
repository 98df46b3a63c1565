import {
  cameWith,
  diaryFileProblemText,
  importPlanLines,
  noteOfImport,
  planImport,
  readDiaryFile,
  readLastImport,
  type DiaryFile as DiaryCopy,
} from '@psoas/exchange/diary-file';
import { fillTemplate, isRecord } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import fileText from '@psoas/knowledge/text/diary-file';
import type { DiaryFile } from '../adapters/diary-file.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readEntries, sayWritten } from '../open-diary.ts';
import { reasonOf } from '../read-answers.ts';

/** Adds a copy to the diary: all of it or nothing, and with a way back. A care plan is shown, not taken over. */
export const importFile: Command = async (input, io) => {
  const [path, ...more] = input.words;
  const diary = io.openDiary(textOption(input, 'diary'));
  const isUndo = isOn(input, 'undo');
  if (more.length > 0 || (path === undefined) !== isUndo || (isUndo && isOn(input, 'dryRun'))) {
    complain(io, text.diary.importWhat);
    return 2;
  }
  if (path === undefined) return undo(diary, { input, io });
  const read = await io.readText(path);
  if (!read.ok) {
    complain(io, fillTemplate(text.errors.readFailed, { path, reason: reasonOf(read.error) }));
    return 2;
  }
  const file = { name: path === '-' ? text.errors.stdinName : path, content: read.value };
  const copy = readDiaryFile(file.content);
  if (copy.ok) return bringIn(diary, copy.value, { input, io });
  if (copy.error.type === 'other-format' && isFhir(file.content)) return (await import('../show-care-plan.ts')).showCarePlan(file, { input, io });
  complain(io, fillTemplate(text.diary.importRefused, { path: file.name, reason: diaryFileProblemText(copy.error, fileText) }));
  return 2;
};

// Every FHIR resource says at its top what it is; nothing else is looked at before the file is read as one.
function isFhir(content: string): boolean {
  const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
  return isRecord(value) && value['resourceType'] !== undefined;
}

type Surroundings = { readonly input: CommandInput; readonly io: Io };

async function bringIn(diary: DiaryFile, copy: DiaryCopy, { input, io }: Surroundings): Promise<ExitCode> {
  const isDry = isOn(input, 'dryRun');
  const here = await readEntries(diary, io);
  if (!here.ok) return 1;
  const plan = planImport(here.value.entries, copy.entries);
  if (!isDry && plan.additions.length > 0) {
    // Planned once more while nobody else can write.
    const written = sayWritten(diary, io, await diary.addMany((current) => planImport(current, copy.entries).additions));
    if (!written.ok) return 1;
    const { added, entriesAfter } = written.value;
    await io.openImportNote(diary.path).save(noteOfImport(added, { day: io.clock.today(), entriesAfter }));
  }
  if (isOn(input, 'json')) {
    const { additions, alreadyHere, unread, conflicts } = plan;
    printJson(io, { path: diary.path, isWritten: !isDry, added: additions.length, alreadyHere, unread, conflicts });
    return 0;
  }
  const done = fillTemplate(text.diary.imported, { path: diary.path });
  printLines(io, [...importPlanLines(plan, fileText), ...(isDry ? [text.diary.importDry] : plan.additions.length > 0 ? [done] : [])]);
  return 0;
}

async function undo(diary: DiaryFile, { input, io }: Surroundings): Promise<ExitCode> {
  const here = await readEntries(diary, io);
  if (!here.ok) return 1;
  const note = io.openImportNote(diary.path);
  const last = readLastImport(await note.load(), { day: io.clock.today(), entries: here.value.entries.length });
  if (last === undefined) {
    complain(io, text.diary.noImport);
    return 2;
  }
  const written = sayWritten(diary, io, await diary.removeMany(cameWith(last)));
  if (!written.ok) return 1;
  await note.clear();
  if (isOn(input, 'json')) printJson(io, { path: diary.path, removed: last.keys.length });
  else printLines(io, [fillTemplate(text.diary.importUndone, { count: last.keys.length })]);
  return 0;
}
