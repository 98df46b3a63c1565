/**
 * Two readings of the same moment. The wall clock goes on while a device sleeps, but a person can set it. The
 * monotonic clock never jumps, but starts anew with every page and may stand still while the device sleeps.
 */
export type Moment = {
  /** Milliseconds since 1970 UTC. */
  readonly wallMillis: number;
  /** Milliseconds since any fixed point; comparable only within one page load. */
  readonly monotonicMillis: number;
};

/** How much time lies between two moments, and what has to be said about it. */
export type Interval = {
  /** Never negative. */
  readonly millis: number;
  readonly finding: 'steady' | 'slept' | 'set-back' | 'away';
};

/** [T-03] Both clocks agree when they differ by no more. Own choice: above any slewing, below any cue. */
export const clockToleranceMillis = 1000;

/** [T-04] A longer unwitnessed gap is no training: the session waits where it was. Own choice. */
export const awayMillis = 3 * 60 * 60 * 1000;

/** [T-05] After a reload no cue has played; a longer gap makes the session wait where it was. Own choice. */
export const reloadAwayMillis = 2 * 60 * 1000;

/**
 * [T-02] [T-03] [T-04] Time between two events of one page. The monotonic clock counts; the wall clock adds what a
 * sleeping device missed.
 */
export function intervalBetween(last: Moment, now: Moment): Interval {
  const monotonic = Math.max(0, now.monotonicMillis - last.monotonicMillis);
  const ahead = now.wallMillis - last.wallMillis - monotonic;
  if (ahead < -clockToleranceMillis) return { millis: monotonic, finding: 'set-back' };
  if (ahead <= clockToleranceMillis) return { millis: monotonic, finding: 'steady' };
  if (monotonic + ahead > awayMillis) return { millis: monotonic, finding: 'away' };
  return { millis: monotonic + ahead, finding: 'slept' };
}

/** [T-05] Time across a reload, where only the wall clock can be compared. */
export function intervalAcrossReload(last: Moment, now: Moment): Interval {
  const wall = now.wallMillis - last.wallMillis;
  if (wall < -clockToleranceMillis) return { millis: 0, finding: 'set-back' };
  if (wall > reloadAwayMillis) return { millis: 0, finding: 'away' };
  return { millis: Math.max(0, wall), finding: 'steady' };
}
