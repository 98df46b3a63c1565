import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { LoggedRead } from '@psoas/sync';
import type {
  FeedChange,
  FeedPage,
  FeedQuestion,
  FeedStorage,
  Judge,
  PageQuestion,
  StorageLimits,
  StoredFeed,
} from './feed-storage.ts';
import { rowAfter, rowOf } from './feed-after.ts';
import { GroupCommit } from './group-commit.ts';
import { migrateSqlite } from './sqlite-schema.ts';
import { bytesOf, hexOf, noHead, numberOf, toBlob, type Row } from './rows.ts';

/**
 * Feeds in one SQLite file: write-ahead log, every commit forced to the disk, deleted bytes overwritten.
 * @param path The file; `:memory:` for a test.
 * @throws Error where the file cannot be opened or is a newer relay's.
 */
export function openSqliteStorage(path: string, limits: StorageLimits): FeedStorage {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  migrateSqlite(database);
  const sql = prepare(database);
  const group = new GroupCommit({
    begin: () => void sql.begin.run(),
    commit: () => void sql.commit.run(),
    rollBack: () => {
      if (database.isTransaction) database.exec('ROLLBACK');
    },
  });
  return {
    decide: async (question, judge) => {
      let isErased = false;
      const noticing: typeof judge = (stored) => {
        const judged = judge(stored);
        isErased = judged.change?.eraseWith !== undefined;
        return judged;
      };
      const answer = await group.add(() => decide({ database, sql, limits }, question, noticing));
      // The log still holds what was erased, until it is emptied.
      if (isErased) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return answer;
    },
    // One read at a time and no waiting inside: nothing can change between the statements.
    readPage: async (question) => readPage(sql, question),
    readReads: async (feedId, afterMillis, limit) =>
      sql.reads.all(toBlob(feedId), afterMillis, limit).map(toLoggedRead),
    addRead: (feedId, read) => group.add(() => addRead(sql, toBlob(feedId), { read, limits })),
    check: async () => {
      database.prepare('SELECT 1').get();
    },
    close: async () => {
      group.flush();
      database.close();
    },
  };
}

type Statements = ReturnType<typeof prepare>;
type Open = {
  readonly database: DatabaseSync;
  readonly sql: Statements;
  readonly limits: StorageLimits;
};

