import type { GroupChange } from './feed-group.ts';
import type { StoredFeed } from './feed-storage.ts';
import { noHead } from './rows.ts';

/** The row of a feed. */
export type FeedRow = Pick<
  StoredFeed,
  'chainHead' | 'recordCount' | 'recordBytes' | 'last' | 'head' | 'receipt'
> & { readonly entryBytes: number };

const emptyRow: FeedRow = {
  chainHead: noHead,
  recordCount: 0,
  recordBytes: 0,
  last: 0,
  entryBytes: 0,
  head: noHead,
  receipt: null,
};

/** The row of a feed before a change. */
export function rowOf(stored: StoredFeed | undefined): FeedRow {
  return stored === undefined ? emptyRow : { ...stored, entryBytes: stored.usage.bytes };
}

/** The row of a feed after a change; undefined where the change leaves it as it is. */
export function rowAfter(before: FeedRow, change: Omit<GroupChange, 'requests'>): FeedRow | undefined {
  const { records, entries = [], eraseWith } = change;
  const added = records?.added ?? [];
  if (added.length === 0 && entries.length === 0 && eraseWith === undefined) return undefined;
  const chain = {
    chainHead: records?.chainHead ?? before.chainHead,
    recordCount: before.recordCount + added.length,
    recordBytes: before.recordBytes + sizeOf(added),
  };
  if (eraseWith !== undefined) return { ...chain, last: 0, entryBytes: 0, head: noHead, receipt: eraseWith };
  return {
    ...chain,
    last: before.last + entries.length,
    entryBytes: before.entryBytes + sizeOf(entries.map(({ bytes }) => bytes)),
    head: entries.at(-1)?.head ?? before.head,
    receipt: before.receipt,
  };
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
