/** A published calendar as a relay keeps it, under its id (Y-33). */
export type StoredCalendar = {
  /** Null once it was ended. */
  readonly text: string | null;
  /** When the request was signed that was taken last, by its signer's clock: an older one does not count (RE-16). */
  readonly signedAtMillis: number;
  /** When it was put or ended last, by the relay's clock. */
  readonly renewedAtMillis: number;
  /** What was answered to the end; null before. */
  readonly receipt: Uint8Array | null;
};

/** A judgement: what to answer, and what the calendar is from now on, where that changes. */
export type CalendarJudgement<Answer> = { readonly answer: Answer; readonly change?: StoredCalendar };

/** What judges a calendar; undefined for one that is not there. It must not wait for anything. */
export type CalendarJudge<Answer> = (calendar: StoredCalendar | undefined) => CalendarJudgement<Answer>;

/** Where published calendars are kept. Two adapters pass one suite of tests (`calendar-storage.test.ts`). */
export type CalendarStorage = {
  /** Judges a calendar while nobody else changes it; resolves when the change would outlive a power cut. */
  readonly decideCalendar: <Answer>(calendarId: string, judge: CalendarJudge<Answer>) => Promise<Answer>;
  /** Undefined for one that is not there. */
  readonly readCalendar: (calendarId: string) => Promise<StoredCalendar | undefined>;
  /** Deletes those that were put or ended last before a moment. */
  readonly dropCalendars: (beforeMillis: number) => Promise<void>;
};
