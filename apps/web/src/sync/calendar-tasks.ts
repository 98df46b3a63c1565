import type { LocalDate, Result } from '@psoas/kernel';
import type { BreakSettings } from '@psoas/core/breaks';
import type { ReminderTimes } from '../reminders/session-reminder.ts';
import type { ErasedFeed } from './sync-tasks.ts';
import type { SyncFault } from './sync-fault.ts';

/** What somebody chose to publish, with the consent. */
export type CalendarWish = {
  readonly withBreaks: boolean;
  /** Minutes since midnight at which sessions begin, where the reminders do not say it by weekday. */
  readonly startMinute: number;
};

/** What a published calendar depends on besides the diary. */
export type CalendarDay = {
  readonly today: LocalDate;
  /** How the sides of an exercise follow one another, because changes of side take time. */
  readonly order: 'alternate' | 'one-side-first';
  readonly times: ReminderTimes;
  readonly breakSettings: BreakSettings;
};

/** The calendar that this device publishes. */
export type PublishedCalendar = {
  /** Where a calendar program fetches it. */
  readonly address: string;
  /** The relay's origin. */
  readonly relay: string;
  readonly wish: CalendarWish;
  readonly consentedAtMillis: number;
  /** When the relay took it last; 0 before it first did. */
  readonly putAtMillis: number;
  /** What the relay has, word for word; empty before it has anything. */
  readonly text: string;
};

/** What becomes of the calendar that this device publishes. Its secret stays behind these. */
export type CalendarTasks = {
  /** Undefined where this device publishes none. */
  readonly published: () => Promise<PublishedCalendar | undefined>;
  /** What would be published: the text, word for word. Nothing goes out. */
  readonly preview: (wish: CalendarWish, day: CalendarDay) => Promise<string>;
  /** Makes an address and publishes. */
  readonly begin: (input: { readonly relay: string; readonly wish: CalendarWish }, day: CalendarDay) => Promise<Result<PublishedCalendar, SyncFault>>;
  /** Publishes anew where the plan is another one; undefined where the relay says that it was ended. */
  readonly renew: (day: CalendarDay) => Promise<Result<PublishedCalendar | undefined, SyncFault>>;
  /** Ends the address and makes another one, with the same wish. */
  readonly replace: (day: CalendarDay) => Promise<Result<PublishedCalendar, SyncFault>>;
  /** Ends it at the relay, and forgets its secret; undefined where there is none. */
  readonly end: () => Promise<Result<ErasedFeed | undefined, SyncFault>>;
};
