import type { ComponentType } from 'preact';
import type { RecordedActivity } from '@psoas/core/diary';
import { diaryFileProblemText, longestFileCharacters, readDiaryFile, type DiaryFile } from '@psoas/exchange/diary-file';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import fileText from '@psoas/knowledge/text/diary-file';
import type { ImportedPlan } from '@psoas/exchange/care-plan';
import { dayAt, type DeviceClock } from '../../adapters/clock.ts';
import type { CarePlanProps } from './care-plan-dialog.tsx';

/** What a chosen file would bring: a copy of a diary, or runs and rides with a line for each. */
export type ChosenFile = DiaryFile & { readonly activityLines?: readonly string[] };

/** A care plan, with what shows it: both are loaded only when one is chosen. */
export type ChosenPlan = { readonly carePlan: ImportedPlan; readonly Show: ComponentType<CarePlanProps> };

/** Why a file is refused; where only what it was is missing, the person can say it. */
export type Refusal = { readonly sentence: string; readonly asksKind?: boolean };

/** Reads a copy of a diary, an activity of a watch, or a FHIR care plan. What reads the others is loaded only when one is chosen. */
export async function readChosen(file: File, clock: DeviceClock, as?: RecordedActivity): Promise<Result<ChosenFile | ChosenPlan, Refusal>> {
  // A character takes four bytes at most: what is larger need not be read to be refused.
  if (file.size > 4 * longestFileCharacters) return refusedCopy(' '.repeat(longestFileCharacters + 1));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { isActivityFile } = await import('@psoas/exchange/activity-files');
  return isActivityFile(bytes) ? readActivities(bytes, clock, as) : readText(new TextDecoder().decode(bytes));
}

function refusedCopy(text: string): Result<ChosenFile, Refusal> {
  const read = readDiaryFile(text);
  return read.ok ? read : err({ sentence: diaryFileProblemText(read.error, fileText) });
}

async function readText(text: string): Promise<Result<ChosenFile | ChosenPlan, Refusal>> {
  const read = readDiaryFile(text);
  return !read.ok && read.error.type === 'other-format' ? readPlan(text) : refusedCopy(text);
}

async function readPlan(text: string): Promise<Result<ChosenFile | ChosenPlan, Refusal>> {
  const [{ carePlanProblemText, readCarePlan }, { catalogue }, { default: words }, { CarePlanDialog }] = await Promise.all([
    import('@psoas/exchange/care-plan'),
    import('@psoas/knowledge/rules'),
    import('@psoas/knowledge/text/fhir'),
    import('./care-plan-dialog.tsx'),
  ]);
  const read = readCarePlan(text, catalogue);
  if (read.ok) return ok({ carePlan: read.value, Show: CarePlanDialog });
  return read.error.type === 'not-fhir' ? refusedCopy(text) : err({ sentence: carePlanProblemText(read.error, words) });
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
