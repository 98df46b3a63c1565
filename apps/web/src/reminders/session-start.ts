import { weekdays, type ReminderTimes } from './session-reminder.ts';

/** Whether reminders stand at more than one time: then each weekday's session begins at its own. */
export function hasOwnTimes(times: ReminderTimes): boolean {
  return new Set(weekdays.map((day) => times[day])).size > 1;
}

/** Minutes since midnight at which the session of a weekday begins: that of its reminder, else the one minute for all. */
export function startMinuteOfDay(times: ReminderTimes, minute: number): (weekday: number) => number {
  const own = hasOwnTimes(times);
  return (weekday) => {
    const chosen = weekdays.find((day) => day === weekday);
    return (own && chosen !== undefined ? times[chosen] : undefined) ?? minute;
  };
}

/** Where sessions stand without a wish: at the first reminder, else after work, before dinner. */
export function usualStartMinute(times: ReminderTimes): number {
  return weekdays.map((day) => times[day]).find((at) => at !== undefined) ?? 18 * 60;
}
