import { createFieldReader, err, isRecord, ok, readJson, type Problem, type Result } from '@psoas/kernel';
import type { Figure } from './measurement.ts';
import { isWorse, lossShare, summaryOf, type Level } from './statistics.ts';

/** Ratios of an earlier bench, by the id of their figure. */
export type StoredRatios = ReadonlyMap<string, Level>;

/** How a ratio stands to the stored one. */
export type Comparison = {
  readonly figure: Figure;
  readonly stored: Level;
  readonly found: Level;
  /** By how much of the stored median it got worse; below 0 where it got better. */
  readonly lossShare: number;
  readonly isWorse: boolean;
};

/** Enough to tell a tenth from nine hundredths, and no more to read than needed. */
const digits = 3;

/** Reads the stored file; every problem is named by its place. */
export function parseRatios(text: string): Result<StoredRatios, readonly Problem[]> {
  const json = readJson(text);
  const problems: Problem[] = [];
  const ratios = new Map<string, Level>();
  const group = createFieldReader(json, 'ratios', problems);
  if (group !== undefined && isRecord(json)) {
    for (const id of Object.keys(json)) {
      const reader = group.inner(id);
      const median = reader?.number('median', { min: Number.MIN_VALUE, max: Number.MAX_VALUE });
      const spread = reader?.number('spread', { min: 0, max: Number.MAX_VALUE });
      if (median !== undefined && spread !== undefined) ratios.set(id, { median, spread });
    }
  }
  return problems.length === 0 ? ok(ratios) : err(problems);
}

/** The text of the stored file: those of the figures that are ratios; of others what was stored before. */
export function ratiosToText(figures: readonly Figure[], before: StoredRatios): string {
  const levels = new Map([...before, ...ratiosOf(figures).map(({ id, values }): [string, Level] => [id, roundLevel(summaryOf(values))])]);
  const sorted = [...levels].toSorted(([first], [second]) => (first < second ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/** Holds each ratio against the stored one; a ratio that was never stored is left out. */
export function compareRatios(figures: readonly Figure[], stored: StoredRatios): readonly Comparison[] {
  return ratiosOf(figures).flatMap((figure) => {
    const level = stored.get(figure.id);
    if (level === undefined) return [];
    const found = roundLevel(summaryOf(figure.values));
    const { better } = figure;
    return [{ figure, stored: level, found, lossShare: lossShare(level, found, better), isWorse: isWorse(level, found, better) }];
  });
}

/** The ids of stored ratios that none of the figures has: renamed, gone, or not measured. */
export function lostRatios(figures: readonly Figure[], stored: StoredRatios): readonly string[] {
  const found = new Set(ratiosOf(figures).map(({ id }) => id));
  return [...stored.keys()].filter((id) => !found.has(id));
}

/** The ids of ratios that were never stored. */
export function newRatios(figures: readonly Figure[], stored: StoredRatios): readonly string[] {
  return ratiosOf(figures).flatMap(({ id }) => (stored.has(id) ? [] : [id]));
}

function ratiosOf(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ ratioTo }) => ratioTo !== undefined);
}

function roundLevel({ median, spread }: Level): Level {
  return { median: Number(median.toPrecision(digits)), spread: Number(spread.toPrecision(digits)) };
}
