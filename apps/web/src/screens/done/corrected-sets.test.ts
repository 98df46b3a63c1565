import { describe, expect, it } from 'vitest';
import type { SetLogged } from '@psoas/core/diary';
import { amountOf, correctedSets } from './corrected-sets.ts';

const set = (more: Partial<SetLogged>): SetLogged => ({
  run: 'r',
  item: 0,
  exercise: 'seated-leg-raise',
  side: 'left',
  set: 1,
  seconds: 62.4,
  reps: 10,
  ...more,
});
const sets = [set({}), set({ side: 'right' }), set({ set: 2, repsInReserve: 1 }), set({ side: 'right', set: 2, repsInReserve: 1 })];
const amounts = sets.map(amountOf);

describe('putting the sets of an exercise right', () => {
  it('[E-02] changes nothing where nothing was said, and rounding is no change', () => {
    expect(correctedSets(sets, { amounts, pain: {} })).toEqual([]);
    const hold: readonly SetLogged[] = [
      { run: 'r', item: 0, exercise: 'lunge', side: 'left', set: 1, seconds: 62.4 },
    ];
    expect(correctedSets(hold, { amounts: [62], pain: {} })).toEqual([]);
    expect(correctedSets(hold, { amounts: [45], pain: {} })).toMatchObject([{ seconds: 45 }]);
  });

  it('[E-02] gives pain to every set of its side, and an amount to its own set', () => {
    const changed = correctedSets(sets, { amounts: [10, 8, 10, 10], pain: { left: 4 } });
    expect(changed.map(({ side, set: number, reps, pain }) => [side, number, reps, pain])).toEqual([
      ['left', 1, 10, 4],
      ['right', 1, 8, undefined],
      ['left', 2, 10, 4],
    ]);
  });

  it('[D-03] gives reserve and form to the last set of each side', () => {
    const changed = correctedSets(sets, { amounts, pain: {}, repsInReserve: 3, form: 'lost' });
    expect(changed.map(({ set: number, repsInReserve, form }) => [number, repsInReserve, form])).toEqual([
      [2, 3, 'lost'],
      [2, 3, 'lost'],
    ]);
  });
});
