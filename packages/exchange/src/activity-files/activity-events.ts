import { createEvent, type Envelope } from '@psoas/core/diary';
import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import type { RunOrRide } from './read-activity-file.ts';

const epoch = parseLocalDate('1970-01-01');
const daySeconds = 86_400;

/**
 * [FT-13] Activities as events for a diary, each at its end. The id is what it was and the second in which it began:
 * the same run in another file, or the same file once more, is the same event. The day is that of the clock on the
 * wall where the file tells it; else `dayOf` gives the calendar day of a moment on this device.
 */
export function activityEvents(
  activities: readonly RunOrRide[],
  dayOf: (atMillis: number) => LocalDate,
): readonly Envelope<'activity-done'>[] {
  return activities.map(({ activity, startedAtMillis, endedAtMillis, seconds, metres, aheadOfUtcSeconds }) =>
    createEvent(
      'activity-done',
      { activity, seconds, ...(metres !== undefined && { metres }) },
      {
        id: `activity-${activity}-${Math.floor(startedAtMillis / 1000)}`,
        atMillis: endedAtMillis,
        day: wallDay(endedAtMillis, aheadOfUtcSeconds) ?? dayOf(endedAtMillis),
      },
    ),
  );
}

function wallDay(atMillis: number, aheadOfUtcSeconds: number | undefined): LocalDate | undefined {
  if (aheadOfUtcSeconds === undefined || !epoch.ok) return undefined;
  return addDays(epoch.value, Math.floor((atMillis / 1000 + aheadOfUtcSeconds) / daySeconds));
}
