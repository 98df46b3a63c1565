import type { RecordedActivity } from '@psoas/core/diary';
import { diaryFileProblemText, longestFileCharacters, readDiaryFile, type DiaryFile } from '@psoas/exchange/diary-file';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import fileText from '@psoas/knowledge/text/diary-file';
import { dayAt, type DeviceClock } from '../../adapters/clock.ts';

/** What a chosen file would bring: a copy of a diary, or runs and rides with a line for each. */
export type ChosenFile = DiaryFile & { readonly activityLines?: readonly string[] };

/** Why a file is refused; where only what it was is missing, the person can say it. */
export type Refusal = { readonly sentence: string; readonly asksKind?: boolean };

/** Reads a copy of a diary, or an activity of a watch. What reads activities is loaded only when one is chosen. */
export async function readChosen(file: File, clock: DeviceClock, as?: RecordedActivity): Promise<Result<ChosenFile, Refusal>> {
  // A character takes four bytes at most: what is larger need not be read to be refused.
  if (file.size > 4 * longestFileCharacters) return refusedCopy(' '.repeat(longestFileCharacters + 1));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { isActivityFile } = await import('@psoas/exchange/activity-files');
  return isActivityFile(bytes) ? readActivities(bytes, clock, as) : refusedCopy(new TextDecoder().decode(bytes));
}

function refusedCopy(text: string): Result<ChosenFile, Refusal> {
  const read = readDiaryFile(text);
  return read.ok ? read : err({ sentence: diaryFileProblemText(read.error, fileText) });
}

async function readActivities(bytes: Uint8Array, clock: DeviceClock, as: RecordedActivity | undefined): Promise<Result<ChosenFile, Refusal>> {
  const [files, { default: words }] = await Promise.all([import('@psoas/exchange/activity-files'), import('@psoas/knowledge/text/activity-file')]);
  const decodeUtf8 = (each: Uint8Array): string => new TextDecoder().decode(each);
  const read = files.readActivityFile(bytes, { decodeUtf8, nowMillis: clock.nowMillis(), ...(as && { as }) });
  if (!read.ok) {
    const sentence = files.activityFileProblemText(read.error, words);
    return err({ sentence, asksKind: read.error.id === 'no-run-or-ride' });
  }
  const entries = files.activityEvents(read.value.activities, dayAt);
  const lines = entries.map(({ data, day }) => files.activityLine({ ...data, day }, words));
  const { leftOut } = read.value;
  return ok({ entries, activityLines: leftOut === 0 ? lines : [...lines, fillTemplate(words.leftOut, { count: leftOut })] });
}
