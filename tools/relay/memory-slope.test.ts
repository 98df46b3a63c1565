import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopeOf, type MemorySample } from './memory-slope.ts';

const sample = (minutes: number, heapBytes: number): MemorySample => ({ minutes, heapBytes, rssBytes: 0 });

describe('how fast memory grows', () => {
  it('[HD-09] is the rise of the line, whatever lies around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 1e9 }), (rise, base) => {
        const samples = Array.from({ length: 20 }, (_, minutes) => sample(minutes, base + rise * minutes + (minutes % 2 === 0 ? 5 : -5)));
        expect(Math.abs(slopeOf(samples, ({ heapBytes }) => heapBytes) - rise)).toBeLessThan(1);
      }),
    );
  });

  it('of nothing, and of one sample, is 0', () => {
    expect(slopeOf([], ({ heapBytes }) => heapBytes)).toBe(0);
    expect(slopeOf([sample(1, 5)], ({ heapBytes }) => heapBytes)).toBe(0);
  });
});
