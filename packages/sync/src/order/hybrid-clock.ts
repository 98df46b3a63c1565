import { err, ok, type Result } from '@psoas/kernel';

/**
 * A moment of a hybrid logical clock: wall-clock time that never runs backwards, and a counter for what the wall
 * clock cannot tell apart (Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014).
 */
export type Stamp = {
  /** Milliseconds since 1970 UTC, below 2^48. */
  readonly millis: number;
  /** From 0 to 65,535. */
  readonly counter: number;
};

/** Before everything. */
export const firstStamp: Stamp = { millis: 0, counter: 0 };

/** How far a foreign stamp may lie ahead of the own wall clock, in milliseconds. Own choice: minutes of drift are common. */
export const driftLimitMillis = 5 * 60_000;

const counterLimit = 0xffff;
const millisLimit = 2 ** 48 - 1;

/** [Y-04] A stamp later than `last`, and not before the wall clock. */
export function nextStamp(last: Stamp, nowMillis: number): Stamp {
  const now = Math.min(millisLimit, Math.max(0, Math.floor(nowMillis)));
  if (now > last.millis) return { millis: now, counter: 0 };
  return last.counter < counterLimit
    ? { millis: last.millis, counter: last.counter + 1 }
    : { millis: last.millis + 1, counter: 0 };
}

/** A foreign stamp that lies too far ahead. */
export type ClockAhead = {
  readonly type: 'clock-ahead';
  readonly aheadMillis: number;
  readonly limitMillis: number;
};

/** [Y-05] The own clock after a foreign stamp was seen: the later of both, unless it is too far ahead. */
export function receiveStamp(last: Stamp, foreign: Stamp, nowMillis: number): Result<Stamp, ClockAhead> {
  const aheadMillis = foreign.millis - nowMillis;
  if (aheadMillis > driftLimitMillis)
    return err({ type: 'clock-ahead', aheadMillis, limitMillis: driftLimitMillis });
  return ok(compareStamps(last, foreign) < 0 ? foreign : last);
}

/** Negative when the first is earlier. */
export function compareStamps(first: Stamp, second: Stamp): number {
  return first.millis - second.millis || first.counter - second.counter;
}

/** [Y-06] A text that sorts as the order is. */
export function stampToText(stamp: Stamp, writerKey: string): string {
  return `${hex(stamp.millis, 12)}-${hex(stamp.counter, 4)}-${writerKey}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
