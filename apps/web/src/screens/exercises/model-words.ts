import { fillTemplate } from '@psoas/kernel';
import type { LengthChanges, MovementLengths } from '@psoas/knowledge/lengths';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/model';
import { numberText } from '../../widgets/local-text.ts';

/** A muscle whose change of length is shown. */
export type ShownMuscle = keyof LengthChanges;

/** In the order of the picture and of the table. */
export const shownMuscles = [
  'psoas-major',
  'iliacus',
  'rectus-femoris',
] as const satisfies readonly ShownMuscle[];

/** A smaller change than this, in per cent of the length, is told as none: the model is no finer. Own choice. */
const noChangePercent = 0.5;

/** Such as "5.6 % longer" or "as long as in standing". */
export function changeWords(percent: number): string {
  const direction = directionOf(percent);
  return direction === 'Same'
    ? text.same
    : fillTemplate(direction === 'Longer' ? text.longer : text.shorter, { percent: amount(percent) });
}

/** What a fault leaves of a muscle's length, against standing. */
export function faultWords(muscle: ShownMuscle, percent: number): string {
  const name = text.shortNames[muscle];
  if (directionOf(percent) === 'Same') return fillTemplate(text.faultSame, { muscle: name });
  return fillTemplate(text.faultLength, { muscle: name, change: changeWords(percent) });
}

/** The shown muscle that the exercise is for: the first of its targets; undefined when it is for others. */
export function mainMuscle({ targets }: Pick<Exercise, 'targets'>): ShownMuscle | undefined {
  return (
    shownMuscles.find((muscle) => muscle === targets.primary[0]) ??
    shownMuscles.find((muscle) => targets.primary.includes(muscle))
  );
}

/** What the model says of an exercise, in one sentence: about its own muscle, or about the psoas beside the main work. */
export function modelSentence(
  exercise: Pick<Exercise, 'class' | 'targets'>,
  { target, reachedBy }: Pick<MovementLengths, 'target' | 'reachedBy'>,
): string {
  const { sentences } = text;
  const main = mainMuscle(exercise);
  const muscle = main ?? 'psoas-major';
  const percent = target[muscle];
  const direction = directionOf(percent);
  const inSentence = text.inSentence[muscle];
  const fill = (sentence: string): string =>
    fillTemplate(sentence, {
      percent: amount(percent),
      muscle: inSentence,
      Muscle: inSentence.charAt(0).toUpperCase() + inSentence.slice(1),
    });
  if (exercise.class === 'release' || exercise.class === 'mobilise')
    return fill(direction === 'Shorter' ? sentences.releaseShorter : sentences.releaseSame);
  if (main === undefined) return fill(sentences[`others${direction}`]);
  if (exercise.class === 'stretch') return fill(sentences[`stretch${direction}`]);
  if (direction !== 'Shorter') return fill(sentences.holdSame);
  return fill(reachedBy === 'down' ? sentences.lowerShorter : sentences.liftShorter);
}

function directionOf(percent: number): 'Longer' | 'Shorter' | 'Same' {
  if (Math.abs(percent) < noChangePercent) return 'Same';
  return percent > 0 ? 'Longer' : 'Shorter';
}

function amount(percent: number): string {
  return numberText(Math.abs(percent), 1);
}
