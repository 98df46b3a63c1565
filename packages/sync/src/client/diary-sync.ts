import { err, ok, type Result } from '@psoas/kernel';
import { devicesOf } from '../feed/devices.ts';
import { createSuccessor, followSuccessor } from '../feed/successor.ts';
import type { FeedKeys } from '../keys/feed-keys.ts';
import { deriveMemberKeys } from '../keys/member-keys.ts';
import { carryWaiting, createReplica, type Replica } from '../replica/replica.ts';
import { deviceSecretOf, type Identity, type RootIdentity } from './identity.ts';
import { diaryKeys, enterFeed, memberOf, toDeviceMember, type FeedFault } from './own-feed.ts';
import { askPull, askRecord, isRefusal, type TalkParts } from './relay-port.ts';
import { syncReplica, type SyncOutcome, type SyncParts } from './sync-replica.ts';

/** The diary's feed on one device: which generation it is in, its replica there, and those of the feeds before. */
export type DiaryFeed = { readonly generation: number; readonly replica: Replica; readonly earlier: readonly Replica[] };

/** Enters the diary's feed with the root: the newest generation, begun where there is none. Earlier ones are read. */
export async function enterDiary(parts: SyncParts, identity: RootIdentity): Promise<Result<DiaryFeed, FeedFault>> {
  const earlier: Replica[] = [];
  for (;;) {
    const keys = diaryKeys(identity.root, earlier.length);
    const entered = await enterFeed(parts, { keys, identity });
    if (!entered.ok) return entered;
    const { feed } = entered.value;
    if (feed.successor === undefined) return ok({ generation: earlier.length, replica: entered.value, earlier });
    const read = await syncReplica(ownerReplica(keys, entered.value), parts);
    if (read.fault !== undefined) return err(read.fault);
    earlier.push(read.replica);
  }
}

// A feed that has ended takes no new member, but its owner can read it, and knows every key.
function ownerReplica({ feedId, owner, deviceKey, sealKey }: FeedKeys, replica: Replica): Replica {
  const epochs = Array.from({ length: replica.feed.epoch }, (_, index) => index + 1);
  const sealKeys = new Map(epochs.map((epoch) => [epoch, sealKey(epoch)]));
  return { ...replica, member: { feedId, signing: owner, wrapKey: deviceKey }, sealKeys };
}

/** What a talk about the diary came to; where the feed went on in its successor, the replica is of that one. */
export type DiaryOutcome = Omit<SyncOutcome, 'fault' | 'replica'> & { readonly diary: DiaryFeed; readonly fault?: FeedFault };

/**
 * [Y-16] Syncs the diary: follows a successor, and with the root begins one when the feed is nearly full. What waits is
 * carried over.
 */
export async function syncDiary(identity: Identity, start: DiaryFeed, parts: SyncParts): Promise<DiaryOutcome> {
  const outcome = await syncReplica(start.replica, parts);
  const reached = { ...outcome, diary: { ...start, replica: outcome.replica } };
  const isEnded = outcome.replica.feed.successor !== undefined;
  const isFull = outcome.nearlyFull && identity.kind === 'root';
  if (outcome.replica.feed.isErased) return { ...reached, fault: { type: 'erased' } };
  if (!isEnded && (outcome.fault !== undefined || !isFull)) return reached;
  const next = isEnded || identity.kind !== 'root' ? await follow(parts, identity, reached.diary) : await succeed(parts, identity, reached.diary);
  if (!next.ok) return { ...reached, fault: next.error };
  const carried = carryWaiting(outcome.replica, next.value, parts.random);
  if (!carried.ok) return reached;
  await parts.onStep(carried.value);
  const earlier = [...start.earlier, outcome.replica];
  return syncDiary(identity, { generation: start.generation + 1, replica: carried.value, earlier }, parts);
}

async function succeed(parts: TalkParts, identity: RootIdentity, { generation, replica }: DiaryFeed): Promise<Result<Replica, FeedFault>> {
  const { feed } = replica;
  const keys = diaryKeys(identity.root, generation);
  const next = diaryKeys(identity.root, generation + 1);
  const members = devicesOf(feed, keys, identity.root).map(({ deviceId }) =>
    toDeviceMember(memberOf(identity.root, deviceId, next.feedId), deviceId),
  );
  const made = createSuccessor({ keys, feed, next, members, atMillis: parts.nowMillis() }, parts.random);
  const opened = await askRecord(parts, { feedId: next.feedId, signer: next.owner }, made.opening);
  // Another device may have begun it before, and then this one enters it.
  if (!opened.ok && !isBegun(opened.error)) return opened;
  const closed = await askRecord(parts, { feedId: keys.feedId, signer: keys.owner }, made.closing);
  if (!closed.ok && !isBegun(closed.error)) return closed;
  return enterFeed(parts, { keys: next, identity });
}

async function follow(parts: TalkParts, identity: Identity, { replica }: DiaryFeed): Promise<Result<Replica, FeedFault>> {
  const { feed } = replica;
  const nextId = feed.successor?.next ?? '';
  const member = deriveMemberKeys(deviceSecretOf(identity), nextId);
  const answer = await askPull(parts, { feedId: nextId, signer: member.signing }, { after: 0, recordsAfter: 0, limit: 1 });
  if (!answer.ok) return answer;
  const followed = followSuccessor(feed, answer.value.records);
  if (!followed.ok) return err({ type: 'damaged-feed', problem: followed.error });
  const opened = createReplica(member, answer.value.records);
  return opened.ok ? opened : err({ type: 'damaged-feed', problem: opened.error });
}

function isBegun(fault: FeedFault): boolean {
  return fault.type === 'refused' && (fault.status === 409 || isRefusal(fault, 'feed-ended'));
}
