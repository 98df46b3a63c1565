import type { PlayerItem } from '@psoas/core/session';
import type { ExerciseById } from './player-text.ts';

/** What the exercise says to change when it is felt where the person felt it. */
export function fixText(item: PlayerItem | undefined, exerciseById: ExerciseById): string | undefined {
  if (item?.answer.felt === undefined) return undefined;
  return exerciseById.get(item.exercise)?.feel.answers.find(({ where }) => where === item.answer.felt)?.fix;
}
