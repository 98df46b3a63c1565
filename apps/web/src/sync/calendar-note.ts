import type { DiaryStorage } from '../adapters/storage.ts';

// Beside the diary, so that the rest of the app knows of a published calendar without opening anything.
const calendarNoteName = 'published-calendar';

/** Whether this device publishes a calendar, as far as was noted. */
export async function hasCalendarNote(storage: Pick<DiaryStorage, 'readKept'>): Promise<boolean> {
  return (await storage.readKept(calendarNoteName)) !== undefined;
}

/** Notes whether this device publishes a calendar. */
export function writeCalendarNote(storage: Pick<DiaryStorage, 'writeKept' | 'removeKept'>, isPublished: boolean): Promise<void> {
  return isPublished ? storage.writeKept(calendarNoteName, true) : storage.removeKept(calendarNoteName);
}
