import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { judgeGroup, toWaiting, type JudgedGroup, type Waiting } from './feed-group.ts';
import { FeedQueue } from './feed-queue.ts';
import type { StorageLimits } from './feed-storage.ts';
import { openPostgresCalendars } from './postgres-calendars.ts';
import { migratePostgres, type PostgresTables } from './postgres-migrations.ts';
import { readFeed, readPage } from './postgres-read.ts';
import { addRead, applyChange } from './postgres-write.ts';
import type { RelayStorage } from './relay-storage.ts';
import { isBeaten, retryBeaten } from './retry-beaten.ts';
import { hexOf, numberOf, toBlob, type Row } from './rows.ts';

/** A database, and what to do with trouble on connections that nobody uses at the moment. */
export type PostgresPlace = { readonly url: string; readonly onIdleError: (error: Error) => void };

/**
 * Feeds and calendars in PostgreSQL. Several relays may share one database: a feed's row is locked while the feed is judged.
 * @throws Error where the database cannot be reached or migrated.
 */
export async function openPostgresStorage(
  { url, onIdleError }: PostgresPlace,
  limits: StorageLimits,
): Promise<RelayStorage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    // `statement_timeout` does not count while a commit waits for a synchronous replica. So this side stops waiting, and
    // confirms nothing.
    query_timeout: 10_000,
    lock_timeout: 9000,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on('error', onIdleError);
  // A connection can break between two statements too; the next one fails then, and without a listener the process.
  pool.on('connect', (client) => client.on('error', onIdleError));
  const database = new Kysely<PostgresTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migratePostgres(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  const queue = new FeedQueue((feedId, group) => takeTurn({ database, limits }, feedId, group));
  return {
    ...openPostgresCalendars(database),
    decide: (question, judge) =>
      new Promise((resolve, reject) => queue.add(toWaiting(question, judge, { resolve, reject }))),
    readPage: (question) =>
      database
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((transaction) => readPage(transaction, question)),
    readReads: async (feedId, afterMillis, limit) => {
      const rows = await database
        .selectFrom('read')
        .selectAll()
        .where('feed_id', '=', toBlob(feedId))
        .where('at_millis', '>', afterMillis)
        .orderBy('at_millis')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        at: numberOf(row, 'at_millis'),
        key: hexOf(row, 'member_key'),
        from: numberOf(row, 'from_seq'),
        to: numberOf(row, 'to_seq'),
      }));
    },
    addRead: (feedId, read) =>
      database.transaction().execute((transaction) => addRead(transaction, toBlob(feedId), { read, limits })),
    measure: async () => {
      const { rows } = await sql<Row>`
        SELECT feeds, calendars, feed_bytes + calendar_bytes AS bytes
        FROM (SELECT count(*) AS feeds, coalesce(sum(entry_bytes + record_bytes), 0) AS feed_bytes FROM feed) AS of_feeds,
          (SELECT count(*) AS calendars, coalesce(sum(octet_length(text)), 0) AS calendar_bytes FROM calendar) AS of_calendars`.execute(database);
      const [row = {}] = rows;
      return { feeds: numberOf(row, 'feeds'), calendars: numberOf(row, 'calendars'), bytes: numberOf(row, 'bytes') };
    },
    check: async () => {
      await database.selectFrom('feed').select('feed_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

type Place = { readonly database: Kysely<PostgresTables>; readonly limits: StorageLimits };

/** Judges and stores a group of questions in one transaction; gives back those that have to come after it. */
async function takeTurn(place: Place, feedId: string, group: readonly Waiting[]): Promise<readonly Waiting[]> {
  try {
    const { answers, rest } = await storeGroup(place, feedId, group);
    for (const answer of answers) answer();
    return rest;
  } catch (error) {
    if (group.length === 1 || !isBeaten(error)) for (const { fail } of group) fail(error);
    else for (const alone of group) await takeTurn(place, feedId, [alone]);
    return [];
  }
}

function storeGroup({ database, limits }: Place, feedId: string, group: readonly Waiting[]): Promise<JudgedGroup> {
  return retryBeaten(() =>
    database.transaction().execute(async (transaction) => {
      const read = await readFeed(transaction, feedId, group.map(({ question }) => question));
      const judged = judgeGroup(read, group);
      const { change } = judged;
      if (change !== undefined) await applyChange(transaction, feedId, { stored: read.stored, change, limits });
      return judged;
    }),
  );
}
