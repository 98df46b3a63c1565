import { byId } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
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
