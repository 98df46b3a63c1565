import { sql, type Transaction } from 'kysely';
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
  // The feed's row comes first: of two relays that begin one feed, the second stops here and tries again.
  if (row !== undefined) await putFeed(transaction, feed_id, { row, isNew: stored === undefined });
  await rememberRequests(transaction, feed_id, { change, limits });
  const added = records?.added ?? [];
  if (added.length > 0)
    await transaction
      .insertInto('record')
      .values(added.map((bytes, index) => ({ feed_id, number: before.recordCount + index, bytes })))
      .execute();
  await addEntries(transaction, feed_id, { entries, last: before.last });
  if (eraseWith !== undefined) {
    await transaction.deleteFrom('entry').where('feed_id', '=', feed_id).execute();
    await transaction.deleteFrom('read').where('feed_id', '=', feed_id).execute();
  }
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

async function rememberRequests(
  transaction: Transaction<PostgresTables>,
  feed_id: Buffer,
  { change, limits }: Pick<Step, 'change' | 'limits'>,
): Promise<void> {
  const { requests } = change;
  await transaction
    .deleteFrom('nonce')
    .where('feed_id', '=', feed_id)
    .where('at_millis', '<', Math.max(...requests.map(({ atMillis }) => atMillis)) - limits.nonceMillis)
    .execute();
  const keys = requests.map(({ signerKey }) => toBlob(signerKey));
  const nonces = requests.map(({ nonce }) => toBlob(nonce));
  const times = requests.map(({ atMillis }) => atMillis);
  await sql`
    INSERT INTO nonce (feed_id, signer_key, nonce, at_millis)
    SELECT ${feed_id}::bytea, * FROM unnest(${keys}::bytea[], ${nonces}::bytea[], ${times}::bigint[])`.execute(
    transaction,
  );
}

type Added = { readonly entries: readonly NewEntry[]; readonly last: number };

// Lists instead of rows: the statement stays the same however many come.
async function addEntries(
  transaction: Transaction<PostgresTables>,
  feed_id: Buffer,
  { entries, last }: Added,
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => toBlob(id));
  const heads = entries.map(({ head }) => toBlob(head));
  const bytes = entries.map((entry) => Buffer.from(entry.bytes));
  await sql`
    INSERT INTO entry (feed_id, seq, entry_id, head, bytes)
    SELECT ${feed_id}::bytea, ${last}::bigint + place, entry_id, head, bytes
    FROM unnest(${ids}::bytea[], ${heads}::bytea[], ${bytes}::bytea[]) WITH ORDINALITY AS added (entry_id, head, bytes, place)`.execute(
    transaction,
  );
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
