import { sql, type Transaction } from 'kysely';
import { markToText, type ReadFeed } from './feed-group.ts';
import type { FeedPage, FeedQuestion, PageQuestion, StoredFeed } from './feed-storage.ts';
import type { PostgresTables } from './postgres-migrations.ts';
import { bytesOf, hexOf, noHead, numberOf, toBlob } from './rows.ts';

/** [RE-08] A feed for questions to it. Nobody else can change it until the transaction ends. */
export async function readFeed(
  transaction: Transaction<PostgresTables>,
  feedIdText: string,
  questions: readonly FeedQuestion[],
): Promise<ReadFeed> {
  const feedId = toBlob(feedIdText);
  const row = await transaction
    .selectFrom('feed')
    .selectAll()
    .where('feed_id', '=', feedId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { stored: undefined, seenMarks: new Set() };
  const chainHead = hexOf(row, 'chain_head');
  const last = numberOf(row, 'last_seq');
  const isKnown = questions.every(({ knownChainHead }) => knownChainHead === chainHead);
  const records = isKnown ? undefined : await readRecords(transaction, feedId, 0);
  const stored: StoredFeed = {
    usage: { entries: last, bytes: numberOf(row, 'entry_bytes') },
    recordCount: numberOf(row, 'record_count'),
    recordBytes: numberOf(row, 'record_bytes'),
    chainHead,
    ...(records !== undefined && { records }),
    last,
    head: hexOf(row, 'head'),
    receipt: row.receipt === null ? null : bytesOf(row, 'receipt'),
    seqById: await readNumbers(transaction, feedId, [...new Set(questions.flatMap(({ entryIds }) => entryIds))]),
    isNonceSeen: false,
  };
  return { stored, seenMarks: await readMarks(transaction, feedId, questions) };
}

async function readRecords(
  transaction: Transaction<PostgresTables>,
  feedId: Buffer,
  from: number,
): Promise<readonly Uint8Array[]> {
  const rows = await transaction
    .selectFrom('record')
    .select('bytes')
    .where('feed_id', '=', feedId)
    .where('number', '>=', from)
    .orderBy('number')
    .execute();
  return rows.map((row) => bytesOf(row, 'bytes'));
}

async function readNumbers(
  transaction: Transaction<PostgresTables>,
  feedId: Buffer,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (entryIds.length === 0) return new Map();
  const rows = await transaction
    .selectFrom('entry')
    .select(['entry_id', 'seq'])
    .where('feed_id', '=', feedId)
    .where(sql<boolean>`entry_id = ANY(${entryIds.map(toBlob)}::bytea[])`)
    .execute();
  return new Map(rows.map((row) => [hexOf(row, 'entry_id'), numberOf(row, 'seq')]));
}

// One look into the key's index for each. A list of pairs would be held against every nonce of the feed.
async function readMarks(
  transaction: Transaction<PostgresTables>,
  feedId: Buffer,
  questions: readonly FeedQuestion[],
): Promise<ReadonlySet<string>> {
  const signerKeys = questions.map(({ request }) => toBlob(request.signerKey));
  const nonces = questions.map(({ request }) => toBlob(request.nonce));
  const { rows } = await sql<{ readonly seen: boolean }>`
    SELECT (SELECT true FROM nonce WHERE feed_id = ${feedId} AND signer_key = asked.key AND nonce.nonce = asked.nonce) AS seen
    FROM unnest(${signerKeys}::bytea[], ${nonces}::bytea[]) WITH ORDINALITY AS asked (key, nonce, place)
    ORDER BY place`.execute(transaction);
  return new Set(
    questions.filter((_, index) => rows[index]?.seen === true).map(({ request }) => markToText(request)),
  );
}

/** A part of a feed, at most so many entries and bytes. */
export async function readPage(
  transaction: Transaction<PostgresTables>,
  { feedId, after, recordsAfter, limit, byteLimit }: PageQuestion,
): Promise<FeedPage> {
  const feed_id = toBlob(feedId);
  const feed = await transaction
    .selectFrom('feed')
    .select('last_seq')
    .where('feed_id', '=', feed_id)
    .executeTakeFirst();
  const last = feed === undefined ? 0 : numberOf(feed, 'last_seq');
  const sizes = await transaction
    .selectFrom('entry')
    .select(({ fn }) => fn<number>('octet_length', ['bytes']).as('size'))
    .where('feed_id', '=', feed_id)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  let count = 0;
  let total = 0;
  for (const { size } of sizes) {
    total += size;
    if (total > byteLimit && count > 0) break;
    count += 1;
  }
  const entries = await transaction
    .selectFrom('entry')
    .select('bytes')
    .where('feed_id', '=', feed_id)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(count)
    .execute();
  const headRow = await transaction
    .selectFrom('entry')
    .select('head')
    .where('feed_id', '=', feed_id)
    .where('seq', '=', Math.min(after, last))
    .executeTakeFirst();
  return {
    records: await readRecords(transaction, feed_id, recordsAfter),
    entries: entries.map((row) => bytesOf(row, 'bytes')),
    last,
    head: headRow === undefined ? noHead : hexOf(headRow, 'head'),
  };
}
