import { isRecord } from './problem.ts';

/** Whether more than so many groups and lists stand inside one another. A value that holds itself is deeper than any limit. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  if (!Array.isArray(value) && !isRecord(value)) return false;
  // Goes no further down than the limit: what is too deep would otherwise break whoever looks for it.
  if (limit <= 0) return true;
  const inside: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inside.some((one) => isDeeperThan(limit - 1, one));
}

/**
 * Whether more than so many brackets stand open in a text at once, be they meant as such or not: for readers of other
 * people's making, which take the square of the depth or run out of stack.
 */
export function opensMoreThan(limit: number, text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > limit) return true;
  }
  return false;
}
