import type { SealedEvent } from '../entry/seal-entry.ts';
import { addEvents, type Added } from '../replica/replica.ts';
import { diaryDifference } from './diary-events.ts';
import { syncDiary, type DiaryFeed, type DiaryOutcome } from './diary-sync.ts';
import type { Identity } from './identity.ts';
import type { SyncParts } from './sync-replica.ts';

/** Sealed in one go; between two such slices the device can do something else, and what is done is kept. */
const sliceLength = 100;

/** What an exchange came to. */
export type DiaryExchange = DiaryOutcome & {
  /** Events that came from elsewhere and belong into the diary here, in the order that all devices see (Y-06). */
  readonly incoming: readonly SealedEvent[];
  /** Entries of the diary that no feed can hold: too large, or without an id. They stay on this device. */
  readonly kept: { readonly refused: Added['refused']; readonly withoutId: number };
};

/**
 * Seals what the feed does not have yet, syncs, and tells what the diary does not have yet. A device that holds nothing
 * of the feed first asks what is there: else everything would be sealed and sent once more.
 */
export async function exchangeDiary(
  identity: Identity,
  start: DiaryFeed,
  records: readonly unknown[],
  parts: SyncParts,
): Promise<DiaryExchange> {
  const asked = start.replica.cursor === 0 ? await syncDiary(identity, start, parts) : undefined;
  if (asked?.fault !== undefined) return { ...asked, incoming: [], kept: { refused: [], withoutId: 0 } };
  const known = asked?.diary ?? start;
  const { unsent, withoutId } = diaryDifference(records, [...known.earlier, known.replica]);
  const refused: Added['refused'][number][] = [];
  let { replica } = known;
  for (let from = 0; from < unsent.length; from += sliceLength) {
    const added = addEvents(replica, unsent.slice(from, from + sliceLength), parts.random);
    refused.push(...added.refused);
    replica = added.replica;
    await parts.onStep(replica);
  }
  const outcome = await syncDiary(identity, { ...known, replica }, parts);
  const { incoming } = diaryDifference(records, [...outcome.diary.earlier, outcome.diary.replica]);
  return { ...outcome, reports: [...(asked?.reports ?? []), ...outcome.reports], incoming, kept: { refused, withoutId } };
}
