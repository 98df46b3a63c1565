import { noId } from '../bytes/bytes.ts';
import { entryIdOf, parseEntry } from '../entry/entry-frame.ts';
import { headAfter } from '../feed/feed-head.ts';
import { openEntry, type OpenEntry, type OpenFault } from '../entry/seal-entry.ts';
import { verifyEntry } from '../feed/accept-entry.ts';
import { applyRecord, isKnownRecord } from '../feed/apply-record.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { learnSealKeys } from '../feed/learn-keys.ts';
import { receiveStamp, type ClockAhead } from '../order/hybrid-clock.ts';
import type { Refusal } from '../refusal.ts';
import { pullLimit, type PullAnswer, type PullBody } from '../wire/pull.ts';
import { offerOwnAgain, resealWaiting, type Surroundings, type Replica } from './replica.ts';

/** What to ask a relay for next. */
export function nextPull({ cursor, feed }: Replica): PullBody {
  return { after: cursor, recordsAfter: feed.hashes.length, limit: pullLimit };
}

/** Something in an answer that is not as it should be. It stops nothing else. */
export type PullReport =
  | { readonly part: 'feed'; readonly problem: EntriesLost }
  | { readonly part: 'record'; readonly problem: Refusal }
  | { readonly part: 'entry'; readonly problem: Refusal | OpenFault | ClockAhead };

/** [Y-31] The relay's entries are not those that it gave before: an old copy of it was put back, or it lies. */
export type EntriesLost = { readonly type: 'entries-lost'; readonly had: number; readonly has: number };

/** What a pull brought. */
export type PullOutcome = { readonly replica: Replica; readonly reports: readonly PullReport[] };

/**
 * [Y-22, Y-26] Takes the answer to a pull. The same answer again, a late one and one out of order change nothing
 * more: the cursor moves only over what was really given.
 */
export function takePullAnswer(
  replica: Replica,
  answer: PullAnswer,
  surroundings: Surroundings,
): PullOutcome {
  const reports: PullReport[] = [];
  const withRecords = takeRecords(replica, answer.records, reports);
  const arrived = [...replica.unexplained, ...answer.entries];
  const withEntries = takeEntries(withRecords, arrived, surroundings.nowMillis, reports);
  const isNext = answer.after === replica.cursor;
  if (isNext && answer.head !== replica.head && !withRecords.feed.isErased) {
    reports.push({ part: 'feed', problem: { type: 'entries-lost', had: replica.cursor, has: answer.last } });
    const anew = { ...withEntries, cursor: 0, head: noId };
    return { replica: offerOwnAgain(anew, surroundings.random), reports };
  }
  const moved = isNext ? moveCursor(withEntries, answer) : withEntries;
  return { replica: resealWaiting(moved, surroundings.random), reports };
}

// Whoever has seen the last entry and not an own one that was confirmed has to push that one again.
function moveCursor(replica: Replica, { after, entries, last }: PullAnswer): Replica {
  const cursor = after + entries.length;
  const head = entries.reduce((before, bytes) => headAfter(before, entryIdOf(bytes)), replica.head);
  const waiting =
    cursor === last ? replica.waiting.map((each) => ({ ...each, isStored: false })) : replica.waiting;
  return { ...replica, cursor, head, waiting };
}

function takeRecords(replica: Replica, records: readonly Uint8Array[], reports: PullReport[]): Replica {
  let feed: FeedState = replica.feed;
  for (const bytes of records) {
    if (isKnownRecord(feed, bytes)) continue;
    const next = applyRecord(feed, bytes, 0);
    if (next.ok) feed = next.value;
    else reports.push({ part: 'record', problem: next.error });
  }
  if (feed === replica.feed) return replica;
  const sealKeys = new Map([...replica.sealKeys, ...learnSealKeys(feed, replica.member)]);
  return { ...replica, feed, sealKeys };
}

function takeEntries(
  replica: Replica,
  arrived: readonly Uint8Array[],
  nowMillis: number,
  reports: PullReport[],
): Replica {
  const entries = new Map(replica.entries);
  const confirmed = new Set<string>();
  const unexplained: Uint8Array[] = [];
  let { clock, previous } = replica;
  for (const bytes of arrived) {
    const taken = takeEntry({ ...replica, entries }, bytes);
    if (taken.kind === 'unexplained') unexplained.push(bytes);
    if (taken.kind === 'known') confirmed.add(taken.id);
    if (taken.kind === 'refused') reports.push({ part: 'entry', problem: taken.problem });
    if (taken.kind !== 'new') continue;
    entries.set(taken.entry.id, taken.entry);
    // A device that begins anew goes on from the last entry that it wrote before.
    const isOwn = taken.entry.writerKey === replica.member.signing.publicKey;
    if (isOwn && replica.waiting.length === 0) previous = taken.entry.id;
    const moved = receiveStamp(clock, taken.entry.stamp, nowMillis);
    if (moved.ok) clock = moved.value;
    else reports.push({ part: 'entry', problem: moved.error });
  }
  const waiting = replica.waiting.filter(({ entry }) => !confirmed.has(entry.id));
  return { ...replica, entries, waiting, unexplained, clock, previous };
}

type Taken =
  | { readonly kind: 'new'; readonly entry: OpenEntry }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'unexplained' }
  | { readonly kind: 'refused'; readonly problem: Refusal | OpenFault };

// A writer or an epoch that nobody has told of yet may be explained by a record that comes later.
function takeEntry(replica: Replica, bytes: Uint8Array): Taken {
  // The id is the hash of all that is signed, so what is known needs no second look.
  const parsed = parseEntry(bytes);
  if (parsed.ok && replica.entries.has(parsed.value.id)) return { kind: 'known', id: parsed.value.id };
  const verified = verifyEntry(replica.feed, bytes);
  if (!verified.ok) {
    const { error } = verified;
    const mayCome = error.type === 'unknown-writer' || error.type === 'unknown-epoch';
    return mayCome ? { kind: 'unexplained' } : { kind: 'refused', problem: error };
  }
  const frame = verified.value;
  const sealKey = replica.sealKeys.get(frame.epoch);
  if (sealKey === undefined) return { kind: 'unexplained' };
  const opened = openEntry(frame, sealKey);
  return opened.ok ? { kind: 'new', entry: opened.value } : { kind: 'refused', problem: opened.error };
}
