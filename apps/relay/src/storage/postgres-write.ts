import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { LoggedRead } from '@psoas/sync';
import { rowAfter, rowOf, type FeedRow } from './feed-after.ts';
import type { GroupChange } from './feed-group.ts';
import type { NewEntry, StorageLimits, StoredFeed } from './feed-storage.ts';
import type { PostgresTables } from './postgres-migrations.ts';
import { numberOf, toBlob } from './rows.ts';

/** A feed as it was found, and what becomes of it. */
type Step = {
  readonly stored: StoredFeed | undefined;
  readonly change: GroupChange;
  readonly limits: StorageLimits;
};

/** [RE-08] Stores a change. The feed was read in the same transaction. */
export async function applyChange(
  transaction: Transaction<PostgresTables>,
  feedIdText: string,
  { stored, change, limits }: Step,
): Promise<void> {
  const feed_id = toBlob(feedIdText);
  const { records, entries = [], eraseWith } = change;
  const before = rowOf(stored);
  const row = rowAfter(before, change);
  const marks = { change, limits };
  if (stored !== undefined && row !== undefined && records === undefined && eraseWith === undefined)
    return appendEntries(transaction, feed_id, { ...marks, row, last: before.last });
  // The feed's row comes first: of two relays that begin one feed, the second stops here and tries again.
  if (row !== undefined) await putFeed(transaction, feed_id, { row, isNew: stored === undefined });
  await sql`${rememberRequests(feed_id, marks)} SELECT 1`.execute(transaction);
  const added = records?.added ?? [];
  if (added.length > 0)
    await transaction
      .insertInto('record')
      .values(added.map((bytes, index) => ({ feed_id, number: before.recordCount + index, bytes })))
      .execute();
  if (entries.length > 0) await insertEntries(feed_id, entries, before.last).execute(transaction);
  if (eraseWith !== undefined) {
    await transaction.deleteFrom('entry').where('feed_id', '=', feed_id).execute();
    await transaction.deleteFrom('read').where('feed_id', '=', feed_id).execute();
  }
}

type Marks = Pick<Step, 'change' | 'limits'>;
type Appended = Marks & { readonly row: FeedRow; readonly last: number };

// What happens most, in one statement: each way to the database and back costs as much as the work there.
async function appendEntries(
  transaction: Transaction<PostgresTables>,
  feed_id: Buffer,
  { row, last, ...marks }: Appended,
): Promise<void> {
  await sql`${rememberRequests(feed_id, marks)},
    changed AS (UPDATE feed SET last_seq = ${row.last}::bigint, entry_bytes = ${row.entryBytes}::bigint, head = ${toBlob(row.head)}
      WHERE feed_id = ${feed_id})
    ${insertEntries(feed_id, marks.change.entries ?? [], last)}`.execute(transaction);
}

async function putFeed(
  transaction: Transaction<PostgresTables>,
  feed_id: Buffer,
  { row, isNew }: { readonly row: FeedRow; readonly isNew: boolean },
): Promise<void> {
  const values = {
    chain_head: toBlob(row.chainHead),
    record_count: row.recordCount,
    record_bytes: row.recordBytes,
    last_seq: row.last,
    entry_bytes: row.entryBytes,
    head: toBlob(row.head),
    receipt: row.receipt,
  };
  if (isNew)
    await transaction
      .insertInto('feed')
      .values({ feed_id, ...values })
      .execute();
  else await transaction.updateTable('feed').set(values).where('feed_id', '=', feed_id).execute();
}

// The beginning of a statement: old nonces go, those of the requests come.
function rememberRequests(feed_id: Buffer, { change: { requests }, limits }: Marks): RawBuilder<unknown> {
  const keys = requests.map(({ signerKey }) => toBlob(signerKey));
  const nonces = requests.map(({ nonce }) => toBlob(nonce));
  const times = requests.map(({ atMillis }) => atMillis);
  return sql`WITH forgotten AS (DELETE FROM nonce
      WHERE feed_id = ${feed_id} AND at_millis < ${Math.max(...times) - limits.nonceMillis}::bigint),
    remembered AS (INSERT INTO nonce (feed_id, signer_key, nonce, at_millis)
      SELECT ${feed_id}::bytea, * FROM unnest(${keys}::bytea[], ${nonces}::bytea[], ${times}::bigint[]))`;
}

// Lists instead of rows: the statement stays the same however many come.
function insertEntries(feed_id: Buffer, entries: readonly NewEntry[], last: number): RawBuilder<unknown> {
  const ids = entries.map(({ id }) => toBlob(id));
  const heads = entries.map(({ head }) => toBlob(head));
  const bytes = entries.map((entry) => Buffer.from(entry.bytes));
  return sql`INSERT INTO entry (feed_id, seq, entry_id, head, bytes)
    SELECT ${feed_id}::bytea, ${last}::bigint + place, entry_id, head, bytes
    FROM unnest(${ids}::bytea[], ${heads}::bytea[], ${bytes}::bytea[]) WITH ORDINALITY AS added (entry_id, head, bytes, place)`;
}

/** [RE-07] Writes a read down, unless the feed was erased, and forgets the oldest beyond the limit. */
export async function addRead(
  transaction: Transaction<PostgresTables>,
  feed_id: Buffer,
  { read, limits }: { readonly read: LoggedRead; readonly limits: StorageLimits },
): Promise<void> {
  const feed = await transaction
    .selectFrom('feed')
    .select('receipt')
    .where('feed_id', '=', feed_id)
    .forUpdate()
    .executeTakeFirst();
  if (feed === undefined || feed.receipt !== null) return;
  const { at: at_millis, key, from: from_seq, to: to_seq } = read;
  await transaction
    .insertInto('read')
    .values({ feed_id, at_millis, member_key: toBlob(key), from_seq, to_seq })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const dropped = await transaction
    .selectFrom('read')
    .select('at_millis')
    .where('feed_id', '=', feed_id)
    .orderBy('at_millis', 'desc')
    .offset(limits.reads)
    .limit(1)
    .executeTakeFirst();
  if (dropped !== undefined)
    await transaction
      .deleteFrom('read')
      .where('feed_id', '=', feed_id)
      .where('at_millis', '<=', numberOf(dropped, 'at_millis'))
      .execute();
}
