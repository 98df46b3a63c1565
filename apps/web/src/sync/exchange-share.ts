import { err, ok, type Result } from '@psoas/kernel';
import type { DiaryState, MadeShare } from '@psoas/core/diary';
import { createSharedEvent, foldShare, type SharedPart } from '@psoas/core/sharing';
import { addEvents, bytesToBase64url, type Replica } from '@psoas/sync';
import { eventsOfReplica, syncReplica, type OwnShare, type SyncParts } from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import { changedParts, partsOfShare } from './changed-parts.ts';
import { openShareFeed } from './share-feed.ts';
import { readShareMark, writeShareMark } from './share-mark.ts';
import type { ShareDay, ShareExchange } from './share-tasks.ts';
import type { SyncFault } from './sync-fault.ts';

type Desk = { readonly storage: SyncStorage; readonly talking: SyncParts; readonly own: OwnShare };

type Sharing = {
  readonly made: MadeShare;
  readonly state: DiaryState;
  readonly day: ShareDay;
  /** Tells one state of the diary from another. */
  readonly revision: string;
};

/** A session is over by then, even where its end was never written. */
const longestSessionMillis = 2 * 3_600_000;

/** Sends what has changed in one share, and fetches what its guest wrote. */
export async function exchangeShare(desk: Desk, sharing: Sharing): Promise<ShareExchange> {
  const { share } = sharing.made;
  const sent = await sendParts(desk, sharing);
  if (!sent.ok) return { share, sentCount: 0, isNearlyFull: false, fault: sent.error };
  const fetched = await fetchReplies(desk);
  return { share, ...sent.value, ...(!fetched.ok && { fault: fetched.error }) };
}

type Sent = Pick<ShareExchange, 'sentCount' | 'isNearlyFull'>;

async function sendParts({ storage, talking, own }: Desk, { made, state, day, revision }: Sharing): Promise<Result<Sent, SyncFault>> {
  const mark = await readShareMark(storage, made.share);
  // Two devices may make different parts of one diary: each sends when something is new, and not because the other did.
  const sentFor = JSON.stringify([day, made, revision]);
  if (mark.sentFor === sentFor || isInSession(state, day, talking.nowMillis())) return ok({ sentCount: 0, isNearlyFull: mark.isNearlyFull });
  const opened = await openShareFeed(storage, talking, own, 'share');
  if (!opened.ok) return opened;
  const pulled = await syncReplica(opened.value, talking);
  if (pulled.fault !== undefined) return err(pulled.fault);
  const view = foldShare(eventsOfReplica(pulled.replica));
  const changed = changedParts(partsOfShare(state, made, day), view);
  // Never before what is there already, so that the newest wins even where the clock was set back.
  const added = withParts(pulled.replica, changed, { talking, day, atMillis: Math.max(talking.nowMillis(), (view.latestMillis ?? 0) + 1) });
  const { fault, refused, nearlyFull } = await syncReplica(added, talking);
  const [first] = refused;
  if (fault !== undefined) return err(fault);
  if (first !== undefined) return err({ type: 'refused', refused: first.refused, status: 200 });
  const isNearlyFull = changed.length === 0 ? mark.isNearlyFull : nearlyFull;
  await writeShareMark(storage, made.share, { sentFor, isNearlyFull });
  return ok({ sentCount: changed.length, isNearlyFull });
}

type Stamp = { readonly talking: SyncParts; readonly day: ShareDay; readonly atMillis: number };

function withParts(replica: Replica, parts: readonly SharedPart[], { talking, day, atMillis }: Stamp): Replica {
  const events = parts.map((part) => ({
    event: { ...createSharedEvent(part, { id: bytesToBase64url(talking.random(16)), atMillis, day: day.today }) },
    atMillis,
  }));
  const { replica: added, refused } = addEvents(replica, events, talking.random);
  // [SH-03] Every part fits.
  if (refused.length > 0) throw new Error(`a part could not be sealed: ${JSON.stringify(refused)}`);
  return added;
}

// Each set would make new parts; the end of the session makes them once.
function isInSession({ unfinishedRun }: DiaryState, { today }: ShareDay, nowMillis: number): boolean {
  if (unfinishedRun === undefined || unfinishedRun.startedDay !== today) return false;
  return nowMillis - unfinishedRun.startedAtMillis < longestSessionMillis;
}

async function fetchReplies({ storage, talking, own }: Desk): Promise<Result<true, SyncFault>> {
  const opened = await openShareFeed(storage, talking, own, 'reply');
  if (!opened.ok) return opened;
  const { fault } = await syncReplica(opened.value, talking);
  return fault === undefined ? ok(true) : err(fault);
}
