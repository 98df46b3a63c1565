import { describe, expect, it } from 'vitest';
import type { StorageTotals, StoredFeed } from '../storage/feed-storage.ts';
import { createTotalLimit, growthOf } from './total-limit.ts';

const bytes = new Uint8Array(100);

function createLimit(stored: StorageTotals, limits = { feeds: 10, calendars: 5, bytes: 1000 }) {
  let now = 0;
  let asked = 0;
  const storage = {
    measure: async () => {
      asked += 1;
      return stored;
    },
  };
  const limit = createTotalLimit(storage, limits, () => now);
  return { limit, asked: () => asked, pass: (millis: number) => (now += millis) };
}

describe('a limit for all feeds together', () => {
  it('[RE-15] refuses what would go beyond it, and says by how much', async () => {
    const { limit } = createLimit({ feeds: 9, calendars: 0, bytes: 800 });
    await limit.measure();
    expect(limit.findFull({ feeds: 1, calendars: 0, bytes: 200 })).toBeUndefined();
    expect(limit.findFull({ feeds: 0, calendars: 0, bytes: 201 })).toEqual({
      type: 'relay-full',
      rule: 'RE-15',
      what: 'bytes',
      used: 800,
      limit: 1000,
    });
    limit.add({ feeds: 1, calendars: 0, bytes: 50 });
    expect(limit.findFull({ feeds: 1, calendars: 0, bytes: 0 })).toMatchObject({ what: 'feeds', used: 10 });
    limit.add({ feeds: 0, calendars: 5, bytes: 0 });
    expect(limit.findFull({ feeds: 0, calendars: 1, bytes: 0 })).toMatchObject({ what: 'calendars', used: 5 });
    limit.add({ feeds: 0, calendars: 0, bytes: -500 });
    expect(limit.findFull({ feeds: 0, calendars: 0, bytes: 600 })).toBeUndefined();
  });

  it('[RE-15] stops nothing that does not grow, and nobody where there is no limit', async () => {
    const full = createLimit({ feeds: 10, calendars: 0, bytes: 1000 }).limit;
    await full.measure();
    expect(full.findFull({ feeds: 0, calendars: 0, bytes: 0 })).toBeUndefined();
    const open = createLimit({ feeds: 1e9, calendars: 1e9, bytes: 1e15 }, { feeds: 0, calendars: 0, bytes: 0 }).limit;
    await open.measure();
    expect(open.findFull({ feeds: 1, calendars: 0, bytes: 1e9 })).toBeUndefined();
  });

  it('[RE-15] asks storage again after a minute, so that it hears of other relays', async () => {
    const { limit, asked, pass } = createLimit({ feeds: 0, calendars: 0, bytes: 0 });
    await limit.measure();
    pass(59_999);
    limit.findFull({ feeds: 1, calendars: 0, bytes: 1 });
    expect(asked()).toBe(1);
    pass(1);
    limit.findFull({ feeds: 1, calendars: 0, bytes: 1 });
    limit.findFull({ feeds: 1, calendars: 0, bytes: 1 });
    expect(asked()).toBe(2);
  });

  it('[RE-15] counts entries and records, and gives back what is erased', () => {
    const records = { added: [bytes], chainHead: '' };
    const entry = { id: '', head: '', bytes };
    const stored = { usage: { entries: 3, bytes: 300 } } as StoredFeed;
    expect(growthOf({ records }, undefined)).toEqual({ feeds: 1, calendars: 0, bytes: 100 });
    expect(growthOf({ entries: [entry, entry] }, stored)).toEqual({ feeds: 0, calendars: 0, bytes: 200 });
    expect(growthOf({ records, eraseWith: bytes }, stored)).toEqual({ feeds: 0, calendars: 0, bytes: -200 });
    expect(growthOf({}, stored)).toEqual({ feeds: 0, calendars: 0, bytes: 0 });
  });
});
