import type { FeedChange, FeedStorage, StorageTotals, StoredFeed } from '../storage/feed-storage.ts';
import type { RelayRefusal } from './relay-refusal.ts';

/** The most that all feeds and calendars together may hold; 0 for no limit. */
export type TotalLimits = StorageTotals;

/** What all feeds and calendars hold together, as far as this relay knows, and whether more may come. */
export type TotalLimit = {
  /** Why there is no room for so much more; undefined where there is. */
  readonly findFull: (growth: StorageTotals) => RelayRefusal | undefined;
  /** Notes what was added or deleted here. */
  readonly add: (growth: StorageTotals) => void;
  readonly now: () => StorageTotals;
  /** Asks storage what there is, other relays' feeds included. */
  readonly measure: () => Promise<void>;
};

/** How old a measurement may be before storage is asked again. Between, a relay counts what goes through itself. */
const measureMillis = 60_000;

/**
 * [RE-15] Bounds all feeds and calendars together. Nothing is counted across feeds in storage, where each change would wait for that
 * one number; so relays that share a database may go beyond the limit by what they take within a minute.
 */
export function createTotalLimit(
  storage: Pick<FeedStorage, 'measure'>,
  limits: TotalLimits,
  nowMillis: () => number,
): TotalLimit {
  let totals: StorageTotals = { feeds: 0, calendars: 0, bytes: 0 };
  let measuredAtMillis = Number.NEGATIVE_INFINITY;
  const measure = async (): Promise<void> => {
    measuredAtMillis = nowMillis();
    totals = await storage.measure();
  };
  return {
    findFull: (growth) => {
      // Where storage does not answer, what was known before still counts.
      if (nowMillis() - measuredAtMillis >= measureMillis) measure().catch(() => {});
      for (const what of ['feeds', 'calendars', 'bytes'] as const) {
        const limit = limits[what];
        if (limit > 0 && growth[what] > 0 && totals[what] + growth[what] > limit)
          return { type: 'relay-full', rule: 'RE-15', what, used: totals[what], limit };
      }
      return undefined;
    },
    add: ({ feeds, calendars, bytes }) => {
      totals = { feeds: totals.feeds + feeds, calendars: totals.calendars + calendars, bytes: totals.bytes + bytes };
    },
    now: () => totals,
    measure,
  };
}

/** By how much a change makes everything grow; an erase gives back what the entries took. */
export function growthOf(
  { records, entries = [], eraseWith }: Omit<FeedChange, 'request'>,
  stored: StoredFeed | undefined,
): StorageTotals {
  const added = [...(records?.added ?? []), ...entries.map(({ bytes }) => bytes)];
  const bytes = added.reduce((sum, { length }) => sum + length, 0);
  const deleted = eraseWith === undefined ? 0 : (stored?.usage.bytes ?? 0);
  return { feeds: stored === undefined && added.length > 0 ? 1 : 0, calendars: 0, bytes: bytes - deleted };
}
