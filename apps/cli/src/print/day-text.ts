import { addDays, type LocalDate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** A day as people say it: Monday 2 March. */
export function dayText(day: LocalDate): string {
  return dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** A later day as people say it on a given one: tomorrow, or its name. */
export function laterDayText(day: LocalDate, today: LocalDate): string {
  return day === addDays(today, 1) ? text.today.tomorrow : dayText(day);
}
