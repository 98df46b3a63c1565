import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';
import { storageLimits, type StorageLimits } from './feed-storage.ts';
import { openPostgresStorage } from './postgres.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
});

const open = (url: string, limits: StorageLimits) =>
  openPostgresStorage({ url, onIdleError: () => {} }, limits);

describe('the schema in PostgreSQL', () => {
  it('[RE-10] has no sequences, triggers or extensions, and no key that is not led by the feed or calendar', async () => {
    const url = await postgres.createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const names = async (text: string): Promise<readonly string[]> =>
        (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);
      const extensions = 'SELECT extname AS name FROM pg_extension';
      const before = await names(extensions);
      await (await open(url, storageLimits)).close();
      expect(await names(extensions)).toEqual(before);
      const here = 'relnamespace = current_schema()::regnamespace';
      const ofTable = (column: string): string => `JOIN pg_class t ON t.oid = ${column} WHERE t.${here}`;
      expect(await names(`SELECT relname AS name FROM pg_class WHERE relkind = 'S' AND ${here}`)).toEqual([]);
      expect(await names(`SELECT tgname AS name FROM pg_trigger ${ofTable('tgrelid')}`)).toEqual([]);
      expect(
        await names(`SELECT conname AS name FROM pg_constraint ${ofTable('conrelid')} AND contype = 'f'`),
      ).toEqual([]);
      const keys = await client.query<{ name: string; first: string }>(
        `SELECT c.relname AS name, a.attname AS first
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
         JOIN pg_class t ON t.oid = i.indrelid
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
         WHERE t.${here} AND t.relname NOT LIKE 'relay_migration%'`,
      );
      expect(keys.rows.length).toBe(8);
      const leads = (name: string): string => (name.startsWith('calendar') ? 'calendar_id' : 'feed_id');
      expect(keys.rows.filter(({ name, first }) => first !== leads(name))).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('[RE-10] may be made by several relays at once', async () => {
    const url = await postgres.createDatabase();
    const relays = await Promise.all(Array.from({ length: 4 }, () => open(url, storageLimits)));
    for (const relay of relays) await expect(relay.check()).resolves.toBeUndefined();
    await Promise.all(relays.map((relay) => relay.close()));
  });

  it('[RE-08] two relays on one database never give one number twice', async () => {
    const url = await postgres.createDatabase();
    const relays = [await open(url, storageLimits), await open(url, storageLimits)];
    const feedId = 'a7'.repeat(32);
    let count = 0;
    const append = (relay: (typeof relays)[number]): Promise<number> => {
      count += 1;
      const id = count.toString(16).padStart(64, '0');
      const request = { signerKey: id, nonce: id.slice(32), atMillis: 1000 };
      return relay.decide({ feedId, knownChainHead: '', entryIds: [], request }, (stored) => ({
        answer: (stored?.last ?? 0) + 1,
        change: { request, entries: [{ id, head: id, bytes: Uint8Array.of(1) }] },
      }));
    };
    const seqs = await Promise.all(Array.from({ length: 20 }, () => relays.map(append)).flat());
    expect(seqs.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    await Promise.all(relays.map((relay) => relay.close()));
  });

  it('[RE-09] outlives connections that break under it, also between two statements', async () => {
    const url = await postgres.createDatabase();
    const relay = await open(url, storageLimits);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const append = (number: number): Promise<void> => {
      const feedId = (number % 16).toString(16).padStart(64, '0');
      const id = number.toString(16).padStart(64, 'a');
      const request = { signerKey: id, nonce: id.slice(32), atMillis: 1000 };
      return relay.decide({ feedId, knownChainHead: '', entryIds: [id], request }, () => ({
        answer: undefined,
        change: { request, entries: [{ id, head: id, bytes: Uint8Array.of(1) }] },
      }));
    };
    try {
      let isOver = false;
      const ending = (async () => {
        while (!isOver)
          await client.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          );
      })();
      const settled = await Promise.allSettled(Array.from({ length: 200 }, (_, number) => append(number)));
      isOver = true;
      await ending;
      expect(settled.some(({ status }) => status === 'rejected')).toBe(true);
      await expect.poll(() => append(1000).then(() => 'stored', () => 'not yet')).toBe('stored');
    } finally {
      await client.end();
      await relay.close();
    }
  });

  it('[RE-09] says why where there is no database', async () => {
    await expect(open('postgres://psoas@127.0.0.1:1/none', storageLimits)).rejects.toThrow(/ECONNREFUSED/);
  });
});
