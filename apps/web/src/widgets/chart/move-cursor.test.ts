import { describe, expect, it } from 'vitest';
import { isCursorKey, moveCursor, nearestMark, type ChartMark } from './move-cursor.ts';

const mark = (series: number, x: number, y = 0): ChartMark => ({ series, x, y, spoken: `${series} at ${x}` });
const marks = [mark(0, 0), mark(1, 0, 40), mark(0, 10), mark(1, 10, 40), mark(0, 20), mark(1, 20, 40)];
const at = (index: number | undefined): string => marks[index ?? -1]?.spoken ?? 'none';

describe('moveCursor', () => {
  it('begins at the newest, and walks through one row', () => {
    expect(at(moveCursor(marks, undefined, 'ArrowLeft'))).toBe('0 at 20');
    expect(at(moveCursor(marks, 4, 'ArrowLeft'))).toBe('0 at 10');
    expect(at(moveCursor(marks, 2, 'ArrowRight'))).toBe('0 at 20');
    expect(at(moveCursor(marks, 4, 'ArrowRight'))).toBe('0 at 20');
  });

  it('goes to the other side at the same time, and to the ends', () => {
    expect(at(moveCursor(marks, 2, 'ArrowDown'))).toBe('1 at 10');
    expect(at(moveCursor(marks, 3, 'ArrowUp'))).toBe('0 at 10');
    expect(at(moveCursor(marks, 3, 'Home'))).toBe('1 at 0');
    expect(at(moveCursor(marks, 3, 'End'))).toBe('1 at 20');
  });

  it('stays where it is without another row, and knows a chart without points', () => {
    expect(moveCursor([mark(0, 5)], 0, 'ArrowDown')).toBe(0);
    expect(moveCursor([], undefined, 'ArrowLeft')).toBeUndefined();
  });

  it('takes the nearest point under a finger', () => {
    expect(at(nearestMark(marks, 11, 38))).toBe('1 at 10');
    expect(nearestMark([], 0, 0)).toBeUndefined();
  });

  it('leaves other keys alone', () => {
    expect(['ArrowUp', 'Tab', 'a', 'Enter'].map(isCursorKey)).toEqual([true, false, false, false]);
  });
});
