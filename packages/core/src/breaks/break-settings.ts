import { createFieldReader, isRecord, type Problem } from '@psoas/kernel';
import { quietHoursText, parseQuietHours, type QuietHours } from './quiet-hours.ts';

/** When a person wants to be reminded. */
export type BreakSettings = {
  /** Minutes of sitting between two breaks: 15 to 120. */
  readonly everyMinutes: number;
  readonly quiet: readonly QuietHours[];
  /** Days of the week on which reminders come: 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
};

/** [BR-01] The range of the interval in minutes. Own choice: trials used 5 minutes to 2 hours (source S49). */
export const everyMinutesRange = { min: 15, max: 120 } as const;

/** [BR-05] The minutes a reminder can be put off. */
export const snoozeMinutes = [5, 10, 15] as const;
export type SnoozeMinutes = (typeof snoozeMinutes)[number];

/** [BR-01] About every 30 minutes on five days, with no quiet hours. A convention, not a threshold that was studied. */
export const defaultBreakSettings: BreakSettings = {
  everyMinutes: 30,
  quiet: [],
  workingDays: [1, 2, 3, 4, 5],
};

/** Minutes brought into the range of the interval, whole. */
export function withinEveryMinutes(minutes: number): number {
  return Math.min(everyMinutesRange.max, Math.max(everyMinutesRange.min, Math.round(minutes)));
}

/** Settings as stored; whatever is damaged keeps its default. */
export function readBreakSettings(stored: unknown): BreakSettings {
  if (!isRecord(stored)) return defaultBreakSettings;
  const problems: Problem[] = [];
  const everyMinutes = createFieldReader(stored, '', problems)?.number('everyMinutes', {
    ...everyMinutesRange,
    whole: true,
  });
  const { quiet: quietText, workingDays } = stored;
  const quiet = typeof quietText === 'string' ? parseQuietHours(quietText) : undefined;
  return {
    everyMinutes: everyMinutes ?? defaultBreakSettings.everyMinutes,
    quiet: quiet?.ok === true ? quiet.value : defaultBreakSettings.quiet,
    workingDays: Array.isArray(workingDays)
      ? [1, 2, 3, 4, 5, 6, 7].filter((day) => workingDays.includes(day))
      : defaultBreakSettings.workingDays,
  };
}

/** Settings in the form that `readBreakSettings` reads. */
export function storedBreakSettings({ everyMinutes, quiet, workingDays }: BreakSettings): {
  readonly everyMinutes: number;
  readonly quiet: string;
  readonly workingDays: readonly number[];
} {
  return { everyMinutes, quiet: quietHoursText(quiet), workingDays };
}
