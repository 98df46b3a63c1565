import { fillTemplate } from '@psoas/kernel';
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
export function doseWords(dose: Dose, words: DoseWordings): string {
  const { holdSeconds, reps, restSeconds } = dose;
  return [
    setWords(dose, words),
    holdSeconds === undefined ? undefined : ranged(holdSeconds, words.hold, words.holdOne),
    reps === undefined ? undefined : ranged(reps, words.reps, words.repsOne),
    restSeconds === 0 ? undefined : fillTemplate(words.rest, { seconds: restSeconds }),
    frequencyWords(dose, words),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Such as "2 to 3 sets". */
export function setWords({ sets }: Dose, words: DoseWordings): string {
  return sets.max === 1 ? words.setOne : ranged(sets, words.sets, words.setsOne);
}

/** Such as "2 to 3 times a week". */
export function frequencyWords({ perWeek }: Dose, words: DoseWordings): string {
  return perWeek.max === 1 ? words.perWeekOnce : ranged(perWeek, words.perWeek, words.perWeekOne);
}

function ranged(
  { min, max }: { readonly min: number; readonly max: number },
  range: string,
  one: string,
): string {
  return fillTemplate(min === max ? one : range, { min, max });
}
