/** Sessions, breaks and checks as a calendar file (docs/spec/calendar.md). */
export { planCalendar, type CalendarInput, type CalendarProblem } from './plan-calendar.ts';
export { calendarToIcs } from './calendar-to-ics.ts';
export type { CalendarWords } from './calendar-words.ts';
