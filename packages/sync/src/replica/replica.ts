import { err, ok, type Result } from '@psoas/kernel';
import { noId, type RandomBytes } from '../bytes/bytes.ts';
import { sealEntry, type OpenEntry, type SealedEntry, type SealedEvent } from '../entry/seal-entry.ts';
import type { TooLarge } from '../entry/pad.ts';
import { applyRecords } from '../feed/apply-record.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { learnSealKeys, type SealKeys } from '../feed/learn-keys.ts';
import type { MemberKeys } from '../keys/member-keys.ts';
import { compareStamps, firstStamp, nextStamp, type Stamp } from '../order/hybrid-clock.ts';
import { orderEntries } from '../merge/merge-entries.ts';
import type { Refusal } from '../refusal.ts';

/** What one member holds of one feed. It is plain data: kept anywhere, it goes on where it was. */
export type Replica = {
  readonly member: MemberKeys;
  readonly feed: FeedState;
  readonly sealKeys: SealKeys;
  /** Every entry, own and foreign, open. */
  readonly entries: ReadonlyMap<string, OpenEntry>;
  /** Own entries that have not come back in a pull, in the order in which they were made. */
  readonly waiting: readonly WaitingEntry[];
  /** Entries that came before the record that explains them (Y-26). */
  readonly unexplained: readonly Uint8Array[];
  /** The number of the last entry that was pulled. */
  readonly cursor: number;
  /** The head of the feed at the cursor (Y-31). */
  readonly head: string;
  readonly clock: Stamp;
  /** The id of the own entry before; zeros for none. */
  readonly previous: string;
};

/** An own entry on its way: which key seals it, and whether the relay has confirmed it. */
export type WaitingEntry = SealedEntry & { readonly epoch: number; readonly isStored: boolean };

/**
 * Begins with the records of a feed, from the relay or from the device that made them. `known` are sealing keys from
 * elsewhere: a guest has them by its link.
 */
export function createReplica(
  member: MemberKeys,
  records: readonly Uint8Array[],
  known: SealKeys = new Map(),
): Result<Replica, Refusal> {
  const feed = applyRecords(records, 0);
  if (!feed.ok) return feed;
  if (feed.value.feedId !== member.feedId) return err({ type: 'other-feed', rule: 'Y-10' });
  return ok({
    member,
    feed: feed.value,
    sealKeys: new Map([...known, ...learnSealKeys(feed.value, member)]),
    entries: new Map(),
    waiting: [],
    unexplained: [],
    cursor: 0,
    head: noId,
    clock: firstStamp,
    previous: noId,
  });
}

/** What a new event needs from outside. */
export type Surroundings = { readonly nowMillis: number; readonly random: RandomBytes };

/** Why an event cannot be sealed here: it is too large, or no sealing key has come yet. */
export type AddFault = TooLarge | { readonly type: 'no-sealing-key'; readonly epoch: number };

/** Seals an event and lets it wait for the next push. It counts here at once, with or without a network. */
export function addEvent(
  replica: Replica,
  event: SealedEvent,
  { nowMillis, random }: Surroundings,
): Result<Replica, AddFault> {
  const added = addEvents(replica, [{ event, atMillis: nowMillis }], random);
  const [refused] = added.refused;
  return refused === undefined ? ok(added.replica) : err(refused.fault);
}

/** An event, and when it happened: its stamp is no earlier. */
export type NewEvent = { readonly event: SealedEvent; readonly atMillis: number };

/** What became of several events: those that could not be sealed are named, the others wait for the next push. */
export type Added = {
  readonly replica: Replica;
  readonly refused: readonly { readonly id: string; readonly fault: AddFault }[];
};

/** The same for many events, in their order, at the cost of one copy. */
export function addEvents(replica: Replica, events: readonly NewEvent[], random: RandomBytes): Added {
  const entries = new Map(replica.entries);
  const waiting = [...replica.waiting];
  const refused: { readonly id: string; readonly fault: AddFault }[] = [];
  let { clock, previous } = replica;
  for (const { event, atMillis } of events) {
    const stamp = nextStamp(clock, atMillis);
    const sealed = sealHere({ ...replica, previous }, event, stamp, random);
    if (!sealed.ok) {
      refused.push({ id: event.id, fault: sealed.error });
      continue;
    }
    clock = stamp;
    previous = sealed.value.entry.id;
    entries.set(previous, sealed.value.entry);
    waiting.push(sealed.value);
  }
  return { replica: { ...replica, clock, previous, entries, waiting }, refused };
}

/**
 * [Y-15] Seals anew, under the current key, what waits under an older one. The event, its stamp and its place in the
 * order of events stay; only the entry is another.
 */
export function resealWaiting(replica: Replica, random: RandomBytes): Replica {
  const old = replica.waiting.filter(({ epoch, isStored }) => !isStored && epoch < replica.feed.epoch);
  let previous = old[0]?.entry.previous ?? replica.previous;
  const entries = new Map(replica.entries);
  const resealed = new Map<string, WaitingEntry>();
  for (const { entry } of old) {
    const sealed = sealHere({ ...replica, previous }, entry.event, entry.stamp, random);
    // The same text fitted before. Without the new key (this device was left out) everything waits as it is.
    if (!sealed.ok) return replica;
    previous = sealed.value.entry.id;
    entries.delete(entry.id);
    entries.set(previous, sealed.value.entry);
    resealed.set(entry.id, sealed.value);
  }
  return {
    ...replica,
    entries,
    waiting: replica.waiting.map((each) => resealed.get(each.entry.id) ?? each),
    previous: resealed.has(replica.previous) ? previous : replica.previous,
  };
}

/** [Y-31] Lets every own event wait again, sealed anew: for a relay that has lost entries. */
export function offerOwnAgain(replica: Replica, random: RandomBytes): Replica {
  const { publicKey } = replica.member.signing;
  const own = orderEntries(replica.entries.values()).filter(({ writerKey }) => writerKey === publicKey);
  const waiting = own.map((entry) => ({ entry, bytes: new Uint8Array(0), epoch: 0, isStored: false }));
  return resealWaiting({ ...replica, waiting }, random);
}

/**
 * [Y-16] Moves what waits into the replica of the next feed, because the full one takes no more. Stamps stay, so the
 * order of events stays too.
 */
export function carryWaiting(from: Replica, to: Replica, random: RandomBytes): Result<Replica, AddFault> {
  let next: Replica = compareStamps(to.clock, from.clock) < 0 ? { ...to, clock: from.clock } : to;
  for (const { entry, isStored } of from.waiting) {
    if (isStored) continue;
    const sealed = sealHere(next, entry.event, entry.stamp, random);
    if (!sealed.ok) return sealed;
    const { id } = sealed.value.entry;
    const entries = new Map(next.entries).set(id, sealed.value.entry);
    next = { ...next, entries, previous: id, waiting: [...next.waiting, sealed.value] };
  }
  return ok(next);
}

function sealHere(
  { feed, member, sealKeys, previous }: Replica,
  event: SealedEvent,
  stamp: Stamp,
  random: RandomBytes,
): Result<WaitingEntry, AddFault> {
  const { epoch, feedId } = feed;
  const sealKey = sealKeys.get(epoch);
  if (sealKey === undefined) return err({ type: 'no-sealing-key', epoch });
  const input = { feedId, writer: member.signing, epoch, sealKey, previous, stamp, event };
  const sealed = sealEntry(input, random);
  return sealed.ok ? ok({ ...sealed.value, epoch, isStored: false }) : sealed;
}
