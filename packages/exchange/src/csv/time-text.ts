import { addDays, parseLocalDate } from '@psoas/kernel';

const dayMillis = 86_400_000;
const epoch = parseLocalDate('1970-01-01');

/** A moment as ISO 8601 in UTC, to the second; empty when it is beyond the year 9999. */
export function timeText(atMillis: number): string {
  const days = Math.floor(atMillis / dayMillis);
  if (!epoch.ok || days < 0 || days > 2_932_896) return '';
  const seconds = Math.floor((atMillis - days * dayMillis) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${addDays(epoch.value, days)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}