function prepare(database: DatabaseSync) {
  const statement = (text: string): StatementSync => database.prepare(text);
  return {
    begin: statement('BEGIN IMMEDIATE'),
    commit: statement('COMMIT'),
    savepoint: statement('SAVEPOINT change'),
    release: statement('RELEASE change'),
    feed: statement('SELECT * FROM feed WHERE feed_id = ?'),
    records: statement('SELECT bytes FROM record WHERE feed_id = ? AND number >= ? ORDER BY number'),
    seq: statement('SELECT seq FROM entry WHERE feed_id = ? AND entry_id = ?'),
    entries: statement('SELECT bytes FROM entry WHERE feed_id = ? AND seq > ? ORDER BY seq LIMIT ?'),
    headAt: statement('SELECT head FROM entry WHERE feed_id = ? AND seq = ?'),
    nonce: statement('SELECT 1 FROM nonce WHERE feed_id = ? AND signer_key = ? AND nonce = ?'),
    reads: statement('SELECT * FROM read WHERE feed_id = ? AND at_millis > ? ORDER BY at_millis LIMIT ?'),
    addNonce: statement('INSERT INTO nonce VALUES (?, ?, ?, ?)'),
    forgetNonces: statement('DELETE FROM nonce WHERE feed_id = ? AND at_millis < ?'),
    putFeed: statement('INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    addRecord: statement('INSERT INTO record VALUES (?, ?, ?)'),
    addEntry: statement('INSERT INTO entry VALUES (?, ?, ?, ?, ?)'),
    addRead: statement('INSERT OR IGNORE INTO read VALUES (?, ?, ?, ?, ?)'),
    oldestKeptRead: statement(
      'SELECT at_millis FROM read WHERE feed_id = ? ORDER BY at_millis DESC LIMIT 1 OFFSET ?',
    ),
    forgetReads: statement('DELETE FROM read WHERE feed_id = ? AND at_millis <= ?'),
    eraseEntries: statement('DELETE FROM entry WHERE feed_id = ?'),
    eraseReads: statement('DELETE FROM read WHERE feed_id = ?'),
  };
}

function decide<Answer>(open: Open, question: FeedQuestion, judge: Judge<Answer>): Answer {
  const stored = readFeed(open.sql, question);
  const { answer, change } = judge(stored);
  if (change !== undefined) {
    open.sql.savepoint.run();
    try {
      applyChange(open, question.feedId, { stored, change });
      open.sql.release.run();
    } catch (error) {
      open.database.exec('ROLLBACK TO change; RELEASE change');
      throw error;
    }
  }
  return answer;
}

function readFeed(sql: Statements, question: FeedQuestion): StoredFeed | undefined {
  const feedId = toBlob(question.feedId);
  const row = sql.feed.get(feedId);
  if (row === undefined) return undefined;
  const { request } = question;
  const chainHead = hexOf(row, 'chain_head');
  const last = numberOf(row, 'last_seq');
  const records = sql.records;
  return {
    usage: { entries: last, bytes: numberOf(row, 'entry_bytes') },
    recordCount: numberOf(row, 'record_count'),
    recordBytes: numberOf(row, 'record_bytes'),
    chainHead,
    ...(chainHead !== question.knownChainHead && {
      records: records.all(feedId, 0).map((record) => bytesOf(record, 'bytes')),
    }),
    last,
    head: hexOf(row, 'head'),
    receipt: row['receipt'] === null ? null : bytesOf(row, 'receipt'),
    seqById: new Map(
      question.entryIds.flatMap((id) => {
        const found = sql.seq.get(feedId, toBlob(id));
        return found === undefined ? [] : [[id, numberOf(found, 'seq')] as const];
      }),
    ),
    isNonceSeen: sql.nonce.get(feedId, toBlob(request.signerKey), toBlob(request.nonce)) !== undefined,
  };
}

type Step = { readonly stored: StoredFeed | undefined; readonly change: FeedChange };

function applyChange({ sql, limits }: Open, feedIdText: string, { stored, change }: Step): void {
  const feedId = toBlob(feedIdText);
  const { request, records, entries = [], eraseWith } = change;
  sql.forgetNonces.run(feedId, request.atMillis - limits.nonceMillis);
  sql.addNonce.run(feedId, toBlob(request.signerKey), toBlob(request.nonce), request.atMillis);
  const before = rowOf(stored);
  for (const [index, bytes] of (records?.added ?? []).entries())
    sql.addRecord.run(feedId, before.recordCount + index, bytes);
  for (const [index, { id, bytes, head }] of entries.entries())
    sql.addEntry.run(feedId, before.last + index + 1, toBlob(id), toBlob(head), bytes);
  if (eraseWith !== undefined) {
    sql.eraseEntries.run(feedId);
    sql.eraseReads.run(feedId);
  }
  const row = rowAfter(before, change);
  if (row === undefined) return;
  const { chainHead, recordCount, recordBytes, last, entryBytes, head, receipt } = row;
  sql.putFeed.run(
    feedId,
    toBlob(chainHead),
    recordCount,
    recordBytes,
    last,
    entryBytes,
    toBlob(head),
    receipt,
  );
}

type ReadStep = { readonly read: LoggedRead; readonly limits: StorageLimits };

function addRead(sql: Statements, feedId: Buffer, { read, limits }: ReadStep): void {
  if (sql.feed.get(feedId)?.['receipt'] !== null) return;
  sql.addRead.run(feedId, read.at, toBlob(read.key), read.from, read.to);
  const dropped = sql.oldestKeptRead.get(feedId, limits.reads);
  if (dropped !== undefined) sql.forgetReads.run(feedId, numberOf(dropped, 'at_millis'));
}

function readPage(sql: Statements, question: PageQuestion): FeedPage {
  const feedId = toBlob(question.feedId);
  const { after, recordsAfter, limit, byteLimit } = question;
  const feed = sql.feed.get(feedId);
  const last = feed === undefined ? 0 : numberOf(feed, 'last_seq');
  const entries: Uint8Array[] = [];
  let size = 0;
  for (const row of sql.entries.iterate(feedId, after, limit)) {
    const bytes = bytesOf(row, 'bytes');
    size += bytes.length;
    if (size > byteLimit && entries.length > 0) break;
    entries.push(bytes);
  }
  const headRow = sql.headAt.get(feedId, Math.min(after, last));
  return {
    records: sql.records.all(feedId, recordsAfter).map((record) => bytesOf(record, 'bytes')),
    entries,
    last,
    head: headRow === undefined ? noHead : hexOf(headRow, 'head'),
  };
}

function toLoggedRead(row: Row): LoggedRead {
  return {
    at: numberOf(row, 'at_millis'),
    key: hexOf(row, 'member_key'),
    from: numberOf(row, 'from_seq'),
    to: numberOf(row, 'to_seq'),
  };
}
