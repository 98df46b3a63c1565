/** Memory at a moment, after all rubbish was swept out. */
export type MemorySample = { readonly minutes: number; readonly heapBytes: number; readonly rssBytes: number };

/** How fast memory grows, in bytes each minute: the straight line that lies nearest to the samples. 0 for fewer than two. */
export function slopeOf(samples: readonly MemorySample[], bytesOf: (sample: MemorySample) => number): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [meanMinutes, meanBytes] = [mean(samples.map(({ minutes }) => minutes)), mean(samples.map(bytesOf))];
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - meanMinutes) ** 2, 0);
  const together = samples.reduce((sum, sample) => sum + (sample.minutes - meanMinutes) * (bytesOf(sample) - meanBytes), 0);
  return spread === 0 ? 0 : together / spread;
}
