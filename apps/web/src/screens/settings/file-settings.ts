import { readBreakSettings, storedBreakSettings, type BreakSettings } from '@psoas/core/breaks';
import { isRecord, type UnknownRecord } from '@psoas/kernel';
import { mergeSettings, type Settings } from '../../adapters/settings.ts';
import { readReminderTimes, type ReminderTimes } from '../../reminders/session-reminder.ts';

/** What is true of this device only and moves nowhere: when a copy was made here. */
type Moved = Omit<Settings, 'copiedOn'>;

/** Everything of this device that a copy holds besides the diary. */
export type FileSettings = { readonly app: Moved; readonly breaks: BreakSettings; readonly reminderTimes: ReminderTimes };

/** The settings of this device as a copy of the diary holds them. */
export function settingsForFile(app: Settings, { breaks, reminderTimes }: Omit<FileSettings, 'app'>): UnknownRecord {
  return { app: movedOf(app), breaks: storedBreakSettings(breaks), reminderTimes };
}

/** The settings of a copy; each one that is damaged or missing has its usual value. */
export function settingsOfFile(file: UnknownRecord): FileSettings {
  const app = file['app'];
  return { app: movedOf(mergeSettings(isRecord(app) ? app : {})), breaks: readBreakSettings(file['breaks']), reminderTimes: readReminderTimes(file['reminderTimes']) };
}

function movedOf({ copiedOn: _copiedOn, ...moved }: Settings): Moved {
  return moved;
}
