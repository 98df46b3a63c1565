/** What several measurements of the same thing say. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** Median, least and most, rounded to so many digits; 0 for none. */
export function spreadOf(values: readonly number[], digits = 1): Spread {
  const sorted = values.toSorted((first, second) => first - second);
  const at = (index: number): number => Number((sorted[index] ?? 0).toFixed(digits));
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Such as `12.1 ms (11.8 to 14)`. */
export function spreadToText({ median, min, max }: Spread): string {
  return `${median} ms (${min} to ${max})`;
}
