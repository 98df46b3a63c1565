import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';
import type { FeedChange, FeedStorage, RequestMark, StorageLimits, StoredFeed } from './feed-storage.ts';
import { openPostgresStorage } from './postgres.ts';
import { openSqliteStorage } from './sqlite.ts';

const feedId = 'f1'.repeat(32);
const otherFeedId = 'f2'.repeat(32);
const noHead = '00'.repeat(32);
const limits: StorageLimits = { nonceMillis: 1000, reads: 3 };
let nonceCount = 0;

function mark(atMillis = 5000): RequestMark {
  nonceCount += 1;
  return { signerKey: 'aa'.repeat(32), nonce: nonceCount.toString(16).padStart(32, '0'), atMillis };
}

function idOf(number: number): string {
  return number.toString(16).padStart(64, 'e');
}

function entryOf(number: number, size = 10): { id: string; bytes: Uint8Array; head: string } {
  return {
    id: idOf(number),
    bytes: new Uint8Array(size).fill(number),
    head: number.toString(16).padStart(64, 'c'),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-storage-'));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives the same storage again with each call, as after a restart. */
type Open = () => Promise<FeedStorage>;

const kinds: Readonly<Record<string, () => Promise<Open>>> = {
  SQLite: async () => {
    const path = join(mkdtempSync(join(folder, 'sqlite-')), 'relay.sqlite');
    return async () => openSqliteStorage(path, limits);
  },
  PostgreSQL: async () => {
    const url = await postgres.createDatabase();
    return () => openPostgresStorage({ url, onIdleError: () => {} }, limits);
  },
};

// What every storage of feeds must do.
describe.each(Object.entries(kinds))('%s as storage of feeds', (_name, prepare) => {
  let storage: FeedStorage;
  let open: Open;

  beforeEach(async () => {
    open = await prepare();
    storage = await open();
  });

  afterEach(async () => {
    await storage.close();
  });

  type Write = Omit<FeedChange, 'request'> & { readonly request?: RequestMark };

  const write = (change: Write, toFeed = feedId): Promise<StoredFeed | undefined> => {
    const request = change.request ?? mark();
    const question = { feedId: toFeed, knownChainHead: '', entryIds: [], request };
    return storage.decide(question, (stored) => ({ answer: stored, change: { ...change, request } }));
  };
  const look = (entryIds: readonly string[] = [], knownChainHead = ''): Promise<StoredFeed | undefined> =>
    storage.decide({ feedId, knownChainHead, entryIds, request: mark() }, (stored) => ({ answer: stored }));
  const begin = (toFeed = feedId): Promise<StoredFeed | undefined> =>
    write(
      { records: { added: [Uint8Array.of(1), Uint8Array.of(2, 2)], chainHead: 'b1'.repeat(32) } },
      toFeed,
    );
  const page = (after: number, limit = 100, byteLimit = 1000) =>
    storage.readPage({ feedId, after, recordsAfter: 0, limit, byteLimit });

  it('[RE-08] knows nothing of a feed that is not there, and keeps nothing where there is no change', async () => {
    expect(await look([idOf(1)])).toBeUndefined();
    expect(await look()).toBeUndefined();
    expect(await page(0)).toEqual({ records: [], entries: [], last: 0, head: noHead });
    expect(await storage.readReads(feedId, 0, 10)).toEqual([]);
    await storage.check();
  });

  it('[RE-08] keeps records, and reads them only for who does not know the chain', async () => {
    await begin();
    const stored = await look();
    expect(stored).toMatchObject({
      recordCount: 2,
      recordBytes: 3,
      chainHead: 'b1'.repeat(32),
      last: 0,
      head: noHead,
      receipt: null,
      usage: { entries: 0, bytes: 0 },
    });
    expect(stored?.records?.map((bytes) => [...bytes])).toEqual([[1], [2, 2]]);
    expect((await look([], 'b1'.repeat(32)))?.records).toBeUndefined();
    await write({ records: { added: [Uint8Array.of(3)], chainHead: 'b2'.repeat(32) } });
    expect((await look())?.records?.map((bytes) => [...bytes])).toEqual([[1], [2, 2], [3]]);
  });

  it('[RE-15] counts what all feeds hold together', async () => {
    expect(await storage.measure()).toEqual({ feeds: 0, calendars: 0, bytes: 0 });
    await begin();
    await begin(otherFeedId);
    await write({ entries: [entryOf(1), entryOf(2)] });
    expect(await storage.measure()).toEqual({ feeds: 2, calendars: 0, bytes: 26 });
    await write({ eraseWith: Uint8Array.of(9) });
    expect(await storage.measure()).toEqual({ feeds: 2, calendars: 0, bytes: 6 });
  });

  it('[RE-08] a change that cannot be stored stops none of those that are judged with it', async () => {
    await begin();
    await write({ entries: [entryOf(1)] });
    const settled = await Promise.allSettled([2, 1, 3].map((number) => write({ entries: [entryOf(number)] })));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await look([idOf(2), idOf(3)])).toMatchObject({ last: 3 });
  });

  it('[RE-08] numbers the entries of each feed from 1 without gaps', async () => {
    await begin();
    await begin(otherFeedId);
    await write({ entries: [entryOf(1), entryOf(2)] });
    await write({ entries: [entryOf(1)] }, otherFeedId);
    await write({ entries: [entryOf(3)] });
    const stored = await look([idOf(3), idOf(1), idOf(9)]);
    expect(stored?.seqById).toEqual(
      new Map([
        [idOf(1), 1],
        [idOf(3), 3],
      ]),
    );
    expect(stored).toMatchObject({ last: 3, head: entryOf(3).head, usage: { entries: 3, bytes: 30 } });
  });

  it('[RE-08] gives pages by count and by size, with the head at their beginning', async () => {
    await begin();
    await write({ entries: [1, 2, 3, 4].map((number) => entryOf(number, 300)) });
    const first = await page(0, 3);
    expect(first.entries.map(([byte]) => byte)).toEqual([1, 2, 3]);
    expect(first).toMatchObject({ last: 4, head: noHead });
    const second = await page(1, 100, 700);
    expect(second.entries.map(([byte]) => byte)).toEqual([2, 3]);
    expect(second.head).toBe(entryOf(1).head);
    expect((await page(1, 100, 10)).entries.length).toBe(1);
    const behind = await page(9);
    expect(behind).toMatchObject({ entries: [], last: 4, head: entryOf(4).head });
    expect(first.records.length).toBe(2);
  });

  it('[RE-04] remembers nonces for each key as long as it must, then forgets them', async () => {
    await begin();
    const request = mark(5000);
    const ask = (): Promise<boolean | undefined> =>
      storage.decide({ feedId, knownChainHead: '', entryIds: [], request }, (stored) => ({
        answer: stored?.isNonceSeen,
      }));
    expect(await ask()).toBe(false);
    await write({ request });
    expect(await ask()).toBe(true);
    await write({ request: mark(6000) });
    expect(await ask()).toBe(true);
    await write({ request: mark(6001) });
    expect(await ask()).toBe(false);
  });

  it('[RE-07] keeps the newest reads', async () => {
    await begin();
    for (const at of [1, 2, 3, 4, 5])
      await storage.addRead(feedId, { at, key: 'ab'.repeat(32), from: 1, to: at });
    const reads = await storage.readReads(feedId, 0, 10);
    expect(reads.map(({ at }) => at)).toEqual([3, 4, 5]);
    expect(reads[0]).toEqual({ at: 3, key: 'ab'.repeat(32), from: 1, to: 3 });
    expect((await storage.readReads(feedId, 3, 1)).map(({ at }) => at)).toEqual([4]);
    expect(await storage.readReads(otherFeedId, 0, 10)).toEqual([]);
  });

  it('[RE-06] erases entries and reads of this feed only, and keeps the chain and the receipt', async () => {
    await begin();
    await begin(otherFeedId);
    await write({ entries: [entryOf(1)] }, otherFeedId);
    await write({ entries: [entryOf(1)] });
    await storage.addRead(feedId, { at: 1, key: 'ab'.repeat(32), from: 1, to: 1 });
    await write({
      records: { added: [Uint8Array.of(7)], chainHead: 'b3'.repeat(32) },
      eraseWith: Uint8Array.of(9),
    });
    const stored = await look([idOf(1)]);
    expect(stored).toMatchObject({
      recordCount: 3,
      last: 0,
      head: noHead,
      usage: { entries: 0, bytes: 0 },
    });
    expect([...(stored?.receipt ?? [])]).toEqual([9]);
    expect(stored?.seqById.size).toBe(0);
    expect((await page(0)).entries).toEqual([]);
    await storage.addRead(feedId, { at: 2, key: 'ab'.repeat(32), from: 1, to: 1 });
    expect(await storage.readReads(feedId, 0, 10)).toEqual([]);
    const other = await storage.readPage({
      feedId: otherFeedId,
      after: 0,
      recordsAfter: 0,
      limit: 9,
      byteLimit: 99,
    });
    expect(other.entries.length).toBe(1);
  });

  it('[RE-08] stores a change whole or not at all', async () => {
    await begin();
    await write({ entries: [entryOf(1)] });
    // The second entry has an id that is there already, which a judge never lets through.
    await expect(write({ entries: [entryOf(2), entryOf(1)] })).rejects.toThrow(/unique/i);
    expect(await look([idOf(2)])).toMatchObject({ last: 1, seqById: new Map() });
    expect((await page(0)).entries.length).toBe(1);
  });

  it('[RE-08] judges one after the other: fifty that come at once get fifty numbers', async () => {
    await begin();
    const seqs = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const request = mark();
        const question = { feedId, knownChainHead: '', entryIds: [], request };
        return storage.decide(question, (stored) => ({
          answer: (stored?.last ?? 0) + 1,
          change: { request, entries: [entryOf(index + 1)] },
        }));
      }),
    );
    expect(seqs.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect((await page(0)).entries.length).toBe(50);
  });

  it('[RE-08] of two that begin one feed at once, the second sees the first', async () => {
    const answers = await Promise.all(
      [1, 2].map((byte) => {
        const request = mark();
        const question = { feedId, knownChainHead: '', entryIds: [], request };
        return storage.decide(question, (stored) => ({
          answer: stored === undefined ? 'began' : 'found',
          change:
            stored === undefined
              ? { request, records: { added: [Uint8Array.of(byte)], chainHead: 'b1'.repeat(32) } }
              : { request },
        }));
      }),
    );
    expect(answers.toSorted()).toEqual(['began', 'found']);
    expect((await look())?.recordCount).toBe(1);
  });

  it('[RE-09] has everything again after a restart', async () => {
    await begin();
    await write({ entries: [entryOf(1), entryOf(2)] });
    await storage.close();
    storage = await open();
    expect(await look([idOf(2)])).toMatchObject({
      last: 2,
      recordCount: 2,
      seqById: new Map([[idOf(2), 2]]),
    });
  });

  it('[RE-09] a judge that throws stops nobody else', async () => {
    await begin();
    const failing = storage.decide({ feedId, knownChainHead: '', entryIds: [], request: mark() }, () => {
      throw new Error('a fault');
    });
    const passing = write({ entries: [entryOf(1)] });
    await expect(failing).rejects.toThrow('a fault');
    await passing;
    expect((await look())?.last).toBe(1);
  });
});
