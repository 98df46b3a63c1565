import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStamps, driftLimitMillis, nextStamp, receiveStamp, stampToText } from './hybrid-clock.ts';

const millis = fc.nat({ max: 10_000_000 });
const stamp = fc.record({ millis, counter: fc.nat({ max: 0xffff }) });

describe('hybrid logical clock', () => {
  it('[Y-04] a new stamp is later than all before, whatever the wall clock does', () => {
    fc.assert(
      fc.property(stamp, fc.array(millis), (first, moments) => {
        let last = first;
        for (const now of moments) {
          const next = nextStamp(last, now);
          expect(compareStamps(last, next)).toBeLessThan(0);
          expect(next.millis).toBeGreaterThanOrEqual(now);
          expect(next.counter).toBeLessThanOrEqual(0xffff);
          last = next;
        }
      }),
    );
  });

  it('[Y-04] goes on by a millisecond when the counter is used up', () => {
    expect(nextStamp({ millis: 5, counter: 0xffff }, 5)).toEqual({ millis: 6, counter: 0 });
    expect(nextStamp({ millis: 5, counter: 7 }, 4)).toEqual({ millis: 5, counter: 8 });
    expect(nextStamp({ millis: 5, counter: 7 }, 6.9)).toEqual({ millis: 6, counter: 0 });
  });

  it('[Y-05] follows foreign stamps, but never more than 5 minutes beyond the own wall clock', () => {
    fc.assert(
      fc.property(stamp, stamp, millis, (last, foreign, now) => {
        const received = receiveStamp(last, foreign, now);
        const ahead = foreign.millis - now;
        expect(received.ok).toBe(ahead <= driftLimitMillis);
        if (received.ok) expect(compareStamps(foreign, received.value)).toBeLessThanOrEqual(0);
        if (received.ok) expect(compareStamps(last, received.value)).toBeLessThanOrEqual(0);
      }),
    );
    expect(receiveStamp({ millis: 1, counter: 0 }, { millis: 300_002, counter: 0 }, 1)).toEqual({
      ok: false,
      error: { type: 'clock-ahead', aheadMillis: 300_001, limitMillis: 300_000 },
    });
  });

  it('[Y-06] as text sorts as it is ordered', () => {
    fc.assert(
      fc.property(stamp, stamp, (first, second) => {
        const [one, two] = [stampToText(first, 'a'.repeat(64)), stampToText(second, 'a'.repeat(64))];
        expect(Math.sign(compareStamps(first, second))).toBe(one < two ? -1 : one > two ? 1 : 0);
      }),
    );
    expect(stampToText({ millis: 2 ** 48 - 1, counter: 10 }, 'f')).toBe('ffffffffffff-000a-f');
  });
});
