import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { LoggedRead } from '@psoas/sync';
import {
  judgeGroup,
  markToText,
  toWaiting,
  type GroupChange,
  type JudgedGroup,
  type ReadFeed,
  type Waiting,
} from './feed-group.ts';
import type {
  FeedPage,
  FeedQuestion,
  PageQuestion,
  StorageLimits,
  StoredFeed,
} from './feed-storage.ts';
import { rowAfter, rowOf } from './feed-after.ts';
import { GroupCommit } from './group-commit.ts';
import type { RelayStorage } from './relay-storage.ts';
import { openSqliteCalendars } from './sqlite-calendars.ts';
import { migrateSqlite } from './sqlite-schema.ts';
import { bytesOf, hexOf, noHead, numberOf, toBlob, type Row } from './rows.ts';

/**
 * Feeds and calendars in one SQLite file: write-ahead log, every commit forced to the disk, deleted bytes overwritten.
 * @param path The file; `:memory:` for a test.
 * @throws Error where the file cannot be opened or is a newer relay's.
 */
export function openSqliteStorage(path: string, limits: StorageLimits): RelayStorage {
  const database = new DatabaseSync(path, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 4000');
  migrateSqlite(database);
  const sql = prepare(database);
  const group = new GroupCommit({
    begin: () => void sql.begin.run(),
    commit: () => void sql.commit.run(),
    rollBack: () => {
      if (database.isTransaction) database.exec('ROLLBACK');
    },
  });
  const { gather, waitingOf } = createGathering();
  const storeAndAnswer = async (feedId: string, waiting: readonly Waiting[]): Promise<void> => {
    try {
      const stored = await group.add(() => storeAll({ database, sql, limits }, feedId, waitingOf(feedId, waiting)));
      // The log still holds what was erased, until it is emptied.
      if (stored.isErased) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      for (const answer of stored.answers) answer();
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  };
  return {
    ...openSqliteCalendars(database, group),
    decide: (question, judge) =>
      new Promise((resolve, reject) => {
        const begun = gather(toWaiting(question, judge, { resolve, reject }));
        if (begun !== undefined) void storeAndAnswer(question.feedId, begun);
      }),
    // One read at a time and no waiting inside: nothing can change between the statements.
    readPage: async (question) => readPage(sql, question),
    readReads: async (feedId, afterMillis, limit) =>
      sql.reads.all(toBlob(feedId), afterMillis, limit).map(toLoggedRead),
    addRead: (feedId, read) => group.add(() => addRead(sql, toBlob(feedId), { read, limits })),
    measure: async () => {
      const row = sql.totals.get() ?? {};
      return { feeds: numberOf(row, 'feeds'), calendars: numberOf(row, 'calendars'), bytes: numberOf(row, 'bytes') };
    },
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
    totals: statement(`
      SELECT feeds, calendars, feed_bytes + calendar_bytes AS bytes
      FROM (SELECT count(*) AS feeds, coalesce(sum(entry_bytes + record_bytes), 0) AS feed_bytes FROM feed),
        (SELECT count(*) AS calendars, coalesce(sum(length(text)), 0) AS calendar_bytes FROM calendar)`),
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

/** The most questions to one feed that are judged together. */
const gatheringLimit = 64;

/** Questions to one feed that come before its turn join the first: the feed is read and written once for all of them. */
function createGathering() {
  const waitingByFeed = new Map<string, Waiting[]>();
  return {
    /** Gives the list where it is a new one, which somebody has to take its turn for. */
    gather: (waiting: Waiting): readonly Waiting[] | undefined => {
      const { feedId } = waiting.question;
      const known = waitingByFeed.get(feedId);
      if (known !== undefined && known.length < gatheringLimit) {
        known.push(waiting);
        return undefined;
      }
      const begun = [waiting];
      waitingByFeed.set(feedId, begun);
      return begun;
    },
    /** Closes a list whose turn has come. */
    waitingOf: (feedId: string, begun: readonly Waiting[]): readonly Waiting[] => {
      if (waitingByFeed.get(feedId) === begun) waitingByFeed.delete(feedId);
      return begun;
    },
  };
}

type Stored = { readonly answers: readonly (() => void)[]; readonly isErased: boolean };

/** Judges questions to one feed, and stores what the judges say. */
function storeAll(open: Open, feedId: string, group: readonly Waiting[]): Stored {
  const answers: (() => void)[] = [];
  let isErased = false;
  for (let waiting = group; waiting.length > 0; ) {
    const { answers: more, change, rest } = storeGroup(open, feedId, waiting);
    answers.push(...more);
    isErased ||= change?.eraseWith !== undefined;
    waiting = rest;
  }
  return { answers, isErased };
}

function storeGroup(open: Open, feedId: string, group: readonly Waiting[]): JudgedGroup {
  const read = readFeed(
    open.sql,
    feedId,
    group.map(({ question }) => question),
  );
  const judged = judgeGroup(read, group);
  const { change } = judged;
  if (change === undefined) return judged;
  open.sql.savepoint.run();
  try {
    applyChange(open, feedId, { stored: read.stored, change });
    open.sql.release.run();
    return judged;
  } catch (error) {
    open.database.exec('ROLLBACK TO change; RELEASE change');
    const [first, ...others] = group;
    if (first === undefined) throw error;
    // One by one, so that a change that cannot be stored stops nobody else.
    if (others.length > 0) return { ...storeGroup(open, feedId, [first]), rest: others };
    first.fail(error);
    return { change: undefined, answers: [], rest: [] };
  }
}

function readFeed(sql: Statements, feedIdText: string, questions: readonly FeedQuestion[]): ReadFeed {
  const feedId = toBlob(feedIdText);
  const row = sql.feed.get(feedId);
  if (row === undefined) return { stored: undefined, seenMarks: new Set() };
  const chainHead = hexOf(row, 'chain_head');
  const last = numberOf(row, 'last_seq');
  const isKnown = questions.every(({ knownChainHead }) => knownChainHead === chainHead);
  const seqById = new Map<string, number>();
  const seenMarks = new Set<string>();
  for (const { entryIds, request } of questions) {
    for (const id of entryIds) {
      const found = sql.seq.get(feedId, toBlob(id));
      if (found !== undefined) seqById.set(id, numberOf(found, 'seq'));
    }
    if (sql.nonce.get(feedId, toBlob(request.signerKey), toBlob(request.nonce)) !== undefined)
      seenMarks.add(markToText(request));
  }
  const stored: StoredFeed = {
    usage: { entries: last, bytes: numberOf(row, 'entry_bytes') },
    recordCount: numberOf(row, 'record_count'),
    recordBytes: numberOf(row, 'record_bytes'),
    chainHead,
    ...(!isKnown && { records: sql.records.all(feedId, 0).map((record) => bytesOf(record, 'bytes')) }),
    last,
    head: hexOf(row, 'head'),
    receipt: row['receipt'] === null ? null : bytesOf(row, 'receipt'),
    seqById,
    isNonceSeen: false,
  };
  return { stored, seenMarks };
}

type Step = { readonly stored: StoredFeed | undefined; readonly change: GroupChange };

function applyChange({ sql, limits }: Open, feedIdText: string, { stored, change }: Step): void {
  const feedId = toBlob(feedIdText);
  const { requests, records, entries = [], eraseWith } = change;
  const newestMillis = Math.max(...requests.map(({ atMillis }) => atMillis));
  sql.forgetNonces.run(feedId, newestMillis - limits.nonceMillis);
  for (const { signerKey, nonce, atMillis } of requests)
    sql.addNonce.run(feedId, toBlob(signerKey), toBlob(nonce), atMillis);
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
