import { err, ok, type Result } from '@psoas/kernel';
import { foldDiary } from '@psoas/core/diary';
import { shareLinkToSealedText, shareLinkToText, type LoggedRead } from '@psoas/sync';
import {
  createShareId,
  eventsOfReplica,
  linkOfShare,
  openShare,
  readsOfShare,
  revokeShare,
  syncReplica,
  type OwnShare,
  type SyncParts,
} from '@psoas/sync/client';
import { askRelay } from './ask-relay.ts';
import { eraseShare } from './erase-share.ts';
import { exchangeShare } from './exchange-share.ts';
import { createIdentityStore } from './identity-store.ts';
import { isOpenShare } from './share-days.ts';
import { feedIdOf, openShareFeed } from './share-feed.ts';
import { readShareMark } from './share-mark.ts';
import type { HeldReplies, ShareExchange, ShareRead, ShareTasks } from './share-tasks.ts';
import type { SyncFault } from './sync-fault.ts';
import { talkWith, type SyncTaskParts } from './sync-task-parts.ts';

/** The tasks of sharing over storage and network. Each one that talks holds the turn. */
export function createShareTasks(parts: SyncTaskParts): ShareTasks {
  const { storage, turn, random } = parts;
  const owned = <Value>(shareId: string, work: (desk: Desk) => Promise<Result<Value, SyncFault>>): Promise<Result<Value, SyncFault>> =>
    turn(async () => {
      const desk = await openDesk(parts, shareId);
      return desk.ok ? work(desk.value) : desk;
    });
  return {
    open: (untilMillis = 0) => {
      const shareId = createShareId(random);
      return owned(shareId, async ({ talking, own }) => {
        const opened = await openShare(talking, own, untilMillis);
        return opened.ok ? ok(shareId) : opened;
      });
    },
    link: async ({ share, passphrase }) => {
      const desk = await openDesk(parts, share);
      if (!desk.ok) return desk;
      const link = linkOfShare(desk.value.own);
      return ok(passphrase === undefined ? shareLinkToText(link) : shareLinkToSealedText(link, passphrase, random));
    },
    held: async (shares) => {
      const held: HeldReplies[] = [];
      for (const share of shares) {
        const desk = await openDesk(parts, share);
        if (!desk.ok) return [];
        const replica = await storage.readReplica(feedIdOf(desk.value.own, 'reply'));
        const { isEmptied } = await readShareMark(storage, share);
        held.push({ share, replies: replica === undefined ? [] : eventsOfReplica(replica), isEmptied });
      }
      return held;
    },
    exchange: (day) =>
      turn(async () => {
        const records = await parts.readDiary();
        const state = foldDiary(records);
        const exchanges: ShareExchange[] = [];
        for (const made of state.shares.filter((share) => isOpenShare(share, parts.nowMillis()))) {
          const desk = await openDesk(parts, made.share);
          if (!desk.ok) return exchanges;
          exchanges.push(await exchangeShare({ storage, ...desk.value }, { made, state, day, revision: revisionOf(records) }));
        }
        return exchanges;
      }),
    reads: (share) => owned(share, ({ talking, own }) => readAll(talking, own)),
    revoke: (share) =>
      owned(share, async ({ talking, own }) => {
        // What the guest wrote last still counts, so it is fetched first.
        const reply = await openShareFeed(storage, talking, own, 'reply');
        if (!reply.ok) return reply;
        const synced = await syncReplica(reply.value, talking);
        return synced.fault === undefined ? revokeShare(talking, own, synced.replica) : err(synced.fault);
      }),
    erase: (share) =>
      owned(share, async ({ talking, own }) => {
        const relay = await askRelay(talking.port);
        if (!relay.ok) return relay;
        return eraseShare({ storage, talking, own, relayKey: relay.value.key });
      }),
  };
}

type Desk = { readonly talking: SyncParts; readonly own: OwnShare };

async function openDesk(parts: SyncTaskParts, shareId: string): Promise<Result<Desk, SyncFault>> {
  const setup = await createIdentityStore(parts.storage).read();
  if (setup === undefined) return err({ type: 'not-set-up' });
  const { identity, relay } = setup;
  if (identity.kind !== 'root') return err({ type: 'needs-root' });
  return ok({ talking: talkWith(parts, relay), own: { identity, shareId } });
}

// Entries are only ever added, so their number and the latest tell a diary from what it was.
function revisionOf(records: readonly unknown[]): string {
  return `${records.length} ${JSON.stringify(records.at(-1) ?? '')}`;
}

async function readAll(talking: SyncParts, own: OwnShare): Promise<Result<readonly ShareRead[], SyncFault>> {
  const all: LoggedRead[] = [];
  for (;;) {
    const read = await readsOfShare(talking, own, all.at(-1)?.at ?? 0);
    if (!read.ok) return read;
    if (read.value.length === 0) return ok(all.map(({ at, key }) => ({ atMillis: at, key })));
    all.push(...read.value);
  }
}
