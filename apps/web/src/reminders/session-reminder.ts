import { isRecord } from '@psoas/kernel';

/** When to be reminded of the session: minutes since midnight by weekday, 1 for Monday to 7 for Sunday. */
export type ReminderTimes = { readonly [weekday in Weekday]?: number };
/** The days of the week as `weekdayOf` counts them: 1 is Monday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** How often a person was reminded on a day. */
export type Reminded = { readonly day: string; readonly times: number };

/** What is known when somebody may have to be reminded. */
export type ReminderMoment = {
  readonly day: string;
  readonly weekday: number;
  readonly minuteOfDay: number;
};

/** Later than this a reminder is not made up for: it would come at a time that nobody chose. */
const lateMinutes = 180;
/** The second and last reminder of a day comes this long after the first was due, when nothing is in the diary. */
const repeatMinutes = 60;

/** Whether to remind now, as far as time and what was told can say. Whether a session is open is asked only then. */
export function isReminderDue(times: ReminderTimes, told: Reminded | undefined, { day, weekday, minuteOfDay }: ReminderMoment): boolean {
  const chosen = weekdays.find((one) => one === weekday);
  const at = chosen === undefined ? undefined : times[chosen];
  if (at === undefined || minuteOfDay < at || minuteOfDay > at + lateMinutes) return false;
  const toldToday = told?.day === day ? told.times : 0;
  return toldToday === 0 || (toldToday === 1 && minuteOfDay >= at + repeatMinutes);
}

/** Times as they were stored; a damaged one is none. */
export function readReminderTimes(stored: unknown): ReminderTimes {
  if (!isRecord(stored)) return {};
  return Object.fromEntries(
    weekdays.flatMap((weekday): readonly (readonly [Weekday, number])[] => {
      const minute = stored[String(weekday)];
      return typeof minute === 'number' && Number.isInteger(minute) && minute >= 0 && minute < 1440 ? [[weekday, minute]] : [];
    }),
  );
}

/** What was told, as it was stored. */
export function readReminded(stored: unknown): Reminded | undefined {
  if (!isRecord(stored)) return undefined;
  const { day, times } = stored;
  return typeof day === 'string' && typeof times === 'number' ? { day, times } : undefined;
}

/** A time of day as people type it; undefined when it is none. */
export function minuteOfTime(text: string): number | undefined {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== '' && minute < 1440 && Number(minutes) < 60 ? minute : undefined;
}

/** A minute of the day as HH:MM. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
