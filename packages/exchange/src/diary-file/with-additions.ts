/** A list with new entries at their places, in one go; what stood there keeps its order. */
export function withAdditions<Entry>(
  current: readonly Entry[],
  additions: readonly { readonly value: Entry; readonly before: number }[],
): readonly Entry[] {
  const merged: Entry[] = [];
  let taken = 0;
  for (const { value, before } of additions) {
    for (; taken < Math.min(before, current.length); taken += 1) merged.push(...current.slice(taken, taken + 1));
    merged.push(value);
  }
  return [...merged, ...current.slice(taken)];
}
