import text from '@psoas/knowledge/text/model';
import { useMovement } from './figure-movement.ts';

/** A typical fault by its id and its name, and which of the exercise's cues mends it, from 0. */
export type NamedFault = { readonly id: string; readonly cue: number; readonly name: string };

const nameById: { readonly [id: string]: string } = text.faultNames;

/** The faults of an exercise; none until its movement is there. */
export function useFaults(exercise: string): readonly NamedFault[] {
  return (useMovement(exercise)?.movement.faults ?? []).map(({ id, cue }) => ({
    id,
    cue,
    name: nameById[id] ?? id,
  }));
}

/** The variants of an exercise that look different and are drawn; none until its movement is there. */
export function useDrawnVariants(exercise: string): ReadonlySet<string> {
  return new Set((useMovement(exercise)?.movement.variants ?? []).map(({ id }) => id));
}
