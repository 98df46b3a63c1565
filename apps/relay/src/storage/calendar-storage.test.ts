import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';
import type { StoredCalendar } from './calendar-storage.ts';
import { storageLimits } from './feed-storage.ts';
import { openPostgresStorage } from './postgres.ts';
import type { RelayStorage } from './relay-storage.ts';
import { openSqliteStorage } from './sqlite.ts';

const id = 'c1'.repeat(32);
const otherId = 'c2'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-calendars-'));
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives the same storage again with each call, as after a restart. */
type Open = () => Promise<RelayStorage>;

const kinds: Readonly<Record<string, () => Promise<Open>>> = {
  SQLite: async () => {
    const path = join(mkdtempSync(join(folder, 'sqlite-')), 'relay.sqlite');
    return async () => openSqliteStorage(path, storageLimits);
  },
  PostgreSQL: async () => {
    const url = await postgres.createDatabase();
    return () => openPostgresStorage({ url, onIdleError: () => {} }, storageLimits);
  },
};

function calendar(changes: Partial<StoredCalendar> = {}): StoredCalendar {
  return { text: 'first\r\n', signedAtMillis: 1_790_000_000_000, renewedAtMillis: 1_790_000_000_001, receipt: null, ...changes };
}

// What every storage of calendars must do.
describe.each(Object.entries(kinds))('%s as storage of calendars', (_name, prepare) => {
  let storage: RelayStorage;
  let open: Open;

  beforeEach(async () => {
    open = await prepare();
    storage = await open();
  });

  afterEach(async () => {
    await storage.close();
  });

  const put = (change: StoredCalendar, calendarId = id): Promise<StoredCalendar | undefined> =>
    storage.decideCalendar(calendarId, (stored) => ({ answer: stored, change }));

  it('[RE-16] keeps what the judge says, in the place of what was there, and for this calendar only', async () => {
    expect(await storage.readCalendar(id)).toBeUndefined();
    expect(await put(calendar())).toBeUndefined();
    expect(await put(calendar({ text: 'second\r\n', signedAtMillis: 1_790_000_000_009 }))).toEqual(calendar());
    expect(await storage.readCalendar(id)).toEqual(calendar({ text: 'second\r\n', signedAtMillis: 1_790_000_000_009 }));
    expect(await storage.readCalendar(otherId)).toBeUndefined();
  });

  it('[RE-16] changes nothing where the judge does not, and stops nobody else where it throws', async () => {
    await put(calendar());
    expect(await storage.decideCalendar(id, (stored) => ({ answer: stored?.text }))).toBe('first\r\n');
    const failing = storage.decideCalendar(id, () => {
      throw new Error('a fault');
    });
    const passing = put(calendar({ text: 'second\r\n' }));
    await expect(failing).rejects.toThrow('a fault');
    await passing;
    expect((await storage.readCalendar(id))?.text).toBe('second\r\n');
  });

  it('[RE-18] keeps the receipt of one that was ended, after a restart too', async () => {
    await put(calendar());
    await put(calendar({ text: null, receipt: Uint8Array.of(1, 2, 3) }));
    await storage.close();
    storage = await open();
    const stored = await storage.readCalendar(id);
    expect(stored?.text).toBeNull();
    expect([...(stored?.receipt ?? [])]).toEqual([1, 2, 3]);
  });

  it('[RE-18] drops those that nobody renewed since a moment', async () => {
    await put(calendar({ renewedAtMillis: 100 }));
    await put(calendar({ renewedAtMillis: 200 }), otherId);
    await storage.dropCalendars(200);
    expect(await storage.readCalendar(id)).toBeUndefined();
    expect(await storage.readCalendar(otherId)).toBeDefined();
  });

  it('[RE-15] counts them and their bytes, ended ones too', async () => {
    await put(calendar());
    await put(calendar({ text: 'longer text\r\n' }), otherId);
    expect(await storage.measure()).toEqual({ feeds: 0, calendars: 2, bytes: 20 });
    await put(calendar({ text: null }));
    expect(await storage.measure()).toEqual({ feeds: 0, calendars: 2, bytes: 13 });
  });

  it('[RE-08] judges one after the other: of those that begin one at once, one begins it', async () => {
    const found = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        storage.decideCalendar(id, (stored) => ({
          answer: stored?.signedAtMillis ?? 0,
          change: calendar({ signedAtMillis: (stored?.signedAtMillis ?? 0) + 1, renewedAtMillis: index }),
        })),
      ),
    );
    expect(found.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });
});
