import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { judgeGroup, toWaiting, type JudgedGroup, type Waiting } from './feed-group.ts';
import { FeedQueue } from './feed-queue.ts';
import type { FeedStorage, StorageLimits } from './feed-storage.ts';
import { migratePostgres, type PostgresTables } from './postgres-migrations.ts';
import { readFeed, readPage } from './postgres-read.ts';
import { addRead, applyChange } from './postgres-write.ts';
import { hexOf, numberOf, toBlob, type Row } from './rows.ts';

/** How often a change is tried where another relay was faster. */
const tries = 8;

/** SQLSTATE of "somebody else was faster": unique violation, serialization failure, deadlock. */
const retryCodes: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);

/** A database, and what to do with trouble on connections that nobody uses at the moment. */
export type PostgresPlace = { readonly url: string; readonly onIdleError: (error: Error) => void };

/**
 * Feeds in PostgreSQL. Several relays may share one database: a feed's row is locked while the feed is judged.
 * @throws Error where the database cannot be reached or migrated.
 */
export async function openPostgresStorage(
  { url, onIdleError }: PostgresPlace,
  limits: StorageLimits,
): Promise<FeedStorage> {
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
        SELECT count(*) AS feeds, coalesce(sum(entry_bytes + record_bytes), 0) AS bytes FROM feed`.execute(database);
      const [row = {}] = rows;
      return { feeds: numberOf(row, 'feeds'), bytes: numberOf(row, 'bytes') };
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
    if (group.length === 1 || !isConflict(error)) for (const { fail } of group) fail(error);
    else for (const alone of group) await takeTurn(place, feedId, [alone]);
    return [];
  }
}

async function storeGroup(
  { database, limits }: Place,
  feedId: string,
  group: readonly Waiting[],
): Promise<JudgedGroup> {
  for (let count = 1; ; count += 1) {
    try {
      return await database.transaction().execute(async (transaction) => {
        const read = await readFeed(transaction, feedId, group.map(({ question }) => question));
        const judged = judgeGroup(read, group);
        const { change } = judged;
        if (change !== undefined) await applyChange(transaction, feedId, { stored: read.stored, change, limits });
        return judged;
      });
    } catch (error) {
      if (count >= tries || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && retryCodes.has(error.code);
}
