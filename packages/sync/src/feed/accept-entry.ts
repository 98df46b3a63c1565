import { err, ok, type Result } from '@psoas/kernel';
import { isEntrySigned, parseEntry, type EntryFrame } from '../entry/entry-frame.ts';
import type { SignatureCheck } from '../bytes/suite.ts';
import type { Refusal } from '../refusal.ts';
import type { FeedState } from './feed-state.ts';
import type { FeedQuota, FeedUsage } from './quota.ts';
import { requireRight } from './rights.ts';

/** What a relay knows when an entry comes. */
export type RelayView = {
  readonly feed: FeedState;
  readonly usage: FeedUsage;
  readonly quota: FeedQuota;
  readonly nowMillis: number;
  /** A check that is faster than the one of this package. */
  readonly checkSignature?: SignatureCheck;
};

/**
 * Whether a relay stores an entry. One that it already has is looked up by its id before this is asked (Y-21); the
 * signature comes last, because it costs most.
 */
export function acceptEntry(view: RelayView, bytes: Uint8Array): Result<EntryFrame, Refusal> {
  const parsed = parseEntry(bytes);
  return parsed.ok ? acceptFrame(view, parsed.value) : parsed;
}

/** `acceptEntry` for an entry that was taken apart already. */
export function acceptFrame(view: RelayView, frame: EntryFrame): Result<EntryFrame, Refusal> {
  const refusal = findRefusal(view, frame);
  if (refusal !== undefined) return err(refusal);
  const isSigned = isEntrySigned(frame, view.checkSignature);
  return isSigned ? ok(frame) : err({ type: 'bad-signature', rule: 'Y-09' });
}

function findRefusal(view: RelayView, frame: EntryFrame): Refusal | undefined {
  const { feed, usage, quota, nowMillis } = view;
  const length = frame.unsigned.length + frame.signature.length;
  if (frame.feedId !== feed.feedId) return { type: 'other-feed', rule: 'Y-10' };
  if (feed.isErased) return { type: 'feed-ended', rule: 'Y-17' };
  if (feed.successor !== undefined) return { type: 'feed-ended', rule: 'Y-16' };
  const writer = requireRight(feed, frame.writerKey, 'write', nowMillis);
  if (!writer.ok) return writer.error;
  if (frame.epoch < feed.epoch)
    return { type: 'old-epoch', rule: 'Y-15', found: frame.epoch, current: feed.epoch };
  if (frame.epoch > feed.epoch)
    return { type: 'unknown-epoch', rule: 'Y-15', found: frame.epoch, current: feed.epoch };
  if (usage.entries + 1 > quota.entries)
    return { type: 'feed-full', rule: 'Y-16', used: usage.entries, limit: quota.entries };
  if (usage.bytes + length > quota.bytes)
    return { type: 'feed-full', rule: 'Y-16', used: usage.bytes, limit: quota.bytes };
  return undefined;
}

/**
 * Whether a reader takes an entry that a relay gave it. Rights are checked as for the relay; expiry is not, because
 * no clock in an entry can be trusted for it (Y-13), nor is a revoked writer refused here, because its earlier
 * entries count (Y-14, `countedEntries`).
 */
export function verifyEntry(feed: FeedState, bytes: Uint8Array): Result<EntryFrame, Refusal> {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) return parsed;
  const { feedId, writerKey, epoch } = parsed.value;
  if (feedId !== feed.feedId) return err({ type: 'other-feed', rule: 'Y-10' });
  const writer = feed.members.get(writerKey);
  if (writer === undefined) return err({ type: 'unknown-writer', rule: 'Y-26' });
  if (!writer.rights.write) return err({ type: 'no-right', rule: 'Y-13' });
  if (epoch > feed.epoch)
    return err({ type: 'unknown-epoch', rule: 'Y-15', found: epoch, current: feed.epoch });
  return isEntrySigned(parsed.value) ? ok(parsed.value) : err({ type: 'bad-signature', rule: 'Y-09' });
}
