import { fillTemplate, type LocalDate } from '@psoas/kernel';
import type { MeasuredTest } from '../../diary/index.ts';
import type { ValueWords } from './progress-words.ts';

/** A day as people write it: 2 March 2026. `months`: how a day is written in each month, such as "{day} March {year}". */
export function dayWords(day: LocalDate, months: readonly string[]): string {
  const [year = '', month, date] = day.split('-');
  return fillTemplate(months[Number(month) - 1] ?? '', { day: Number(date), year });
}

/** The same without its year, where there is little room: 2 Mar. */
export function dayInYearWords(day: LocalDate, months: readonly string[]): string {
  return dayWords(day, months.map((form) => form.replace(/[\s,]*\{year\}/, '')));
}

/** A measured value with its unit. Degrees say on which side of level the thigh lies, rounded to whole ones. */
export function valueWords(test: MeasuredTest, value: number, words: ValueWords): string {
  if (test !== 'thomas') return amountWords(test, value, words);
  const degrees = Math.round(Math.abs(value));
  if (degrees === 0) return words.level;
  if (degrees === 1) return value > 0 ? words.oneAbove : words.oneBelow;
  return fillTemplate(value > 0 ? words.above : words.below, { degrees });
}

/** An amount with its unit and without a direction: an error or a difference. */
export function amountWords(test: MeasuredTest, amount: number, words: ValueWords): string {
  if (test === 'thomas') return fillTemplate(words.degrees, { degrees: Math.round(amount) });
  const rounded = tenthWords(amount);
  return test === 'seated-raises' ? fillTemplate(words.lifts, { count: rounded }) : fillTemplate(words.seconds, { seconds: rounded });
}

/** Rounded to a tenth, whole numbers without it. */
export function tenthWords(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Seconds as minutes to a tenth. */
export function minuteWords(seconds: number): string {
  return tenthWords(seconds / 60);
}
