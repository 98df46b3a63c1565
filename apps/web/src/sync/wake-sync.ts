import type { DiaryStorage } from '../adapters/storage.ts';
import { hasCalendarNote } from './calendar-note.ts';
import type { CalendarParts } from './open-published-calendar.ts';
import { readSyncNote } from './sync-note.ts';

type Parts = CalendarParts & { readonly storage: DiaryStorage };

/** By then the first screen stands, and its own work comes first. */
const firstMillis = 2000;

/** [SY-02] [IC-12] Begins to exchange, and to publish the calendar, where that was begun. Others load nothing for it. */
export async function wakeSync({ storage, ...parts }: Parts): Promise<void> {
  const [isElsewhere, isPublished] = await Promise.all([readSyncNote(storage), hasCalendarNote(storage)]);
  if (isElsewhere === undefined && !isPublished) return;
  await new Promise((resolve) => setTimeout(resolve, firstMillis));
  const { openSync } = await import('./open-sync.ts');
  await openSync(parts);
  if (!isPublished) return;
  const { openCalendarPublisher } = await import('./open-published-calendar.ts');
  await openCalendarPublisher(parts);
}
