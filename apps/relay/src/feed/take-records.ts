import { err, ok, type Result } from '@psoas/kernel';
import {
  applyRecord,
  isKnownRecord,
  parseRecord,
  signReceipt,
  writeRecordAnswer,
  type FeedState,
} from '@psoas/sync';
import type { FeedChange, StoredFeed } from '../storage/feed-storage.ts';
import { checkSignature } from './check-signature.ts';
import type { CheckedRequest } from './judge-request.ts';
import type { RelayRefusal } from './relay-refusal.ts';
import { recordQuota, type RelaySettings } from './relay-settings.ts';

/** What was asked came true: the answer, and what is stored before it goes out. */
export type Done = { readonly body: string; readonly change: Omit<FeedChange, 'request'> };

/** A feed as it is before records come; both are undefined before its first. */
export type FeedBefore = {
  readonly stored: StoredFeed | undefined;
  readonly state: FeedState | undefined;
};

/** [Y-11, Y-21] Takes the records of one request, all or none; the first ones begin the feed. */
export function takeRecords(
  request: CheckedRequest,
  records: readonly Uint8Array[],
  {
    before: { stored, state: stateBefore },
    settings,
  }: {
    readonly before: FeedBefore;
    readonly settings: RelaySettings;
  },
): Result<Done, RelayRefusal> {
  let state = stateBefore;
  const added: Uint8Array[] = [];
  for (const bytes of records) {
    if (state !== undefined && isKnownRecord(state, bytes)) continue;
    const next = applyRecord(state, bytes, request.nowMillis, checkSignature);
    if (!next.ok) return next;
    if (next.value.feedId !== request.feedId) return err({ type: 'other-feed', rule: 'Y-10' });
    state = next.value;
    added.push(bytes);
  }
  if (state === undefined) return err({ type: 'no-such-feed', rule: 'RE-02' });
  const full = findFull(stored, added);
  if (full !== undefined) return err(full);
  const eraseWith =
    state.isErased && (stored?.receipt ?? null) === null
      ? writeReceipt(request, { state, stored, settings })
      : undefined;
  const count = (stored?.recordCount ?? 0) + added.length;
  const receipt = eraseWith ?? stored?.receipt ?? null;
  return ok({
    body: writeRecordAnswer({ count, receipt }),
    change: {
      ...(added.length > 0 && { records: { added, chainHead: state.hashes.at(-1) ?? '' } }),
      ...(eraseWith !== undefined && { eraseWith }),
    },
  });
}

// [RE-05] To take a right away and to erase must be possible in a full feed too.
function findFull(stored: StoredFeed | undefined, added: readonly Uint8Array[]): RelayRefusal | undefined {
  if (onlyTakesAway(added)) return undefined;
  const count = (stored?.recordCount ?? 0) + added.length;
  const size = added.reduce((sum, { length }) => sum + length, stored?.recordBytes ?? 0);
  if (count > recordQuota.count)
    return { type: 'feed-full', rule: 'Y-16', used: count, limit: recordQuota.count };
  if (size > recordQuota.bytes)
    return { type: 'feed-full', rule: 'Y-16', used: size, limit: recordQuota.bytes };
  return undefined;
}

/** Whether records do nothing but revoke and erase. */
export function onlyTakesAway(records: readonly Uint8Array[]): boolean {
  return records.every((bytes) => {
    const record = parseRecord(bytes);
    return record.ok && (record.value.body.kind === 'revoke' || record.value.body.kind === 'erase');
  });
}

type Erased = {
  readonly state: FeedState;
  readonly stored: StoredFeed | undefined;
  readonly settings: RelaySettings;
};

function writeReceipt(
  { feedId, nowMillis }: CheckedRequest,
  { state, stored, settings }: Erased,
): Uint8Array {
  const deleted = stored?.usage ?? { entries: 0, bytes: 0 };
  const recordHash = state.hashes.at(-1) ?? '';
  return signReceipt({ feedId, recordHash, atMillis: nowMillis, deleted }, settings.key);
}
