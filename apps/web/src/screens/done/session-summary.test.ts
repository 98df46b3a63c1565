import { describe, expect, it } from 'vitest';
import type { SetLogged } from '@psoas/core/diary';
import { summariseSets, workedSeconds } from './session-summary.ts';

const set = (more: Partial<SetLogged>): SetLogged => ({
  run: 'r',
  item: 0,
  exercise: 'lunge',
  side: 'left',
  set: 1,
  seconds: 45,
  ...more,
});

describe('what was done', () => {
  it('is added up per exercise and side, left first, in the order of the session', () => {
    const sets = [
      set({ item: 1, exercise: 'march', side: 'both', seconds: 60, reps: 10, repsInReserve: 2, form: 'lost' }),
      set({ side: 'right', pain: 2 }),
      set({ felt: 'front-thigh', pain: 3 }),
      set({ set: 2, seconds: 20.5 }),
    ];
    expect(summariseSets(sets)).toEqual([
      {
        item: 0,
        exercise: 'lunge',
        pain: 3,
        felt: 'front-thigh',
        repsInReserve: undefined,
        form: undefined,
        sides: [
          { side: 'left', sets: 2, seconds: 65.5, reps: undefined },
          { side: 'right', sets: 1, seconds: 45, reps: undefined },
        ],
      },
      {
        item: 1,
        exercise: 'march',
        pain: undefined,
        felt: undefined,
        repsInReserve: 2,
        form: 'lost',
        sides: [{ side: 'both', sets: 1, seconds: 60, reps: 10 }],
      },
    ]);
    expect(workedSeconds(sets)).toBe(170.5);
  });

  it('is nothing when nothing was done', () => {
    expect(summariseSets([])).toEqual([]);
  });
});
