/** What several runs of the same measurement say. */
export type Summary = {
  readonly runs: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** From the lower to the upper quartile: one run that something disturbed does not widen it. */
  readonly spread: number;
};

/** What is kept of an earlier bench, and what a later one is compared by. */
export type Level = Pick<Summary, 'median' | 'spread'>;

/** A ratio may get worse by this share before it counts. */
const toleratedShare = 0.1;

/** Sums up at least one run. */
export function summaryOf(values: readonly number[]): Summary {
  return {
    runs: values.length,
    median: quantileOf(values, 0.5),
    min: quantileOf(values, 0),
    max: quantileOf(values, 1),
    spread: quantileOf(values, 0.75) - quantileOf(values, 0.25),
  };
}

/**
 * The value below which a share of all lies, from 0 to 1, straight between two neighbours.
 * @throws Error for no values, which is a bug of who measures.
 */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return low + (high - low) * (place - Math.floor(place));
}

/** By how much of the stored median a ratio got worse; below 0 where it got better. */
export function lossShare(stored: Level, found: Level, better: 'less' | 'more'): number {
  return lossOf(stored, found, better) / stored.median;
}

/**
 * Whether a ratio got worse: its median by more than a tenth of the stored one, and by more than the spread of the
 * runs, the stored ones or those of now, whichever is wider.
 */
export function isWorse(stored: Level, found: Level, better: 'less' | 'more'): boolean {
  const loss = lossOf(stored, found, better);
  return loss > stored.median * toleratedShare && loss > Math.max(stored.spread, found.spread);
}

function lossOf(stored: Level, found: Level, better: 'less' | 'more'): number {
  return better === 'less' ? found.median - stored.median : stored.median - found.median;
}
