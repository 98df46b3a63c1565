import type { Moment } from '@psoas/core/session';

/** A terminal during a session: keys come at once, and a line can be drawn over. */
export type SessionTerminal = {
  readonly now: () => Moment;
  /** The next key, or a tick when a moment has passed without one. */
  readonly next: () => Promise<TerminalInput>;
  /** Replaces the live line. */
  readonly live: (line: string) => void;
  /** Prints a line above the live one. */
  readonly print: (line: string) => void;
  readonly bell: () => void;
  /** Gives keyboard and line back while something is asked, then takes them again. */
  readonly aside: <Value>(ask: () => Promise<Value>) => Promise<Value>;
  readonly close: () => void;
};

export type TerminalInput = { readonly kind: 'tick' } | { readonly kind: 'key'; readonly key: string };
