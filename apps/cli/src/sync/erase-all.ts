import { err, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { bytesToBase64url, deriveShareKeys, type FeedKeys, type Replica } from '@psoas/sync';
import { diaryKeys, eraseFeed, syncDiary, type DiaryFeed, type Erased, type FeedFault, type RootIdentity } from '@psoas/sync/client';
import type { ExitCode } from '../io.ts';
import { askRelayKey } from './check-relay.ts';
import { readDiary } from '../open-diary.ts';
import { openShareFeed } from '../share/share-feed.ts';
import { enterAnew, loadDiaryFeed } from './diary-feed.ts';
import { partsOf, sayFault, type SyncDesk } from './sync-desk.ts';

/** What the relay has deleted, and the paper that proves its word; none where it signed nothing. */
export type ErasedAll = { readonly deleted: { readonly entries: number; readonly bytes: number }; readonly paper?: string };

type OwnedFeed = { readonly keys: Pick<FeedKeys, 'feedId' | 'owner'>; readonly feed: Replica['feed'] };

/** [Y-17] Empties every feed of a person at the relay. A fault has been said, and what was erased stays erased. */
export async function eraseAll(desk: SyncDesk, identity: RootIdentity): Promise<Result<ErasedAll, ExitCode>> {
  const { io, own } = desk;
  const parts = partsOf(desk, own.relay);
  const relayKey = await askRelayKey(parts.port);
  if (typeof relayKey !== 'string') return err(await sayFault(io, relayKey, own.relay));
  const shares = await shareFeeds(desk, identity);
  const found = shares.ok ? await diaryFeeds(desk, identity) : shares;
  if (!shares.ok || !found.ok) return found.ok ? err(1) : err(await sayFault(io, found.error, own.relay));
  const erased: Erased[] = [];
  // The diary last: what is erased with it can be asked for again as long as it is there.
  for (const { keys, feed } of [...shares.value, ...found.value]) {
    const one = await eraseFeed(parts, keys, { feed, relayKey });
    if (!one.ok) return err(await sayFault(io, one.error, own.relay));
    erased.push(one.value);
  }
  return ok(sumOf(erased, { relay: own.relay, relayKey }));
}

/** Refusals that say: there is nothing of this share at the relay. */
const goneRefusals: ReadonlySet<string> = new Set(['no-right', 'no-such-feed', 'feed-ended']);

// Both feeds of every share that the diary knows, ended ones too: what was shared still lies there.
async function shareFeeds(desk: SyncDesk, root: RootIdentity): Promise<Result<readonly OwnedFeed[], FeedFault>> {
  const state = await readDiary(desk.diary, desk.io);
  const feeds: OwnedFeed[] = [];
  for (const { share } of state.ok ? state.value.shares : []) {
    const keys = deriveShareKeys(root.root, share);
    for (const side of ['share', 'reply'] as const) {
      const opened = await openShareFeed({ ...desk, root }, share, side);
      if (opened.ok) feeds.push({ keys: keys[side], feed: opened.value.feed });
      else if (!isGone(opened.error)) return opened;
    }
  }
  return ok(feeds);
}

function isGone(fault: FeedFault): boolean {
  return fault.type === 'erased' || (fault.type === 'refused' && goneRefusals.has(fault.refused));
}

async function diaryFeeds(desk: SyncDesk, identity: RootIdentity): Promise<Result<readonly OwnedFeed[], FeedFault>> {
  const { own, store } = desk;
  const parts = partsOf(desk, own.relay);
  const kept = await loadDiaryFeed(own, store.load);
  const start = kept === undefined ? await enterAnew(own, parts) : ok(kept);
  if (!start.ok) return start.error.type === 'erased' ? ok([]) : start;
  const { diary, fault } = await syncDiary(identity, start.value, parts);
  return fault === undefined || fault.type === 'erased' ? ok(feedsOf(diary, identity)) : err(fault);
}

function feedsOf({ earlier, replica }: DiaryFeed, { root }: RootIdentity): readonly OwnedFeed[] {
  return [...earlier, replica].map(({ feed }, generation) => ({ keys: diaryKeys(root, generation), feed }));
}

function sumOf(erased: readonly Erased[], relay: { readonly relay: string; readonly relayKey: string }): ErasedAll {
  const signed = erased.flatMap(({ receipt, receiptBytes }) =>
    receipt === undefined || receiptBytes === undefined ? [] : [{ ...receipt, receipt: bytesToBase64url(receiptBytes) }],
  );
  const deleted = {
    entries: signed.reduce((sum, one) => sum + one.deleted.entries, 0),
    bytes: signed.reduce((sum, one) => sum + one.deleted.bytes, 0),
  };
  if (signed.length === 0 || signed.length < erased.length) return { deleted };
  return { deleted, paper: `${JSON.stringify({ note: text.leave.paper, ...relay, feeds: signed }, null, 2)}\n` };
}
