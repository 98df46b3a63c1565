import type { ShareRead } from './share-tasks.ts';

/** One look at a share, from the first page that was fetched to the last. */
export type ShareVisit = { readonly fromMillis: number; readonly toMillis: number };

/** Somebody who reads for a while fetches again now and then; a longer silence ends the visit. Own choice. */
const sameVisitMillis = 30 * 60_000;

/** [Y-30] Reads, in any order, as visits, oldest first. */
export function visitsOf(reads: readonly ShareRead[]): readonly ShareVisit[] {
  const visits: ShareVisit[] = [];
  for (const { atMillis } of reads.toSorted((first, second) => first.atMillis - second.atMillis)) {
    const last = visits.at(-1);
    if (last !== undefined && atMillis - last.toMillis <= sameVisitMillis) visits[visits.length - 1] = { ...last, toMillis: atMillis };
    else visits.push({ fromMillis: atMillis, toMillis: atMillis });
  }
  return visits;
}
