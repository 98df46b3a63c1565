import { addDays } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry } from '../diary/testing/sample-events.ts';
import { posturePrompt } from './posture-prompt.ts';

const start = day('2026-03-02');

function breaksOf(count: number, on = '2026-03-02') {
  return foldDiary(
    Array.from({ length: count }, (_, index) =>
      entry('break-taken', { occasion: 'desk', left: 0, right: 0 }, { id: `b${index}`, on }),
    ),
  );
}

const shownIn14Days = (breaks: number): number =>
  Array.from({ length: 14 }, (_, index) => posturePrompt(breaksOf(breaks), addDays(start, index), 5)).filter(
    (note) => note !== undefined,
  ).length;

describe('posture notes', () => {
  it('[BR-11] fade as breaks become a habit', () => {
    expect([0, 4, 10, 20, 40].map(shownIn14Days)).toEqual([14, 7, expect.any(Number), 2, 0]);
    expect(shownIn14Days(10)).toBeLessThanOrEqual(4);
  });

  it('[BR-11] come back when the habit goes', () => {
    const old = breaksOf(60, '2026-01-05');
    expect(posturePrompt(old, start, 5)).toBeDefined();
  });

  it('[BR-11] take turns, each in its time', () => {
    const days = Array.from({ length: 5 }, (_, index) =>
      posturePrompt(breaksOf(0), addDays(start, index), 5),
    );
    expect(new Set(days)).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('[BR-11] more breaks never show more notes, and a note that stands is one of those there are', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 9 }), (few, more, count) => {
        const notes = Array.from({ length: 28 }, (_, index) =>
          posturePrompt(breaksOf(few), addDays(start, index % 14), count),
        );
        expect(notes.every((note) => note === undefined || (note >= 0 && note < count))).toBe(true);
        expect(shownIn14Days(Math.max(few, more))).toBeLessThanOrEqual(shownIn14Days(Math.min(few, more)));
      }),
      { numRuns: 20 },
    );
  });
});
