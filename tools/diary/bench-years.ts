import type { LocalDate } from '@psoas/kernel';
import { benchFold, type FoldBench } from './bench-fold.ts';
import { benchOpening, type OpeningBench } from './bench-opening.ts';
import { spreadToText } from './spread.ts';

/** How a diary grows: what it costs in Node, and how long Today takes to open in the browser. */
export type YearsBench = FoldBench & { readonly opening: OpeningBench };

/** The bars for five years, medians: adding all up in Node, and Today on a processor four times slower. */
const foldLimitMillis = 20;
const openingLimitMillis = 150;

/** Measures 1, 2 and 5 years. Builds the app when it is not fresh. */
export async function benchYears(today: LocalDate): Promise<readonly YearsBench[]> {
  const found: YearsBench[] = [];
  for (const years of [1, 2, 5]) {
    const folded = benchFold(years, today);
    found.push({ ...folded, opening: await benchOpening(years, today) });
  }
  return found;
}

/** Whether the longest diary keeps both bars. */
export function keepsBars(years: readonly YearsBench[]): boolean {
  return years.every(({ foldingProcessor, opening }) => foldingProcessor.median <= foldLimitMillis && opening.opening.median <= openingLimitMillis);
}

/** One block of lines for each length. */
export function yearsToText(years: readonly YearsBench[]): string {
  return years
    .flatMap(({ years: count, sets, entries, reading, folding, foldingProcessor, appending, assessing, opening }) => [
      `diary of ${count} ${count === 1 ? 'year' : 'years'}, ${sets} sets, ${entries} entries; medians, least and most`,
      `  adding it up: ${spreadToText(foldingProcessor)} of the processor, ${spreadToText(folding)} by the clock, reading alone ${spreadToText(reading)} (bar: ${foldLimitMillis} ms of the processor)`,
      `  one more entry: ${spreadToText(appending)}; the programme of today from it: ${spreadToText(assessing)}`,
      `  Today in the browser, a processor four times slower: ${spreadToText(opening.opening)} from the first look at the diary (bar: ${openingLimitMillis} ms), ${spreadToText(opening.navigation)} from the navigation`,
    ])
    .join('\n');
}
