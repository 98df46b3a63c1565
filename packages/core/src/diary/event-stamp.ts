import type { LocalDate } from '@psoas/kernel';

/** What the edge gives to an event: a name that nobody else uses, and when it happened. */
export type EventStamp = {
  readonly id: string;
  /** Milliseconds since 1970 UTC when it happened. */
  readonly atMillis: number;
  /** The calendar day where the person was. */
  readonly day: LocalDate;
};
