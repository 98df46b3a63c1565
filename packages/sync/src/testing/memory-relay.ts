import { bytesToHex, noId } from '../bytes/bytes.ts';
import type { SigningKey } from '../bytes/suite.ts';
import { parseEntry } from '../entry/entry-frame.ts';
import { acceptEntry } from '../feed/accept-entry.ts';
import { applyRecord, isKnownRecord } from '../feed/apply-record.ts';
import { headAfter } from '../feed/feed-head.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { isNearlyFull, type FeedQuota, type FeedUsage } from '../feed/quota.ts';
import { isReadLogged, mayRequest } from '../request/may-request.ts';
import { signReceipt } from '../request/receipt.ts';
import { checkRequest, type Action } from '../request/sign-request.ts';
import { parsePullBody, writePullAnswer } from '../wire/pull.ts';
import { parsePushBody, writePushAnswer, type PushResult } from '../wire/push.ts';
import {
  parseReadLogBody,
  parseRecordBody,
  writeReadLogAnswer,
  writeRecordAnswer,
  type LoggedRead,
} from '../wire/records.ts';

/** A request as it comes over the network. */
export type RelayRequest = {
  readonly action: Action;
  readonly feedId: string;
  readonly authorization: string;
  readonly body: string;
};

/** An answer, or the name of the refusal. */
export type RelayAnswer =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly refused: string };

/** The address under which the relay of tests is asked. */
export const testOrigin = 'https://relay.example';

type StoredFeed = {
  feed: FeedState | undefined;
  records: Uint8Array[];
  entries: { readonly id: string; readonly bytes: Uint8Array }[];
  reads: LoggedRead[];
  receipt: Uint8Array | null;
};

/** A relay in memory for tests: storage, and nothing that is not in the rules. */
export class MemoryRelay {
  readonly #feeds = new Map<string, StoredFeed>();
  readonly #nonces = new Set<string>();
  readonly #key: SigningKey;
  readonly #quota: FeedQuota;
  nowMillis = 0;

  constructor(key: SigningKey, quota: FeedQuota) {
    this.#key = key;
    this.#quota = quota;
  }

  handle(request: RelayRequest): RelayAnswer {
    const checked = checkRequest(request.authorization, {
      ...request,
      origin: testOrigin,
      nowMillis: this.nowMillis,
      isNonceSeen: ({ signerKey, nonce }) => this.#nonces.has(signerKey + nonce),
    });
    if (!checked.ok) return refuse(checked.error.type);
    this.#nonces.add(checked.value.signerKey + checked.value.nonce);
    const stored = this.#feeds.get(request.feedId) ?? {
      feed: undefined,
      records: [],
      entries: [],
      reads: [],
      receipt: null,
    };
    if (stored.feed !== undefined) {
      const allowed = mayRequest(stored.feed, checked.value.signerKey, request.action, this.nowMillis);
      if (!allowed.ok) return refuse(allowed.error.type);
    } else if (request.action !== 'record') return refuse('no-such-feed');
    return this.#answer(request, stored, checked.value.signerKey);
  }

  /** Everything that is stored of a feed, as somebody who broke in would find it. */
  stored(feedId: string): readonly Uint8Array[] {
    return (this.#feeds.get(feedId)?.entries ?? []).map(({ bytes }) => bytes);
  }

  /** What the relay says of itself. */
  about(): string {
    return JSON.stringify({ version: 1, key: this.#key.publicKey, quota: this.#quota });
  }

  /** Loses the newest entries, as when an old copy is put back. */
  loseEntries(feedId: string, keep: number): void {
    this.#feeds.get(feedId)?.entries.splice(keep);
  }

  #answer({ action, body, feedId }: RelayRequest, stored: StoredFeed, key: string): RelayAnswer {
    switch (action) {
      case 'record':
        return this.#record(body, stored, feedId);
      case 'push':
        return this.#push(body, stored);
      case 'pull':
        return this.#pull(body, stored, key);
      case 'read-log': {
        const after = parseReadLogBody(body);
        return after.ok
          ? answer(writeReadLogAnswer(stored.reads.filter(({ at }) => at > after.value)))
          : refuse(after.error.type);
      }
    }
  }

  #record(body: string, stored: StoredFeed, feedId: string): RelayAnswer {
    const records = parseRecordBody(body);
    if (!records.ok) return refuse(records.error.type);
    let { feed } = stored;
    const fresh: Uint8Array[] = [];
    for (const bytes of records.value) {
      if (feed !== undefined && isKnownRecord(feed, bytes)) continue;
      const next = applyRecord(feed, bytes, this.nowMillis);
      if (!next.ok) return refuse(next.error.type);
      if (next.value.feedId !== feedId) return refuse('other-feed');
      feed = next.value;
      fresh.push(bytes);
    }
    stored.feed = feed;
    stored.records.push(...fresh);
    this.#feeds.set(feedId, stored);
    if (feed?.isErased === true) stored.receipt ??= this.#erase(stored, feedId);
    return answer(writeRecordAnswer({ count: stored.records.length, receipt: stored.receipt }));
  }

  #erase(stored: StoredFeed, feedId: string): Uint8Array {
    const deleted = usageOf(stored);
    stored.entries = [];
    stored.reads = [];
    const recordHash = stored.feed?.hashes.at(-1) ?? '';
    return signReceipt({ feedId, recordHash, atMillis: this.nowMillis, deleted }, this.#key);
  }

  #push(body: string, stored: StoredFeed): RelayAnswer {
    const entries = parsePushBody(body);
    if (!entries.ok) return refuse(entries.error.type);
    const results = entries.value.map((bytes) => this.#append(bytes, stored));
    return answer(writePushAnswer({ results, nearlyFull: isNearlyFull(usageOf(stored), this.#quota) }));
  }

  #append(bytes: Uint8Array, stored: StoredFeed): PushResult {
    const frame = parseEntry(bytes);
    if (!frame.ok) return { id: bytesToHex(bytes.slice(0, 32)), refused: frame.error.type };
    const { id } = frame.value;
    const place = stored.entries.findIndex((entry) => entry.id === id);
    if (place >= 0) return { id, seq: place + 1 };
    if (stored.feed === undefined) return { id, refused: 'no-such-feed' };
    const { feed } = stored;
    const accepted = acceptEntry(
      { feed, usage: usageOf(stored), quota: this.#quota, nowMillis: this.nowMillis },
      bytes,
    );
    if (!accepted.ok) return { id, refused: accepted.error.type };
    stored.entries.push({ id, bytes });
    return { id, seq: stored.entries.length };
  }

  #pull(body: string, stored: StoredFeed, key: string): RelayAnswer {
    const parsed = parsePullBody(body);
    if (!parsed.ok) return refuse(parsed.error.type);
    const { after, recordsAfter, limit } = parsed.value;
    const entries = stored.entries.slice(after, after + limit).map(({ bytes }) => bytes);
    if (stored.feed !== undefined && isReadLogged(stored.feed, key) && entries.length > 0)
      stored.reads.push({ at: this.nowMillis, key, from: after + 1, to: after + entries.length });
    const records = stored.records.slice(recordsAfter);
    const head = stored.entries.slice(0, after).reduce((before, { id }) => headAfter(before, id), noId);
    return answer(writePullAnswer({ after, records, entries, last: stored.entries.length, head }));
  }
}

function usageOf({ entries }: StoredFeed): FeedUsage {
  return { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

function answer(body: string): RelayAnswer {
  return { ok: true, body };
}

function refuse(refused: string): RelayAnswer {
  return { ok: false, refused };
}
