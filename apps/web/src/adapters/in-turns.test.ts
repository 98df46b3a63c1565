import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

describe('a long file', () => {
  it('[DF-13] is made in turns of some 30 ms, whole and in its order', async () => {
    const heard: (number | 'pause')[] = [];
    let millis = 0;
    function* slow(): Generator<number> {
      for (let number = 1; number <= 7; number += 1) {
        millis += 12;
        heard.push(number);
        yield number;
      }
    }
    const turns = { nowMillis: () => millis, pause: async () => void heard.push('pause') };
    expect(await inTurns(slow(), turns)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(heard).toEqual([1, 2, 3, 'pause', 4, 5, 6, 'pause', 7]);
  });

  it('[DF-13] a short one takes one turn', async () => {
    const turns = { nowMillis: () => 0, pause: () => Promise.reject(new Error('paused')) };
    expect(await inTurns(['a', 'b'], turns)).toEqual(['a', 'b']);
  });
});
