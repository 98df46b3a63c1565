import { sql, type Transaction } from 'kysely';
import { markToText, type ReadFeed } from './feed-group.ts';
import type { FeedPage, FeedQuestion, PageQuestion, StoredFeed } from './feed-storage.ts';
import type { PostgresTables } from './postgres-migrations.ts';
import { bytesOf, hexOf, noHead, numberOf, toBlob, type Row } from './rows.ts';

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
  const known = await readKnown(transaction, feedId, questions);
  const stored: StoredFeed = {
    usage: { entries: last, bytes: numberOf(row, 'entry_bytes') },
    recordCount: numberOf(row, 'record_count'),
    recordBytes: numberOf(row, 'record_bytes'),
    chainHead,
    ...(records !== undefined && { records }),
    last,
    head: hexOf(row, 'head'),
    receipt: row.receipt === null ? null : bytesOf(row, 'receipt'),
    seqById: known.seqById,
    isNonceSeen: false,
  };
  return { stored, seenMarks: known.seenMarks };
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

type Known = { readonly seqById: ReadonlyMap<string, number>; readonly seenMarks: ReadonlySet<string> };

// Which of the entries and nonces are there. Each nonce is one look into its index: a list of pairs, or a join that
// trusts old statistics, would be held against every nonce of the feed.
async function readKnown(
  transaction: Transaction<PostgresTables>,
  feedId: Buffer,
  questions: readonly FeedQuestion[],
): Promise<Known> {
  const entryIds = questions.flatMap((question) => question.entryIds).map(toBlob);
  const signerKeys = questions.map(({ request }) => toBlob(request.signerKey));
  const nonces = questions.map(({ request }) => toBlob(request.nonce));
  const { rows } = await sql<Row>`
    SELECT entry_id, seq, NULL::bigint AS place FROM entry
    WHERE feed_id = ${feedId} AND entry_id = ANY(${entryIds}::bytea[])
    UNION ALL
    SELECT NULL, NULL, place
    FROM unnest(${signerKeys}::bytea[], ${nonces}::bytea[]) WITH ORDINALITY AS asked (key, nonce, place)
    WHERE (SELECT true FROM nonce
      WHERE feed_id = ${feedId} AND signer_key = asked.key AND nonce.nonce = asked.nonce)`.execute(transaction);
  const places = new Set(rows.flatMap((row) => (row['place'] === null ? [] : [numberOf(row, 'place')])));
  return {
    seqById: new Map(
      rows.flatMap((row) => (row['place'] === null ? [[hexOf(row, 'entry_id'), numberOf(row, 'seq')] as const] : [])),
    ),
    seenMarks: new Set(
      questions.filter((_, index) => places.has(index + 1)).map(({ request }) => markToText(request)),
    ),
  };
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
