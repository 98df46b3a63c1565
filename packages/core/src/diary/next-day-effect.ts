import { amberFrom, redFrom } from '../session/stop-rules.ts';
import type { NextDayAnswer } from './event.ts';

/** What an answer of the day after means for the next session: one step back, the same again, or free to move on. */
export type NextDayEffect = 'back' | 'hold' | 'free';

/** [D-03] [D-04] What follows from an answer by itself, so that it can be told at once. */
export function nextDayEffect({
  comparedWithBefore,
  painNow,
  soreness,
}: Omit<NextDayAnswer, 'run'>): NextDayEffect {
  const isSore = soreness === 'both-sides';
  if (painNow >= redFrom || (comparedWithBefore === 'worse' && !isSore)) return 'back';
  return isSore || painNow >= amberFrom ? 'hold' : 'free';
}

/** [D-04] Of two answers the one that asks for more care; of equal ones the second. */
export function worseAnswer<Answer extends Omit<NextDayAnswer, 'run'>>(first: Answer, second: Answer): Answer {
  return care(first) > care(second) ? first : second;
}

const careOf: { readonly [effect in NextDayEffect]: number } = { back: 40, hold: 20, free: 0 };

function care(answer: Omit<NextDayAnswer, 'run'>): number {
  return careOf[nextDayEffect(answer)] + answer.painNow;
}
