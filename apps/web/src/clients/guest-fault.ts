import type { FeedFault } from '@psoas/sync/client';
import type { ShareLinkFault } from '@psoas/sync';

/** Why a share cannot be read or answered. */
export type GuestFault =
  | FeedFault
  | ShareLinkFault
  /** The link belongs to a psoas at another address, and this one may only talk to its own. */
  | { readonly type: 'other-address'; readonly origin: string };

/** How a fault is told to a person. */
export const guestFaultKeys = ['unreachable', 'busy', 'expired', 'ended', 'notHere', 'otherAddress', 'damagedLink', 'damagedShare', 'newer', 'clock', 'passphrase', 'wrongPassphrase', 'taken', 'full'] as const;
export type GuestFaultKey = (typeof guestFaultKeys)[number];

/** The words that fit a fault. */
export function guestFaultKey(fault: GuestFault): GuestFaultKey {
  switch (fault.type) {
    case 'unreachable':
      return 'unreachable';
    case 'erased':
      return 'ended';
    case 'damaged-feed':
    case 'not-understood':
      return 'damagedShare';
    case 'other-address':
      return 'otherAddress';
    case 'newer-version':
      return 'newer';
    case 'passphrase-needed':
      return 'passphrase';
    case 'passphrase-wrong':
      return 'wrongPassphrase';
    case 'link-damaged':
    case 'scrypt-out-of-range':
      return 'damagedLink';
    case 'refused':
      return keyByRefusal.get(fault.refused) ?? (fault.status === 429 || fault.status >= 500 ? 'busy' : 'damagedShare');
  }
}

const keyByRefusal: ReadonlyMap<string, GuestFaultKey> = new Map([
  ['expired', 'expired'],
  ['revoked', 'ended'],
  ['feed-ended', 'ended'],
  // A stranger hears the same of a feed that is there and of one that is not.
  ['no-right', 'notHere'],
  ['no-such-feed', 'notHere'],
  ['clock-off', 'clock'],
  ['newer-version', 'newer'],
  ['already-joined', 'taken'],
  ['feed-full', 'full'],
]);

/** Whether a share is over for whoever holds its link: no later try opens it again. */
export function isOver(fault: GuestFault): boolean {
  const key = guestFaultKey(fault);
  return key === 'ended' || key === 'expired';
}

/** Whether a later try may go better by itself. */
export function isPassing(fault: GuestFault): boolean {
  const key = guestFaultKey(fault);
  return key === 'unreachable' || key === 'busy';
}
