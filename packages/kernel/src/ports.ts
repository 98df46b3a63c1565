import type { LocalDate } from './local-date.ts';

/** Where the time comes from. Only an app's main file picks a real one. */
export type Clock = {
  /** Milliseconds since 1970 UTC. May jump when the person sets the clock. */
  readonly nowMillis: () => number;
  /** The calendar day where the person is. */
  readonly today: () => LocalDate;
};

/** Where new identifiers come from. */
export type IdSource = {
  /** An identifier that nobody else will ever make. */
  readonly nextId: () => string;
};
