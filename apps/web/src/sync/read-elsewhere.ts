import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { DiaryStorage } from '../adapters/storage.ts';
import { dayText } from './day-text.ts';
import { readSyncNote } from './sync-note.ts';

/** What Today has to know of other devices. */
export type Elsewhere = {
  /** Whether the diary is kept elsewhere too. */
  readonly isKept: boolean;
  /** [SY-10] What to say when nothing has gone to the other devices for more than a day. */
  readonly late?: string;
};

/** Shorter troubles pass by themselves and are nobody's business. */
const lateMillis = 86_400_000;

/** Reads it beside the diary; costs the same for any diary. */
export async function readElsewhere(storage: Pick<DiaryStorage, 'readKept'>, nowMillis: number): Promise<Elsewhere> {
  const note = await readSyncNote(storage);
  if (note === undefined) return { isKept: false };
  const { faultSinceMillis, doneAtMillis } = note;
  if (faultSinceMillis === undefined || nowMillis - faultSinceMillis < lateMillis) return { isKept: true };
  return { isKept: true, late: fillTemplate(text.late, { day: dayText(doneAtMillis ?? faultSinceMillis) }) };
}
