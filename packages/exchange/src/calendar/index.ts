/** Sessions, breaks and checks as a calendar file, or for a calendar that is published (docs/spec/calendar.md). */
export { planCalendar, type CalendarInput, type CalendarProblem } from './plan-calendar.ts';
export { planPublishedCalendar, type PublishedCalendarInput } from './plan-published-calendar.ts';
export { calendarToIcs, calendarToPublishedIcs } from './calendar-to-ics.ts';
export type { CalendarWords } from './calendar-words.ts';
