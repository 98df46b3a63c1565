import { parseLocalDate } from '@psoas/kernel';
import { calendarDayText } from '../../widgets/local-text.ts';

/** A stored day as people write it, 2 March 2026; what is no day stays as it is. */
export function longDate(stored: string): string {
  const day = parseLocalDate(stored);
  return day.ok ? calendarDayText(day.value, { dateStyle: 'long' }) : stored;
}
