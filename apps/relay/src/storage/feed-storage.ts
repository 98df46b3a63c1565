import type { FeedUsage, LoggedRead } from '@psoas/sync';

/** What is asked of one feed, so that storage can read it before the feed is judged. */
export type FeedQuestion = {
  readonly feedId: string;
  /** The hash of the last record that the asker knows; records are read only where the chain is another. */
  readonly knownChainHead: string;
  /** Entries whose numbers are needed, where they are there. */
  readonly entryIds: readonly string[];
  /** Who asks, with which nonce. */
  readonly request: RequestMark;
};

/** A request that must not come again (Y-19). */
export type RequestMark = {
  readonly signerKey: string;
  readonly nonce: string;
  readonly atMillis: number;
};

/** What a feed holds, apart from its entries. */
export type StoredFeed = {
  readonly usage: FeedUsage;
  readonly recordCount: number;
  readonly recordBytes: number;
  /** The hash of the last record. */
  readonly chainHead: string;
  /** All records; absent where `knownChainHead` was right. */
  readonly records?: readonly Uint8Array[];
  /** The number of the last entry; 0 for none. */
  readonly last: number;
  /** The head of the feed (Y-31). */
  readonly head: string;
  readonly receipt: Uint8Array | null;
  readonly seqById: ReadonlyMap<string, number>;
  /** Whether this key has used this nonce, as far as nonces are still kept. */
  readonly isNonceSeen: boolean;
};

/** An entry on its way into storage. It gets the number after the last. */
export type NewEntry = { readonly id: string; readonly bytes: Uint8Array; readonly head: string };

/** What becomes of a feed. Everything of it is stored, or nothing. */
export type FeedChange = {
  /** Whether the request's nonce is remembered. */
  readonly request: RequestMark;
  readonly records?: { readonly added: readonly Uint8Array[]; readonly chainHead: string };
  readonly entries?: readonly NewEntry[];
  /** Deletes all entries and the read log, and keeps this receipt (Y-17). */
  readonly eraseWith?: Uint8Array;
};

/** A judgement: what to answer, and what to store before it is answered. */
export type Judgement<Answer> = { readonly answer: Answer; readonly change?: FeedChange };

/** What judges a feed; undefined for one that is not there. It must not wait for anything. */
export type Judge<Answer> = (feed: StoredFeed | undefined) => Judgement<Answer>;

/** Which part of a feed somebody pulls. */
export type PageQuestion = {
  readonly feedId: string;
  readonly after: number;
  readonly recordsAfter: number;
  readonly limit: number;
  /** At most this many bytes of entries; at least one entry comes all the same. */
  readonly byteLimit: number;
};

/** A part of a feed, as of one moment. */
export type FeedPage = {
  readonly records: readonly Uint8Array[];
  readonly entries: readonly Uint8Array[];
  readonly last: number;
  /** The head at `after`, or at `last` where that is less. */
  readonly head: string;
};

/** How long nonces are kept and how many reads, for each feed. */
export type StorageLimits = { readonly nonceMillis: number; readonly reads: number };

/** How many feeds and calendars there are, and the bytes of entries, records and calendars together. */
export type StorageTotals = { readonly feeds: number; readonly calendars: number; readonly bytes: number };

/** Where feeds are kept. Two adapters pass one suite of tests (`feed-storage.test.ts`). */
export type FeedStorage = {
  /**
   * Judges a feed while nobody else changes it, and stores what the judge says. It resolves when the change would
   * outlive a power cut.
   */
  readonly decide: <Answer>(question: FeedQuestion, judge: Judge<Answer>) => Promise<Answer>;
  /** A part of a feed; empty for one that is not there. */
  readonly readPage: (question: PageQuestion) => Promise<FeedPage>;
  /** Writes a read down, unless the feed was erased. */
  readonly addRead: (feedId: string, read: LoggedRead) => Promise<void>;
  /** The oldest reads after a moment, at most `limit`. */
  readonly readReads: (feedId: string, afterMillis: number, limit: number) => Promise<readonly LoggedRead[]>;
  /** Counts everything, which takes a moment: to be asked now and then. */
  readonly measure: () => Promise<StorageTotals>;
  /** Rejects where storage does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Limits as this relay keeps them: nonces longer than a request can come again, a bounded log. */
export const storageLimits: StorageLimits = { nonceMillis: 11 * 60_000, reads: 10_000 };
