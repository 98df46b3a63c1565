import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NextDayAnswer } from './event.ts';
import { nextDayEffect, worseAnswer } from './next-day-effect.ts';

type Answer = Omit<NextDayAnswer, 'run'>;
const effects = (answer: Omit<Answer, 'painNow'>): string => Array.from({ length: 11 }, (_, painNow) => nextDayEffect({ ...answer, painNow }).charAt(0)).join('');

describe('[D-03] [D-04] an answer of the day after', () => {
  // One letter for each pain from 0 to 10: free, hold, back.
  it.each<[Omit<Answer, 'painNow'>, string]>([
    [{ comparedWithBefore: 'same' }, 'ffffhhbbbbb'],
    [{ comparedWithBefore: 'better' }, 'ffffhhbbbbb'],
    [{ comparedWithBefore: 'worse' }, 'bbbbbbbbbbb'],
    [{ comparedWithBefore: 'worse', soreness: 'one-side' }, 'bbbbbbbbbbb'],
    [{ comparedWithBefore: 'worse', soreness: 'both-sides' }, 'hhhhhhbbbbb'],
    [{ comparedWithBefore: 'same', soreness: 'both-sides' }, 'hhhhhhbbbbb'],
    [{ comparedWithBefore: 'same', soreness: 'one-side' }, 'ffffhhbbbbb'],
  ])('%j: %s', (answer, letters) => {
    expect(effects(answer)).toBe(letters);
  });

  it('[E-06] of two the one that asks for more care counts; of equal care the one with more pain, else the second', () => {
    const arbitrary = fc.record({
      comparedWithBefore: fc.constantFrom('better' as const, 'same' as const, 'worse' as const),
      painNow: fc.nat(10),
      soreness: fc.constantFrom('none' as const, 'one-side' as const, 'both-sides' as const),
    });
    const order = ['free', 'hold', 'back'];
    const rank = (answer: Answer): number => order.indexOf(nextDayEffect(answer));
    fc.assert(
      fc.property(arbitrary, arbitrary, (first, second) => {
        const isFirst = rank(first) > rank(second) || (rank(first) === rank(second) && first.painNow > second.painNow);
        expect(worseAnswer(first, second)).toBe(isFirst ? first : second);
      }),
    );
  });
});
