import { entriesToPush, takePushAnswer, type PushRefusal } from '../replica/push-replica.ts';
import { nextPull, takePullAnswer, type PullReport } from '../replica/pull-replica.ts';
import type { Replica } from '../replica/replica.ts';
import { askPull, askPush, type Asker, type RelayFault, type TalkParts } from './relay-port.ts';

/** A talk about one replica: what it needs, and whom to tell on the way. */
export type SyncParts = TalkParts & {
  /** Entries in one answer, at most 500. Fewer make each step shorter on a slow device. */
  readonly pullLimit: number;
  /** Called after each step with what stands then, so that it can be kept. */
  readonly onStep: (replica: Replica) => Promise<void>;
};

/** What a talk came to. The replica is as far as it got, with or without a fault. */
export type SyncOutcome = {
  readonly replica: Replica;
  readonly reports: readonly PullReport[];
  readonly refused: readonly PushRefusal[];
  /** Time for the successor (Y-16). */
  readonly nearlyFull: boolean;
  readonly fault?: RelayFault;
};

/**
 * Pulls everything that is new, pushes everything that waits, and pulls once more to see it confirmed. Each step can be
 * the last: what was reached holds, and the next talk goes on from there.
 */
export async function syncReplica(start: Replica, parts: SyncParts): Promise<SyncOutcome> {
  const first = await pullAll(start, parts);
  if (first.fault !== undefined) return first;
  const pushed = await pushAll(first, parts);
  if (pushed.fault !== undefined || pushed.replica.waiting.every(({ isStored }) => !isStored)) return pushed;
  const last = await pullAll(pushed.replica, parts);
  return { ...pushed, ...last, reports: [...first.reports, ...last.reports], refused: pushed.refused, nearlyFull: pushed.nearlyFull };
}

async function pullAll(start: Replica, parts: SyncParts): Promise<SyncOutcome> {
  let replica = start;
  const reports: PullReport[] = [];
  const outcome = (fault?: RelayFault): SyncOutcome => ({
    replica,
    reports,
    refused: [],
    nearlyFull: false,
    ...(fault !== undefined && { fault }),
  });
  for (;;) {
    const body = { ...nextPull(replica), limit: parts.pullLimit };
    const answer = await askPull(parts, askerOf(replica), body);
    if (!answer.ok) return outcome(answer.error);
    const surroundings = { nowMillis: parts.nowMillis(), random: parts.random };
    const taken = takePullAnswer(replica, answer.value, surroundings);
    const hasLost = taken.reports.some(({ part }) => part === 'feed');
    reports.push(...taken.reports);
    replica = taken.replica;
    await parts.onStep(replica);
    const isStuck = answer.value.entries.length === 0 && !hasLost;
    if (replica.cursor >= answer.value.last || isStuck) return outcome();
  }
}

async function pushAll(before: SyncOutcome, parts: SyncParts): Promise<SyncOutcome> {
  let outcome = before;
  for (;;) {
    const batch = entriesToPush(outcome.replica);
    if (batch.length === 0) return outcome;
    const answer = await askPush(parts, askerOf(outcome.replica), batch);
    if (!answer.ok) return { ...outcome, fault: answer.error };
    const taken = takePushAnswer(outcome.replica, answer.value);
    outcome = { ...outcome, ...taken, nearlyFull: outcome.nearlyFull || taken.nearlyFull };
    await parts.onStep(taken.replica);
    // What was refused stays first in the row; sent again at once it would be refused again.
    if (taken.refused.length > 0) return outcome;
  }
}

function askerOf({ member }: Replica): Asker {
  return { feedId: member.feedId, signer: member.signing };
}
