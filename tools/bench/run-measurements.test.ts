import { describe, expect, it } from 'vitest';
import { benchDay } from './bench-day.ts';
import type { Figure, Measurement } from './measurement.ts';
import { measureAgain, measureAll } from './run-measurements.ts';

const settings = { runs: undefined, today: benchDay, say: () => {} };
const stored = new Map([['a', { median: 1, spread: 0 }], ['b', { median: 1, spread: 0 }]]);

/** A measurement that gives other values each time. */
function measurementOf(...turns: readonly (readonly [a: number, b: number])[]): Measurement & { readonly askedRuns: readonly number[] } {
  const askedRuns: number[] = [];
  const figure = (id: string, value: number): Figure => ({ id, what: id, ratioTo: 'another', unit: 'ratio', better: 'less', values: [value] });
  return {
    id: 'made-up',
    what: 'something',
    how: 'Somehow.',
    runs: 7,
    askedRuns,
    measure: async ({ runs }) => {
      const [a, b] = turns[askedRuns.length] ?? [Number.NaN, Number.NaN];
      askedRuns.push(runs);
      return [figure('a', a), figure('b', b)];
    },
  };
}

describe('measureAll', () => {
  it('goes on after one that fails, and says why it did', async () => {
    const failing: Measurement = { ...measurementOf(), id: 'failing', measure: () => Promise.reject(new Error('No Chromium found\nand more')) };
    const outcomes = await measureAll([failing, measurementOf([1, 2])], settings);
    expect(outcomes.map(({ reason, figures }) => [reason, figures.length])).toEqual([['No Chromium found', 0], [undefined, 2]]);
  });

  it('takes the number of runs of the measurement, unless told another', async () => {
    const measurement = measurementOf([1, 1], [1, 1]);
    await measureAll([measurement], settings);
    await measureAll([measurement], { ...settings, runs: 3 });
    expect(measurement.askedRuns).toEqual([7, 3]);
  });
});

describe('measureAgain', () => {
  const valuesAfter = async (measurement: Measurement): Promise<readonly (number | undefined)[]> => {
    const first = await measureAll([measurement], settings);
    const outcomes = await measureAgain(first, { chosen: [measurement], stored, settings });
    return outcomes.flatMap(({ figures }) => figures.map(({ values }) => values[0]));
  };

  it('measures only once where nothing got worse', async () => {
    const measurement = measurementOf([1, 0.5]);
    expect(await valuesAfter(measurement)).toEqual([1, 0.5]);
    expect(measurement.askedRuns).toHaveLength(1);
  });

  it('lets the second time count for what got worse, and the first for all else', async () => {
    expect(await valuesAfter(measurementOf([2, 1], [1, 9]))).toEqual([1, 1]);
    expect(await valuesAfter(measurementOf([2, 1], [3, 9]))).toEqual([3, 1]);
  });
});
