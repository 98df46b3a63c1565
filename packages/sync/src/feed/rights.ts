import { err, ok, type Result } from '@psoas/kernel';
import type { Rights } from '../record/record-body.ts';
import type { Refusal } from '../refusal.ts';
import type { FeedState, Member } from './feed-state.ts';

/** [Y-13, Y-14] The member that has a right now, or why it has not. Only a relay knows a `nowMillis` worth trusting. */
export function requireRight(
  feed: FeedState,
  key: string,
  right: keyof Rights,
  nowMillis: number,
): Result<Member, Refusal> {
  const member = feed.members.get(key);
  if (member === undefined || !member.rights[right]) return err({ type: 'no-right', rule: 'Y-13' });
  if (member.revokedAfter !== undefined) return err({ type: 'revoked', rule: 'Y-14' });
  const { expiresAtMillis } = member;
  if (expiresAtMillis !== 0 && nowMillis >= expiresAtMillis)
    return err({ type: 'expired', rule: 'Y-13', atMillis: expiresAtMillis });
  return ok(member);
}
