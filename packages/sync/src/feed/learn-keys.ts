import { noId } from '../bytes/bytes.ts';
import type { MemberKeys } from '../keys/member-keys.ts';
import { unwrapSealKey } from '../record/wrap-key.ts';
import type { FeedState } from './feed-state.ts';

/** The sealing keys that a member can open, by epoch. */
export type SealKeys = ReadonlyMap<number, Uint8Array>;

/** [Y-15] Every sealing key that the records of a feed give a member: its own wraps, and what lies behind them. */
export function learnSealKeys(feed: FeedState, { signing, wrapKey }: MemberKeys): SealKeys {
  const keys = new Map<number, Uint8Array>();
  for (const { epoch, wraps } of feed.wraps.toReversed()) {
    const place = { feedId: feed.feedId, epoch };
    const own = wraps.find(({ memberKey }) => memberKey === signing.publicKey);
    const key = keys.get(epoch) ?? (own === undefined ? undefined : unwrapSealKey(own, place, wrapKey));
    if (key === undefined) continue;
    keys.set(epoch, key);
    const before = wraps.find(({ memberKey }) => memberKey === noId);
    const opened = before === undefined ? undefined : unwrapSealKey(before, place, key);
    if (opened !== undefined) keys.set(epoch - 1, opened);
  }
  return keys;
}
