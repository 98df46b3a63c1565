import type { LocalDate } from '@psoas/kernel';

/** Something that a calendar reminds of, by the clock on the wall wherever the person is. */
export type CalendarEvent = {
  /** The same for the same thing, however often it is written. */
  readonly uid: string;
  readonly title: string;
  readonly startsOn: LocalDate;
  /** Minutes since midnight. */
  readonly startMinute: number;
  readonly minutes: number;
  /** Minutes before the start at which it rings; 0 is at the start. */
  readonly alarmMinutesBefore: number;
  /** Weekly on these days, 1 for Monday, so many times in all, the first one among them; absent for once. */
  readonly weekly?: { readonly weekdays: readonly number[]; readonly count: number };
};

/** A calendar as a file: what is in it, and which writing of it this is. */
export type CalendarFile = {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  /** Never goes down: a calendar takes the higher one as newer. */
  readonly sequence: number;
  readonly writtenAtMillis: number;
};
