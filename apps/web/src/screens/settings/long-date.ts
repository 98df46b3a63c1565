import { parseLocalDate } from '@psoas/kernel';

// The names come from the browser: the app's own would be one more file to fetch.
const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A stored day as people write it, 2 March 2026; what is no day stays as it is. */
export function longDate(stored: string): string {
  const day = parseLocalDate(stored);
  return day.ok ? written.format(new Date(day.value)) : stored;
}
