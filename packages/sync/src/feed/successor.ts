import { err, type Result } from '@psoas/kernel';
import type { RandomBytes } from '../bytes/bytes.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';
import type { Refusal } from '../refusal.ts';
import { applyRecords } from './apply-record.ts';
import type { FeedState } from './feed-state.ts';
import { createFeed, writeRecords, type NewMember } from './write-records.ts';

/** A feed that is nearly full, and the keys of the next generation. */
export type Succession = {
  readonly keys: FeedKeys;
  readonly feed: FeedState;
  readonly next: FeedKeys;
  /** Everybody who goes on. */
  readonly members: readonly NewMember[];
  readonly atMillis: number;
};

/** The records of a succession. The opening goes to the relay first, so that nobody is led to what is not there. */
export type NewSuccessor = {
  readonly opening: readonly Uint8Array[];
  readonly closing: readonly Uint8Array[];
};

/** [Y-16] Begins the next feed and ends this one. */
export function createSuccessor(succession: Succession, random: RandomBytes): NewSuccessor {
  const { keys, feed, next, members, atMillis } = succession;
  const body = { kind: 'successor', next: next.feedId, why: 'full' } as const;
  return {
    opening: createFeed({ keys: next, members, atMillis, before: feed.feedId }, random),
    closing: writeRecords(keys, feed, [body], atMillis),
  };
}

/** [Y-16] The next feed, when this one leads there because it was full, and the next names this one. */
export function followSuccessor(feed: FeedState, records: readonly Uint8Array[]): Result<FeedState, Refusal> {
  const { successor } = feed;
  if (successor === undefined) return err({ type: 'no-successor', rule: 'Y-16' });
  if (successor.why === 'new-root') return err({ type: 'needs-words', rule: 'Y-16' });
  const next = applyRecords(records, 0);
  if (!next.ok) return next;
  const isNext = next.value.feedId === successor.next && next.value.before === feed.feedId;
  return isNext ? next : err({ type: 'other-feed', rule: 'Y-10' });
}
