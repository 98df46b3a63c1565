import { describe, expect, it } from 'vitest';
import { holdItem, raise, repsItem } from '../testing/training.ts';
import { startAgain, startingItem } from './start-again.ts';

describe('[D-09] after three weeks', () => {
  it('what had grown begins again: amounts, sets, load, forms, and the step up the ladder', () => {
    expect(startAgain({ reps: 12, sets: 3, form: { index: 0, kilograms: 2 }, ladder: 1 }, raise)).toEqual({
      key: 'startAgain',
      values: {},
      setting: { ladder: 0 },
    });
  });

  it('what was lower stays lower, on the rung below too', () => {
    expect(startAgain({ reps: 12, sets: 1, ladder: -1 }, raise)?.setting).toEqual({ sets: 1, ladder: -1 });
    expect(startAgain({ reps: 12, sets: 2, ladder: 0 }, raise)?.setting).toEqual({ sets: 2, ladder: 0 });
    expect(startAgain({ reps: 6, sets: 3, ladder: 0 }, raise)?.setting).toEqual({ reps: 6, ladder: 0 });
  });

  it('a trim stays and gives back no more than the usual', () => {
    expect(startAgain({ reps: 8, sets: 3, beforeTrim: { reps: 12, sets: 3 }, ladder: 0 }, raise)?.setting).toEqual({ reps: 8, beforeTrim: {}, ladder: 0 });
  });

  it('what was set down to the usual stays, so that a run brings no more either', () => {
    expect(startAgain({ reps: 10, ladder: 1 }, raise)?.setting).toEqual({ reps: 10, ladder: 0 });
    expect(startAgain({ reps: 11, ladder: 0 }, raise)?.setting).toEqual({ ladder: 0 });
  });

  it('says nothing when nothing changes', () => {
    expect(startAgain({ ladder: 0 }, raise)).toBeUndefined();
    expect(startAgain({ reps: 6, sets: 1, ladder: -1 }, raise)).toBeUndefined();
  });

  it('what is given then is no more than where everybody begins', () => {
    expect(startingItem(repsItem({ reps: 12 }), raise).reps).toBe(10);
    expect(startingItem(repsItem({ reps: 6 }), raise).reps).toBe(6);
    expect(startingItem(holdItem({ holdSeconds: 60 }), { ...raise, doses: { default: { ...raise.doses.default, holdSeconds: { min: 30, max: 60, default: 45 } } } }).holdSeconds).toBe(45);
  });
});
