import type { Outcome } from './bench-table.ts';
import type { Measurement, Settings } from './measurement.ts';
import { compareRatios, type StoredRatios } from './stored-ratios.ts';

/** As for one measurement; without a number of runs each takes its own. */
type SharedSettings = Omit<Settings, 'runs'> & { readonly runs: number | undefined };

/** Makes one measurement after the other. One that fails says why, and the others go on. */
export async function measureAll(chosen: readonly Measurement[], settings: SharedSettings): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const measurement of chosen) outcomes.push(await measureOne(measurement, settings));
  return outcomes;
}

type SecondLook = { readonly chosen: readonly Measurement[]; readonly stored: StoredRatios; readonly settings: SharedSettings };

/**
 * Measures a second time where a ratio got worse, because something else may have run meanwhile. Of the figures that
 * got worse the second ones count.
 */
export async function measureAgain(outcomes: readonly Outcome[], { chosen, stored, settings }: SecondLook): Promise<readonly Outcome[]> {
  const again: Outcome[] = [];
  for (const outcome of outcomes) {
    const worse = new Set(compareRatios(outcome.figures, stored).flatMap(({ figure, isWorse }) => (isWorse ? [figure.id] : [])));
    const measurement = chosen.find(({ id }) => id === outcome.measurement.id);
    if (worse.size === 0 || measurement === undefined) {
      again.push(outcome);
      continue;
    }
    const second = await measureOne(measurement, settings);
    const figures = outcome.figures.map((figure) => (worse.has(figure.id) ? (second.figures.find(({ id }) => id === figure.id) ?? figure) : figure));
    again.push({ ...outcome, figures });
  }
  return again;
}

async function measureOne(measurement: Measurement, { runs, today, say }: SharedSettings): Promise<Outcome> {
  say(`${measurement.id}: ${measurement.what} ...`);
  try {
    return { measurement, figures: await measurement.measure({ runs: runs ?? measurement.runs, today, say }) };
  } catch (error) {
    return { measurement, figures: [], reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
