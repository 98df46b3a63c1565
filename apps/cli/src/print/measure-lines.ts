import { fillTemplate } from '@psoas/kernel';
import type { Measurement, MeasuredTest, TakenMeasurement } from '@psoas/core/diary';
import { errorOf, isUsed, measuringPainLimit, placeOfThigh, sameWayDegrees, summariseTrials, type Comparison } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/cli';
import words from '@psoas/knowledge/text/measure';
import type { Screen } from '../io.ts';
import { dayText } from './day-text.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';
import { signed } from './signed.ts';

/** What a measurement is compared with. */
export type MeasuredContext = {
  readonly earlier?: TakenMeasurement | undefined;
  readonly change?: Comparison | undefined;
  readonly sides?: Comparison | undefined;
};

/** A measurement in words: value, error, and what changed beyond it. */
export function measureLines(measured: Measurement, { earlier, change, sides }: MeasuredContext, screen: Screen): readonly string[] {
  const { test, side, trials, value } = measured;
  const { strong } = stylesOf(screen);
  const lines = [
    trials.length === 1 ? amount(test, value) : fillTemplate(text.measure.trials, { trials: trials.map((trial) => amount(test, trial)).join(', '), value: amount(test, value) }),
    ...usedLines(measured),
    ...(earlier === undefined || change === undefined ? (isUsed(measured) ? [words.results.first] : []) : changeLines(measured, earlier, change)),
    ...(sides === undefined ? [] : [fillTemplate(sides.isReal ? words.results.sidesReal : words.results.sidesUnclear, { change: plain(test, sides.change), error: plain(test, sides.error) })]),
    ...((measured.pain ?? 0) > measuringPainLimit ? [words.results.hurt] : []),
    words.results.borrowed,
  ];
  const title = fillTemplate(text.measure.title, { test: words.tests[test], side: text.check.sides[side] });
  return [strong(title), ...lines.flatMap((line) => wrap(line, textWidth(screen)))];
}

function usedLines(measured: Measurement): readonly string[] {
  const { test, trials, value } = measured;
  if (!isUsed(measured)) return [words.results.notUsed];
  return [
    ...(test === 'thomas' ? [words.results.places[placeOfThigh(value)]] : []),
    ...(isUneven(measured) ? [fillTemplate(words.results.uneven, { spread: plain(test, spreadOf(trials)) })] : []),
    fillTemplate(words.results.error, { error: plain(test, errorOf(measured)) }),
  ];
}

function isUneven({ test, trials }: Measurement): boolean {
  return test === 'thomas' && spreadOf(trials) > sameWayDegrees;
}

function spreadOf(trials: readonly number[]): number {
  return summariseTrials(trials)?.spread ?? 0;
}

function changeLines(measured: Measurement, earlier: TakenMeasurement, { change, error, isReal, why }: Comparison): readonly string[] {
  const { test } = measured;
  const real = isUneven(measured) ? words.results.realUneven : words.results.real;
  const place = { day: dayText(earlier.day), change: isReal ? amount(test, change, true) : plain(test, change), error: plain(test, error) };
  return [fillTemplate(isReal ? real : words.results.unclear, place), ...why.flatMap((one) => (one === 'same-way' ? [] : [words.results[one]]))];
}

function plain(test: MeasuredTest, count: number): string {
  return amount(test, Math.abs(count));
}

// Angles and changes carry their sign; a count has none.
function amount(test: MeasuredTest, count: number, isChange = false): string {
  const unit = { thomas: words.results.degrees, 'seated-raises': words.results.repetitions, 'seated-hold': words.results.seconds }[test];
  const decimals = Number.isInteger(count) ? 0 : 1;
  return fillTemplate(unit, { count: isChange ? signed(count, decimals) : count.toFixed(decimals) });
}
