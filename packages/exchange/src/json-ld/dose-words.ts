import { fillTemplate, pluralForm, type PluralForms, type PluralRule } from '@psoas/kernel';
import type { Dose } from '@psoas/knowledge/types';
import type { DoseWordings } from './json-ld-input.ts';

/** The purposes of doses, in the order in which they are shown. */
export const doseNames = [
  'default',
  'flexibility',
  'before-run',
  'after-run',
  'gym',
  'desk-break',
  'short',
] as const;

/** A dose in words with its ranges, such as "2 to 3 sets, hold 30 to 45 s, rest 30 s, 5 times a week". */
export function doseWords(dose: Dose, words: DoseWordings, plural: PluralRule): string {
  const { holdSeconds, reps, restSeconds } = dose;
  return [
    setWords(dose, words, plural),
    holdSeconds === undefined ? undefined : ranged(holdSeconds, words.hold, words.holdOne),
    reps === undefined ? undefined : ranged(reps, words.reps, formOf(words.repsOne, reps.max, plural)),
    restSeconds === 0 ? undefined : fillTemplate(words.rest, { seconds: restSeconds }),
    frequencyWords(dose, words, plural),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Such as "2 to 3 sets". */
export function setWords({ sets }: Dose, words: DoseWordings, plural: PluralRule): string {
  return ranged(sets, words.sets, formOf(words.setsOne, sets.max, plural));
}

/** Such as "2 to 3 times a week". */
export function frequencyWords({ perWeek }: Dose, words: DoseWordings, plural: PluralRule): string {
  return ranged(perWeek, words.perWeek, formOf(words.perWeekOne, perWeek.max, plural));
}

function formOf(forms: PluralForms, count: number, plural: PluralRule): string {
  return fillTemplate(pluralForm(forms, count, plural), { count });
}

function ranged(
  { min, max }: { readonly min: number; readonly max: number },
  range: string,
  one: string,
): string {
  return fillTemplate(min === max ? one : range, { min, max });
}
