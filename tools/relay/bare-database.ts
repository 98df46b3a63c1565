import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { LoadResult } from '../../apps/relay/src/testing/push-load.ts';
import { storageLimits } from '../../apps/relay/src/storage/feed-storage.ts';
import { connectPostgres } from '../../apps/relay/src/testing/start-postgres.ts';
import { openPostgresStorage } from '../../apps/relay/src/storage/postgres.ts';
import { migrateSqlite } from '../../apps/relay/src/storage/sqlite-schema.ts';

/** A database with the relay's tables and nothing before it. */
export type BareDatabase = {
  /** Appends so many entries, `together` of them to one commit; gives how long the commits took. */
  readonly append: (count: number, together: number) => Promise<LoadResult>;
  readonly close: () => Promise<void>;
};

/** Bytes of the usual entry: a short event in the smallest bucket. */
const entryBytes = 462;

/** As many connections as a relay has. */
const connections = 10;

const insertEntry = 'INSERT INTO entry VALUES ';
const insertNonce = 'INSERT INTO nonce VALUES ';

/**
 * Entries of a feed that nobody could open but of the usual size, made by the database itself: by the rules, a million
 * would take half an hour of signing. The disk is quiet again when this returns.
 */
export function fillSqlite(path: string, feedId: string, count: number): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  migrateSqlite(database);
  const fill = database.prepare(
    `WITH RECURSIVE n (i) AS (SELECT ?2 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
     INSERT INTO entry SELECT ?1, i, randomblob(32), randomblob(32), randomblob(${entryBytes}) FROM n`,
  );
  const id = Buffer.from(feedId, 'hex');
  for (let done = 0; done < count; done += 50_000) fill.run(id, done + 1, Math.min(count, done + 50_000));
  database.prepare('UPDATE feed SET last_seq = ?, entry_bytes = ? WHERE feed_id = ?').run(count, count * entryBytes, id);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  spawnSync('sync', [path]);
}

/** The same in PostgreSQL. */
export async function fillPostgres(url: string, feedId: string, count: number): Promise<void> {
  const client = await connectPostgres(url);
  const id = Buffer.from(feedId, 'hex');
  await client.query(
    `INSERT INTO entry SELECT $1, i, sha256(('id' || i)::bytea), sha256(i::text::bytea),
       substring(decode(repeat(md5(i::text), 29), 'hex'), 1, ${entryBytes}) FROM generate_series(1, $2::int) i`,
    [id, count],
  );
  await client.query('UPDATE feed SET last_seq = $2::int, entry_bytes = $2::int * $3::int WHERE feed_id = $1', [id, count, entryBytes]);
  await client.query('VACUUM ANALYZE entry');
  await client.query('CHECKPOINT');
  await client.end();
}

/** SQLite as the relay opens it: write-ahead log, every commit forced to the disk. */
export function openBareSqlite(path: string, entries: number): BareDatabase {
  const feedId = randomBytes(32);
  fillSqlite(path, feedId.toString('hex'), entries);
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000');
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  const entry = database.prepare(`${insertEntry}(?, ?, ?, ?, ?)`);
  const nonce = database.prepare(`${insertNonce}(?, ?, ?, ?)`);
  let last = entries;
  return {
    append: async (count, together) => {
      const millis: number[] = [];
      const rows = Array.from({ length: count }, newRow);
      const begun = performance.now();
      for (let done = 0; done < count; done += together) {
        const start = performance.now();
        begin.run();
        for (const row of rows.slice(done, done + together)) {
          last += 1;
          entry.run(feedId, last, row.id, row.head, row.bytes);
          nonce.run(feedId, row.signerKey, row.nonce, Date.now());
        }
        commit.run();
        millis.push(performance.now() - start);
      }
      return { millis, allMillis: performance.now() - begun };
    },
    close: async () => database.close(),
  };
}

/** PostgreSQL; several connections at once, so that it can commit in groups of its own. */
export async function openBarePostgres(url: string, entries: number): Promise<BareDatabase> {
  await (await openPostgresStorage({ url, onIdleError: () => {} }, storageLimits)).close();
  const feedId = randomBytes(32);
  await fillPostgres(url, feedId.toString('hex'), entries);
  const clients = await Promise.all(
    Array.from({ length: connections }, () => connectPostgres(url)),
  );
  let last = entries;
  const commitGroup = async (client: Client, group: readonly Row[]): Promise<number> => {
    const start = performance.now();
    await client.query('BEGIN');
    for (const row of group) {
      last += 1;
      await client.query({ name: 'entry', text: `${insertEntry}($1, $2, $3, $4, $5)`, values: [feedId, last, row.id, row.head, row.bytes] });
      await client.query({ name: 'nonce', text: `${insertNonce}($1, $2, $3, $4)`, values: [feedId, row.signerKey, row.nonce, Date.now()] });
    }
    await client.query('COMMIT');
    return performance.now() - start;
  };
  return {
    append: async (count, together) => {
      const rows = Array.from({ length: count }, newRow);
      const millis: number[] = [];
      const begun = performance.now();
      await Promise.all(
        clients.map(async (client) => {
          while (rows.length > 0) millis.push(await commitGroup(client, rows.splice(0, together)));
        }),
      );
      return { millis, allMillis: performance.now() - begun };
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

type Client = Awaited<ReturnType<typeof connectPostgres>>;
type Row = ReturnType<typeof newRow>;

function newRow() {
  return {
    id: randomBytes(32),
    head: randomBytes(32),
    bytes: randomBytes(entryBytes),
    signerKey: randomBytes(32),
    nonce: randomBytes(16),
  };
}
