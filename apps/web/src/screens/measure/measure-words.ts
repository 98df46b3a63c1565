import { fillTemplate, type LocalDate } from '@psoas/kernel';
import type { MeasuredTest } from '@psoas/core/diary';
import type { Comparison } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { calendarDayText, numberText } from '../../widgets/local-text.ts';

/** An amount with its unit, without a sign: 4.5°, 12 lifts, 31 s. */
export function amountText(test: MeasuredTest, amount: number): string {
  const unit = { thomas: text.results.degrees, 'seated-raises': text.results.repetitions, 'seated-hold': text.results.seconds }[test];
  return fillTemplate(unit, { count: shortNumber(Math.abs(amount)) });
}

/** A value as people say it: an angle is above or below level. */
export function valueText(test: MeasuredTest, value: number): string {
  const amount = amountText(test, value);
  if (test !== 'thomas' || value === 0) return amount;
  return fillTemplate(value > 0 ? text.results.above : text.results.below, { amount });
}

/** A change as people say it: 6° lower, 7 lifts more. */
function changeText(test: MeasuredTest, change: number): string {
  if (change === 0) return text.results.same;
  const words = test === 'thomas' ? { up: text.results.higher, down: text.results.lower } : { up: text.results.up, down: text.results.down };
  return fillTemplate(change > 0 ? words.up : words.down, { amount: amountText(test, change) });
}

/** [ME-09] What changed since a day, and whether that is more than the error; trials that lie too far apart prove nothing. */
export function changeSentence(test: MeasuredTest, { change, error, isReal, isUneven }: Comparison & { readonly isUneven: boolean }, since: LocalDate): string {
  const amounts = { day: dayText(since), error: amountText(test, error) };
  return isReal
    ? fillTemplate(isUneven ? text.results.realUneven : text.results.real, { ...amounts, change: changeText(test, change) })
    : fillTemplate(text.results.unclear, { ...amounts, change: amountText(test, change) });
}

/** An angle with its sign, as while measuring: −12.5°. */
export function signedDegrees(degrees: number): string {
  const sign = degrees < 0 ? '−' : '';
  return fillTemplate(text.degrees, { count: `${sign}${shortNumber(Math.abs(degrees))}` });
}

export function dayText(day: LocalDate): string {
  return calendarDayText(day, { day: 'numeric', month: 'short' });
}

function shortNumber(amount: number): string {
  return numberText(amount, Number.isInteger(amount) ? 0 : 1);
}
