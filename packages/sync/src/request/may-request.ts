import { err, ok, type Result } from '@psoas/kernel';
import { requireRight } from '../feed/rights.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { noDevice } from '../record/record-body.ts';
import type { Refusal } from '../refusal.ts';
import type { Action } from './sign-request.ts';

/** [Y-20] Whether the key that signed a request may ask for this in a feed. */
export function mayRequest(
  feed: FeedState,
  key: string,
  action: Action,
  nowMillis: number,
): Result<true, Refusal> {
  const isOwner = key === feed.ownerKey;
  if (isOwner) return action === 'push' ? refused : ok(true);
  if (action === 'read-log') return refused;
  const right = action === 'pull' ? 'read' : action === 'push' ? 'write' : 'invite';
  const member = requireRight(feed, key, right, nowMillis);
  return member.ok ? ok(true) : member;
}

const refused = err({ type: 'no-right', rule: 'Y-20' } as const);

/** [Y-30] Whether the relay writes down that this key has read: guests and links, not the owner and devices. */
export function isReadLogged(feed: FeedState, key: string): boolean {
  const member = feed.members.get(key);
  return key !== feed.ownerKey && member !== undefined && member.device === noDevice;
}
