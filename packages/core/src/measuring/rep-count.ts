/** [ME-06] Lifts are counted for a minute at most, as the test says. */
export const repCountSeconds = 60;
/** Two taps closer than this are one: no clean lift is that fast. Own choice. */
const fastestMillis = 400;

/** Lifts counted by tap. Plain values; each event carries its moment. */
export type RepCount = { readonly startedMillis: number; readonly taps: readonly number[]; readonly endedMillis?: number };

/** A tap, a tap taken back, or the end, with its moment by a clock that only goes forward. */
export type RepCountEvent = { readonly kind: 'tap' | 'undo' | 'end'; readonly atMillis: number };

/** [ME-06] A count that begins at a moment, in milliseconds. */
export function createRepCount(startedMillis: number): RepCount {
  return { startedMillis, taps: [] };
}

/** [ME-06] One tap, one tap taken back, or the end. After a minute nothing counts any more, however late it is noticed. */
export function stepRepCount(count: RepCount, { kind, atMillis }: RepCountEvent): RepCount {
  const { isOver } = viewRepCount(count, atMillis);
  if (kind === 'undo') return { ...count, taps: count.taps.slice(0, -1) };
  if (kind === 'end') return count.endedMillis === undefined ? { ...count, endedMillis: Math.min(atMillis, endOf(count)) } : count;
  if (isOver || atMillis - (count.taps.at(-1) ?? -Infinity) < fastestMillis) return count;
  return { ...count, taps: [...count.taps, atMillis] };
}

/** What is shown: lifts so far, seconds left, and whether it is over. */
export function viewRepCount(count: RepCount, nowMillis: number): { readonly repetitions: number; readonly secondsLeft: number; readonly isOver: boolean } {
  const millisLeft = count.endedMillis === undefined ? Math.max(0, endOf(count) - nowMillis) : 0;
  return { repetitions: count.taps.length, secondsLeft: millisLeft / 1000, isOver: millisLeft === 0 };
}

function endOf({ startedMillis }: RepCount): number {
  return startedMillis + repCountSeconds * 1000;
}
