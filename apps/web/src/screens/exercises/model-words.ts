import { fillTemplate } from '@psoas/kernel';
import type { LengthChanges } from '@psoas/knowledge/lengths';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/model';

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
  if (Math.abs(percent) < noChangePercent) return text.same;
  return fillTemplate(percent > 0 ? text.longer : text.shorter, { percent: Math.abs(percent).toFixed(1) });
}

/** What the change of the psoas means for an exercise of its class, in one sentence. */
export function modelSentence(exerciseClass: Exercise['class'], percent: number): string {
  const { sentences } = text;
  const fill = (sentence: string): string =>
    fillTemplate(sentence, { percent: Math.abs(percent).toFixed(1) });
  const direction = Math.abs(percent) < noChangePercent ? 'same' : percent > 0 ? 'longer' : 'shorter';
  if (exerciseClass === 'release' || exerciseClass === 'mobilise') return sentences.releaseAny;
  if (exerciseClass === 'stretch')
    return fill(
      { longer: sentences.stretchLonger, same: sentences.stretchSame, shorter: sentences.stretchShorter }[
        direction
      ],
    );
  return fill(
    {
      longer: sentences.strengthenLonger,
      same: sentences.strengthenSame,
      shorter: sentences.strengthenShorter,
    }[direction],
  );
}
