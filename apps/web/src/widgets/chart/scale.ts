/** Round numbers for an axis: few, evenly apart, around all values. */
export function niceTicks(low: number, high: number, wanted = 3): readonly number[] {
  const range = Math.max(high - low, 1e-9);
  const rough = range / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
}

/** Maps values to places in a line. */
export type Scale = (value: number) => number;

/** A straight scale from values to places; a range without width lies in the middle. */
export function createScale([fromValue, toValue]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  if (fromValue === toValue) return () => (from + to) / 2;
  return (value) => from + ((value - fromValue) / (toValue - fromValue)) * (to - from);
}

/** Which labels have room, by the middles of all: from the last one backwards, each at least `apart` from the next. */
export function keepLabels(middles: readonly number[], apart: number): readonly number[] {
  const kept: number[] = [];
  let next = Infinity;
  for (const [index, middle] of [...middles.entries()].toReversed()) {
    if (middle > next - apart) continue;
    kept.unshift(index);
    next = middle;
  }
  return kept;
}

// 0.1 + 0.2 is not shown as 0.30000000000000004.
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
