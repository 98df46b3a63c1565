import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitsOf } from './share-visits.ts';

const minute = 60_000;
const read = (atMinute: number) => ({ atMillis: atMinute * minute, key: 'a' });

describe('visitsOf', () => {
  it('[SH-23] reads close together are one visit, a longer silence begins another', () => {
    expect(visitsOf([])).toEqual([]);
    expect(visitsOf([read(70), read(0), read(30), read(131)])).toEqual([
      { fromMillis: 0, toMillis: 30 * minute },
      { fromMillis: 70 * minute, toMillis: 70 * minute },
      { fromMillis: 131 * minute, toMillis: 131 * minute },
    ]);
  });

  it('[SH-23] visits hold every read, in order, and lie more than half an hour apart', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (minutes) => {
        const visits = visitsOf(minutes.map(read));
        for (const at of minutes) expect(visits.some(({ fromMillis, toMillis }) => fromMillis <= at * minute && at * minute <= toMillis)).toBe(true);
        visits.forEach(({ fromMillis }, index) => expect(fromMillis - (visits[index - 1]?.toMillis ?? -Infinity)).toBeGreaterThan(30 * minute));
      }),
    );
  });
});
