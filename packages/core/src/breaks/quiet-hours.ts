import { err, ok, weekdayOf, type LocalDate, type Result } from '@psoas/kernel';

/** A span of the day without reminders, in minutes since midnight. `to` before `from` goes over midnight. */
export type QuietHours = { readonly fromMinute: number; readonly toMinute: number };

/** Where a moment lies in the person's own day. */
export type PlaceInDay = {
  readonly day: LocalDate;
  /** Minutes since midnight by the clock on the wall, fractions allowed: 0 up to 1440. */
  readonly minuteOfDay: number;
};

const minutesPerDay = 1440;
const pattern = /^([01]?\d|2[0-3]):([0-5]\d)\s*-\s*([01]?\d|2[0-3]):([0-5]\d)$/;

/** Reads `12:00-13:00`, several with commas between; nothing means none. The error is the part that cannot be read. */
export function parseQuietHours(text: string): Result<readonly QuietHours[], string> {
  const quiet: QuietHours[] = [];
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const [, fromHour, fromMinute, toHour, toMinute] = pattern.exec(part) ?? [];
    if (fromHour === undefined) return err(part);
    const span = {
      fromMinute: Number(fromHour) * 60 + Number(fromMinute),
      toMinute: Number(toHour) * 60 + Number(toMinute),
    };
    if (span.fromMinute === span.toMinute) return err(part);
    quiet.push(span);
  }
  return ok(quiet);
}

/** Quiet hours as `parseQuietHours` reads them. */
export function quietHoursText(quiet: readonly QuietHours[]): string {
  return quiet
    .map(({ fromMinute, toMinute }) => `${timeOfDay(fromMinute)}-${timeOfDay(toMinute)}`)
    .join(', ');
}

/** Minutes since midnight as `09:05`. */
export function timeOfDay(minute: number): string {
  const whole = Math.floor(minute) % minutesPerDay;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

type Times = { readonly quiet: readonly QuietHours[]; readonly workingDays: readonly number[] };

/** [BR-03] Why nothing is counted at this moment; undefined when it is. */
export function quietReason(
  { quiet, workingDays }: Times,
  { day, minuteOfDay }: PlaceInDay,
): 'day-off' | 'quiet-hours' | undefined {
  if (!workingDays.includes(weekdayOf(day))) return 'day-off';
  const isIn = ({ fromMinute, toMinute }: QuietHours): boolean =>
    minutesFrom(fromMinute, minuteOfDay) < minutesFrom(fromMinute, toMinute);
  return quiet.some(isIn) ? 'quiet-hours' : undefined;
}

/** [BR-03] Milliseconds since the last quiet hours ended; Infinity without any. */
export function millisSinceQuiet({ quiet }: Times, { minuteOfDay }: PlaceInDay): number {
  return Math.min(
    Infinity,
    ...quiet.map(({ toMinute }) => Math.round(minutesFrom(toMinute, minuteOfDay) * 60_000)),
  );
}

function minutesFrom(start: number, minute: number): number {
  return (((minute - start) % minutesPerDay) + minutesPerDay) % minutesPerDay;
}
