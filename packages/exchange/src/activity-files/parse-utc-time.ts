import { daysBetween, parseLocalDate } from '@psoas/kernel';

const epoch = parseLocalDate('1970-01-01');
const timePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:[.,](\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))?$/;

/** A moment as both formats write it, and how far its clock was ahead of UTC where it says so. */
export type FileTime = { readonly atMillis: number; readonly aheadOfUtcSeconds?: number };

/** Reads a time of ISO 8601; without a zone it is UTC, as GPX and TCX ask for. Undefined when it is none. */
export function parseUtcTime(text: string): FileTime | undefined {
  const [, date = '', hours, minutes, seconds, fraction = '', sign, aheadHours = '0', aheadMinutes = '0'] = timePattern.exec(text) ?? [];
  const day = parseLocalDate(date);
  if (!day.ok || !epoch.ok) return undefined;
  const ofDay = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes)) * 60;
  const wholeSeconds = daysBetween(epoch.value, day.value) * 86_400 + ofDay - ahead;
  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { atMillis: wholeSeconds * 1000 + millis, ...(sign !== undefined && { aheadOfUtcSeconds: ahead }) };
}
