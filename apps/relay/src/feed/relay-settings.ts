import type { FeedQuota, SigningKey } from '@psoas/sync';
import type { RelayStorage } from '../storage/relay-storage.ts';
import type { RateLimit } from './rate-limit.ts';
import type { TotalLimit } from './total-limit.ts';

/** What a relay works with: its storage, its key, its clock, and what it allows. */
export type RelaySettings = {
  readonly storage: RelayStorage;
  /** Signs receipts (Y-17). */
  readonly key: SigningKey;
  /** The origins under which this relay is reached (Y-19). */
  readonly origins: readonly string[];
  readonly quota: FeedQuota;
  readonly nowMillis: () => number;
  /** Whether calendars may be published here (RE-16). */
  readonly takesCalendars: boolean;
  /** What all feeds and calendars may hold together. */
  readonly totalLimit: TotalLimit;
  /** Requests of members to one feed. */
  readonly feedLimit: RateLimit;
  /** New feeds and calendars from one address. */
  readonly newFeedLimit: RateLimit;
};

/** [RE-05] How much the records of one feed may hold; to revoke and to erase is possible beyond it. */
export const recordQuota = { count: 2000, bytes: 1_048_576 } as const;

/** [RE-05] The most bytes of entries in one answer to a pull. */
export const pageByteLimit = 1_048_576;
