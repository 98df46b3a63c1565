import { byId, fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import playerText from '@psoas/knowledge/text/player';
import type { Exercise } from '@psoas/knowledge/types';

const exerciseById = byId<Exercise>(exercises);

/** The exercise of an id; undefined when it is not known. */
export function exerciseOf(id: string): Exercise | undefined {
  return exerciseById.get(id);
}

/** The name of an exercise; its id when it is not known. */
export function exerciseName(id: string): string {
  return exerciseById.get(id)?.name ?? id;
}

/** An exercise with its instructions read for one side, or for both. */
export function mirrored(exercise: Exercise, side: Side | undefined): Exercise {
  const words =
    side === undefined
      ? playerText.bothSides
      : sidePlaces(side, playerText.sides);
  return {
    ...exercise,
    instructions: exercise.instructions.map((line) => ({ ...line, text: fillTemplate(line.text, words) })),
  };
}
