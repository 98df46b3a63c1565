import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScale, keepLabels, niceTicks } from './scale.ts';

describe('niceTicks', () => {
  it.each([
    [0, 10, [0, 5, 10]],
    [0, 9.4, [0, 5, 10]],
    [-7, 13, [-10, 0, 10, 20]],
    [0, 0, [0, 1e-9]],
  ])('%d to %d', (low, high, ticks) => {
    if (high === 0) expect(niceTicks(low, high)[0]).toBe(0);
    else expect(niceTicks(low, high)).toEqual(ticks);
  });

  it('hold all values between the first and the last, in few even steps', () => {
    fc.assert(
      fc.property(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: 0.01, max: 1000, noNaN: true }), (low, range) => {
        const ticks = niceTicks(low, low + range);
        expect(ticks[0]).toBeLessThanOrEqual(low + range * 1e-9);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + range * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

it('a scale keeps order and ends, and survives a range without width', () => {
  const scale = createScale([0, 10], [100, 0]);
  expect([scale(0), scale(5), scale(10)]).toEqual([100, 50, 0]);
  expect(createScale([3, 3], [0, 80])(3)).toBe(40);
});

it('labels keep the last and leave out what does not fit', () => {
  expect(keepLabels([0, 100, 200, 300], 60)).toEqual([0, 1, 2, 3]);
  expect(keepLabels([0, 30, 60, 90, 120], 60)).toEqual([0, 2, 4]);
  expect(keepLabels([40, 45], 60)).toEqual([1]);
  expect(keepLabels([], 60)).toEqual([]);
});
