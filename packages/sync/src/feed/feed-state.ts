import type { Purpose } from '../keys/feed-keys.ts';
import type { Rights, WrappedKey } from '../record/record-body.ts';

/** A key that a record gave rights. */
export type Member = {
  readonly key: string;
  readonly rights: Rights;
  /** Sealed for the owner (Y-03); zeros for what is no device. */
  readonly device: string;
  /** 0 for never. */
  readonly expiresAtMillis: number;
  /** Present once revoked: the last entry that counts, zeros for none. */
  readonly revokedAfter?: string;
  /** The member whose invitation this guest followed. */
  readonly invitedBy?: string;
};

/** What the records of a feed add up to. Relay and readers hold the same. */
export type FeedState = {
  readonly feedId: string;
  readonly ownerKey: string;
  readonly purpose: Purpose;
  /** The feed that this one goes on from; zeros for none. */
  readonly before: string;
  /** The hash of every record so far. */
  readonly hashes: readonly string[];
  readonly members: ReadonlyMap<string, Member>;
  /** The current epoch; 0 before the first. */
  readonly epoch: number;
  readonly wraps: readonly { readonly epoch: number; readonly wraps: readonly WrappedKey[] }[];
  readonly successor?: { readonly next: string; readonly why: 'full' | 'new-root' };
  readonly isErased: boolean;
};
