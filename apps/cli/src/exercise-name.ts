import { exercises } from '@psoas/knowledge/exercises';

const nameById = new Map(exercises.map(({ id, name }) => [id, name]));

/** The name of an exercise; its id when it is not known. */
export function exerciseName(id: string): string {
  return nameById.get(id) ?? id;
}
