import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { FeedQuestion, FeedStorage, Judge, StorageLimits } from './feed-storage.ts';
import { migratePostgres, type PostgresTables } from './postgres-migrations.ts';
import { readFeed, readPage } from './postgres-read.ts';
import { addRead, applyChange } from './postgres-write.ts';
import { hexOf, numberOf, toBlob } from './rows.ts';

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
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  pool.on('error', onIdleError);
  const database = new Kysely<PostgresTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migratePostgres(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    decide: (question, judge) => decide(database, { question, judge, limits }),
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
    check: async () => {
      await database.selectFrom('feed').select('feed_id').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

type Work<Answer> = {
  readonly question: FeedQuestion;
  readonly judge: Judge<Answer>;
  readonly limits: StorageLimits;
};

async function decide<Answer>(
  database: Kysely<PostgresTables>,
  { question, judge, limits }: Work<Answer>,
): Promise<Answer> {
  for (let count = 1; ; count += 1) {
    try {
      return await database.transaction().execute(async (transaction) => {
        const stored = await readFeed(transaction, question);
        const { answer, change } = judge(stored);
        if (change !== undefined) await applyChange(transaction, question.feedId, { stored, change, limits });
        return answer;
      });
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (count >= tries || !retryCodes.has(code)) throw error;
    }
  }
}
