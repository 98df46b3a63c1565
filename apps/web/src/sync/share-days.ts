import { addDays, type LocalDate } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';

const dayMillis = 86_400_000;

/** Whether somebody can read a share at a moment. */
export function isOpenShare({ ended, untilMillis }: MadeShare, nowMillis: number): boolean {
  return ended === undefined && (untilMillis === undefined || nowMillis < untilMillis);
}

/** The last day of a share, in the calendar in which it was made; undefined where it has no end. */
export function lastDayOf({ untilMillis, atMillis, day }: MadeShare): LocalDate | undefined {
  return untilMillis === undefined ? undefined : addDays(day, Math.max(0, Math.round((untilMillis - atMillis) / dayMillis)));
}

/** When a share ends that lasts so many weeks from now. */
export function endAfterWeeks(weeks: number, nowMillis: number): number {
  return nowMillis + weeks * 7 * dayMillis;
}
