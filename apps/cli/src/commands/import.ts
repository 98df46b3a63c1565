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
import { assessFromDiary, foldDiary } from '@psoas/core/diary';
import { activityLine, isActivityFile } from '@psoas/exchange/activity-files';
import { err, fillTemplate, isRecord, ok, type Result } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import activityText from '@psoas/knowledge/text/activity-file';
import text from '@psoas/knowledge/text/cli';
import fileText from '@psoas/knowledge/text/diary-file';
import type { DiaryFile } from '../adapters/diary-file.ts';
import { followLines } from '../activities/activity-lines.ts';
import { readActivities, type FoundActivities } from '../activities/read-activities.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readEntries, sayWritten } from '../open-diary.ts';
import { reasonOf } from '../read-answers.ts';

/** Adds a copy to the diary: all of it or nothing, and with a way back. A care plan becomes a proposal. */
export const importFile: Command = async (input, io) => {
  const [path, ...more] = input.words;
  const diary = io.openDiary(textOption(input, 'diary'));
  const isUndo = isOn(input, 'undo');
  if (more.length > 0 || (path === undefined) !== isUndo || (isUndo && isOn(input, 'dryRun'))) {
    complain(io, text.diary.importWhat);
    return 2;
  }
  if (path === undefined) return undo(diary, { input, io });
  const found = await readFound(path, { input, io });
  if (!found.ok) {
    complain(io, found.error);
    return 2;
  }
  const { value } = found;
  return 'carePlan' in value ? (await import('../import-care-plan.ts')).importCarePlan(value.carePlan, diary, { input, io }) : bringIn(diary, value, { input, io });
};

/** What a file brings into a diary: a copy of one, or the activities of a watch. */
type Found = { readonly entries: DiaryCopy['entries']; readonly activities?: FoundActivities };
/** A care plan, which becomes a proposal beside the diary that it is brought into. */
type FoundCarePlan = { readonly carePlan: { readonly name: string; readonly content: string } };
type Surroundings = { readonly input: CommandInput; readonly io: Io };

async function readFound(path: string, { input, io }: Surroundings): Promise<Result<Found | FoundCarePlan, string>> {
  const read = await io.readBytes(path);
  if (!read.ok) return err(fillTemplate(text.errors.readFailed, { path, reason: reasonOf(read.error) }));
  const name = path === '-' ? text.errors.stdinName : path;
  const refused = (reason: string): Result<never, string> => err(fillTemplate(text.diary.importRefused, { path: name, reason }));
  if (isActivityFile(read.value)) {
    const activities = readActivities(read.value, input, io);
    return activities.ok ? ok({ entries: activities.value.events, activities: activities.value }) : refused(activities.error);
  }
  if (textOption(input, 'as') !== undefined) return refused(activityText.onlyActivities);
  const content = new TextDecoder().decode(read.value);
  const copy = readDiaryFile(content);
  if (copy.ok) return copy;
  if (copy.error.type === 'other-format' && isFhir(content)) return ok({ carePlan: { name, content } });
  return refused(diaryFileProblemText(copy.error, fileText));
}

// Every FHIR resource says at its top what it is; nothing else is looked at before the file is read as one.
function isFhir(content: string): boolean {
  const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''));
  return isRecord(value) && value['resourceType'] !== undefined;
}

async function bringIn(diary: DiaryFile, copy: Found, { input, io }: Surroundings): Promise<ExitCode> {
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
    const activities = copy.activities?.events.map(({ id, day, atMillis, data }) => ({ id, day, atMillis, ...data }));
    printJson(io, { path: diary.path, isWritten: !isDry, added: additions.length, alreadyHere, unread, conflicts, ...(activities && { activities }) });
    return 0;
  }
  const done = fillTemplate(text.diary.imported, { path: diary.path });
  const written = isDry ? [text.diary.importDry] : plan.additions.length > 0 ? [done] : [];
  const follow = isDry || copy.activities === undefined ? [] : await followOf(diary, io);
  printLines(io, [...activityLines(copy.activities), ...importPlanLines(plan, fileText), ...written, ...follow]);
  return 0;
}

function activityLines(activities: FoundActivities | undefined): readonly string[] {
  if (activities === undefined) return [];
  const { events, leftOut } = activities;
  const lines = events.map(({ data, day }) => activityLine({ ...data, day }, activityText));
  return leftOut === 0 ? lines : [...lines, fillTemplate(activityText.leftOut, { count: leftOut })];
}

// [FT-15] What a run or ride of today brings.
async function followOf(diary: DiaryFile, io: Io): Promise<readonly string[]> {
  const read = await diary.read();
  if (!read.ok) return [];
  const today = io.clock.today();
  const state = foldDiary(read.value.entries);
  return followLines({ state, assessment: assessFromDiary(state, { catalogue, today }), today });
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
