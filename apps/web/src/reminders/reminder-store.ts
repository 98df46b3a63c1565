import { readReminded, readReminderTimes, type Reminded, type ReminderTimes } from './session-reminder.ts';
import { createJsonStorage } from '../adapters/json-storage.ts';

/** Where times and what was told are kept on this device; it asks nobody for a notification elsewhere. */
export type ReminderStore = {
  readonly times: () => ReminderTimes;
  readonly keepTimes: (times: ReminderTimes) => void;
  readonly told: () => Reminded | undefined;
  readonly keepTold: (told: Reminded) => void;
};

const timesKey = 'psoas.reminder-times';
const toldKey = 'psoas.reminded';

/** The reminder's part of the browser's local storage. */
export function createReminderStore(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): ReminderStore {
  const { read, write } = createJsonStorage(storage);
  return {
    times: () => readReminderTimes(read(timesKey)),
    keepTimes: (times) => write(timesKey, times),
    told: () => readReminded(read(toldKey)),
    keepTold: (told) => write(toldKey, told),
  };
}
