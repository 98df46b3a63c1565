import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { storageLimits, type FeedChange } from './feed-storage.ts';
import { openSqliteStorage } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-sqlite-'));
let fileCount = 0;

function newPath(): string {
  fileCount += 1;
  return join(folder, `${fileCount}.sqlite`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of SQLite', () => {
  it('[RE-10] has no counters, no triggers, and no key that is not led by the feed or calendar', async () => {
    const path = newPath();
    await openSqliteStorage(path, storageLimits).close();
    const database = new DatabaseSync(path);
    const all = database
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name <> 'sqlite_sequence'")
      .all();
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set(['table', 'index']));
    expect(all.filter(({ sql }) => /autoincrement/i.test(String(sql)))).toEqual([]);
    const indexes = database
      .prepare(
        "SELECT t.name AS of_table, i.name FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table'",
      )
      .all();
    expect(indexes.length).toBeGreaterThanOrEqual(8);
    for (const { name } of indexes) {
      const [first] = database
        .prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
        .all(String(name));
      expect([name, first?.['name']]).toEqual([name, String(name).includes('calendar') ? 'calendar_id' : 'feed_id']);
    }
    database.close();
  });

  it('[RE-06] holds nothing of an entry that was erased, nor does its log', async () => {
    const path = newPath();
    const storage = openSqliteStorage(path, storageLimits);
    const feedId = 'a1'.repeat(32);
    const bytes = Buffer.from('what was sealed '.repeat(400));
    const write = (nonce: string, change: Omit<FeedChange, 'request'>): Promise<void> => {
      const request = { signerKey: feedId, nonce, atMillis: 1 };
      return storage.decide({ feedId, knownChainHead: '', entryIds: [], request }, () => ({
        answer: undefined,
        change: { request, ...change },
      }));
    };
    const isThere = (): boolean =>
      [path, `${path}-wal`].some((file) => readFileSync(file).includes('what was sealed'));
    await write('01', { entries: [{ id: feedId, bytes, head: feedId }] });
    expect(isThere()).toBe(true);
    await write('02', { eraseWith: Uint8Array.of(1) });
    expect(isThere()).toBe(false);
    await storage.close();
  });

  it('[RE-18] holds nothing of a calendar that was ended or dropped, nor does its log', async () => {
    const path = newPath();
    const storage = openSqliteStorage(path, storageLimits);
    const isThere = (): boolean => [path, `${path}-wal`].some((file) => readFileSync(file).includes('when somebody trains'));
    const put = (calendarId: string, text: string | null): Promise<undefined> =>
      storage.decideCalendar(calendarId, () => ({
        answer: undefined,
        change: { text, signedAtMillis: 1, renewedAtMillis: 1, receipt: null },
      }));
    const text = 'when somebody trains '.repeat(400);
    for (const [calendarId, remove] of [
      ['a1'.repeat(32), () => put('a1'.repeat(32), null)],
      ['a2'.repeat(32), () => storage.dropCalendars(2)],
    ] as const) {
      await put(calendarId, text);
      expect(isThere()).toBe(true);
      await remove();
      expect(isThere()).toBe(false);
    }
    await storage.close();
  });

  it('[RE-10] [RE-16] the file of a relay before there were calendars goes on', async () => {
    const path = newPath();
    await openSqliteStorage(path, storageLimits).close();
    const database = new DatabaseSync(path);
    database.exec('DROP TABLE calendar; PRAGMA user_version = 1');
    database.close();
    const storage = openSqliteStorage(path, storageLimits);
    expect(await storage.measure()).toEqual({ feeds: 0, calendars: 0, bytes: 0 });
    await storage.close();
  });

  it('[RE-09] forces every commit to the disk and refuses the file of a newer relay', async () => {
    const path = newPath();
    await openSqliteStorage(path, storageLimits).close();
    const database = new DatabaseSync(path);
    expect(database.prepare('PRAGMA journal_mode').get()?.['journal_mode']).toBe('wal');
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openSqliteStorage(path, storageLimits)).toThrow(/version 99/);
  });
});
