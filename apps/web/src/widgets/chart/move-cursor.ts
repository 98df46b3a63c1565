/** A point that can be read: which row of the chart it belongs to, where it lies, and what is said of it. */
export type ChartMark = { readonly series: number; readonly x: number; readonly y: number; readonly spoken: string };

/** Keys that move from point to point. */
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
export type CursorKey = (typeof keys)[number];

/** Whether a key moves the cursor. */
export function isCursorKey(key: string): key is CursorKey {
  return keys.some((each) => each === key);
}

/**
 * The mark after a key: left and right walk through one row, up and down change to the nearest of another row, Home
 * and End go to the ends. Without a mark so far, every key starts at the newest. Undefined for a chart without marks.
 */
export function moveCursor(marks: readonly ChartMark[], from: number | undefined, key: CursorKey): number | undefined {
  const now = from === undefined ? undefined : marks[from];
  if (now === undefined) return rowOf(marks, marks[0]?.series).at(key === 'Home' ? 0 : -1);
  const row = rowOf(marks, now.series);
  const place = row.indexOf(from ?? 0);
  switch (key) {
    case 'ArrowLeft':
      return row[Math.max(0, place - 1)];
    case 'ArrowRight':
      return row[Math.min(row.length - 1, place + 1)];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowUp':
    case 'ArrowDown':
      return nearestOfOtherRow(marks, now, key === 'ArrowUp' ? -1 : 1) ?? from;
  }
}

/** The mark nearest to a place; undefined for a chart without marks. */
export function nearestMark(marks: readonly ChartMark[], x: number, y: number): number | undefined {
  const distance = (mark: ChartMark): number => (mark.x - x) ** 2 + ((mark.y - y) / 2) ** 2;
  return marks.reduce<number | undefined>((best, mark, index) => {
    const other = best === undefined ? undefined : marks[best];
    return other === undefined || distance(mark) < distance(other) ? index : best;
  }, undefined);
}

function rowOf(marks: readonly ChartMark[], series: number | undefined): readonly number[] {
  return marks.flatMap((mark, index) => (mark.series === series ? [index] : [])).toSorted((first, second) => (marks[first]?.x ?? 0) - (marks[second]?.x ?? 0));
}

function nearestOfOtherRow(marks: readonly ChartMark[], now: ChartMark, direction: 1 | -1): number | undefined {
  const rows = [...new Set(marks.map(({ series }) => series))].toSorted((first, second) => first - second);
  const next = rows[(rows.indexOf(now.series) + direction + rows.length) % rows.length];
  // Rows beside each other begin at other places: what counts is the place within the row.
  const place = rowOf(marks, now.series).findIndex((index) => marks[index] === now);
  const own = rowOf(marks, next);
  const sameX = own.filter((index) => marks[index]?.x === now.x);
  return sameX[0] ?? own[Math.min(place, own.length - 1)];
}
