import { exercises } from '@psoas/knowledge/exercises';
import type { Exercise } from '@psoas/knowledge/types';

/** The exercise of an id. */
export function exerciseOf(id: string): Exercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}

/** Its name; the id where it is not known. */
export function exerciseName(id: string): string {
  return exerciseOf(id)?.name ?? id;
}

/** Whether both sides work at once, so that "each side" would be wrong. */
export function isBilateral(id: string): boolean {
  return exerciseOf(id)?.side.model === 'bilateral';
}
