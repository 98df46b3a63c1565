import type { Run } from '@psoas/core/diary';

/** A set, or the rest between two, in time. */
export type PlacedSet = {
  readonly startMillis: number;
  readonly endMillis: number;
  /** Undefined for a rest. */
  readonly exercise?: string;
  readonly reps?: number;
  readonly loadKilograms?: number;
};

/** A session in time. */
export type PlacedSession = { readonly startMillis: number; readonly endMillis: number; readonly sets: readonly PlacedSet[] };

/** Shorter gaps are none: a watch counts in seconds. */
const shortestRestMillis = 1000;

/**
 * [FT-07] When the sets of a session were worked. The diary notes a set when it is answered for, which may be after
 * the one that follows: each ends where it was noted or where the next begins, whichever is earlier, and takes as long
 * as it was worked.
 */
export function placeSets({ startedAtMillis, items, sets }: Run): PlacedSession {
  const inOrder = sets.toSorted((first, second) => first.atMillis - second.atMillis);
  const placed: PlacedSet[] = [];
  let latest = Infinity;
  for (const { item, exercise, reps, seconds, atMillis } of inOrder.toReversed()) {
    const loadKilograms = items[item]?.loadKilograms;
    const endMillis = Math.min(atMillis, latest);
    latest = endMillis - seconds * 1000;
    placed.unshift({ startMillis: latest, endMillis, exercise, ...(reps !== undefined && { reps }), ...(loadKilograms !== undefined && { loadKilograms }) });
  }
  const startMillis = Math.min(startedAtMillis, latest);
  const endMillis = Math.max(startedAtMillis, placed.at(-1)?.endMillis ?? startedAtMillis);
  return { startMillis, endMillis, sets: withRests(placed) };
}

function withRests(sets: readonly PlacedSet[]): readonly PlacedSet[] {
  return sets.flatMap((set, index) => {
    const before = sets[index - 1];
    const isRest = before !== undefined && set.startMillis - before.endMillis >= shortestRestMillis;
    return isRest ? [{ startMillis: before.endMillis, endMillis: set.startMillis }, set] : [set];
  });
}
