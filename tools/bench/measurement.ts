import type { LocalDate } from '@psoas/kernel';

/** In which unit a figure is. A ratio has none; `MB` is a million bytes. */
export type Unit = 'ms' | 'µs' | 's' | 'bytes' | 'MB' | 'requests' | 'frames a second' | 'appends a second' | 'ratio';

/** What a figure has to keep: its median, or, where the clock on the wall also runs for others, its best run. */
export type Bar = { readonly limit: number; readonly of?: 'median' | 'best' };

/** One number that was measured several times. */
export type Figure = {
  /** Of all figures; begins with the id of its measurement. Stored ratios are found by it. */
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  /** One for each run, in their order. */
  readonly values: readonly number[];
  readonly better: 'less' | 'more';
  readonly bar?: Bar;
  /**
   * What stands below the line of a ratio, measured in the same run. Ratios are stored and compared, because a slow or
   * busy machine slows both of their sides.
   */
  readonly ratioTo?: string;
};

/** What a measurement is told. */
export type Settings = {
  /** How often each thing is measured. */
  readonly runs: number;
  /** The day on which diaries end and plans begin, so that each run of the bench does the same work. */
  readonly today: LocalDate;
  /** Tells a person who waits what is done now. */
  readonly say: (text: string) => void;
};

/** One thing that is measured, in a file of its own. */
export type Measurement = {
  readonly id: string;
  readonly what: string;
  /** How it is measured, for the page. */
  readonly how: string;
  /** How often, unless told otherwise. */
  readonly runs: number;
  /** Needs the network or minutes: measured only for the page, or where it is asked for by name. */
  readonly isApart?: boolean;
  /** @throws Error where the machine lacks something, or what is measured does not work. */
  readonly measure: (settings: Settings) => Promise<readonly Figure[]>;
};
