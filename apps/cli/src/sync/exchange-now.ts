import { planImport } from '@psoas/exchange/diary-file';
import { err, ok, type Result } from '@psoas/kernel';
import type { PullReport, Replica } from '@psoas/sync';
import {
  exchangeDiary,
  type DiaryExchange,
  type DiaryFeed,
  type FeedFault,
  type SyncParts,
} from '@psoas/sync/client';
import type { ExitCode } from '../io.ts';
import { readEntries, sayWritten } from '../open-diary.ts';
import { enterAnew, loadDiaryFeed } from './diary-feed.ts';
import { keepLastSync } from './last-sync.ts';
import { createProgress } from './progress.ts';
import { partsOf, type SyncDesk } from './sync-desk.ts';

/** What a sync of the diary came to. Counts are of entries. */
export type Exchanged = {
  readonly sent: number;
  readonly received: number;
  /** Not sent yet. */
  readonly waiting: number;
  /** Left out: the same id says something else here. */
  readonly conflicts: number;
  readonly tooLarge: number;
  readonly withoutId: number;
  readonly refused: DiaryExchange['refused'];
  readonly reports: readonly PullReport[];
  /** The relay had lost the feed. */
  readonly isBegunAnew: boolean;
  readonly feed: DiaryFeed;
  readonly fault?: FeedFault;
};

/** Why there was nothing to exchange: the diary here could not be used, or the feed could not be entered. */
export type ExchangeFailure = { readonly type: 'diary'; readonly exitCode: ExitCode } | { readonly type: 'feed'; readonly fault: FeedFault };

/**
 * Brings the diary here and its feed together. What came is written all or not at all; a fault on the way keeps what
 * was reached.
 */
export async function exchangeNow(desk: SyncDesk): Promise<Result<Exchanged, ExchangeFailure>> {
  const progress = createProgress(desk.io);
  const exchanged = await exchange(desk, partsOf(desk, desk.own.relay, progress));
  progress.end();
  const isThrough = exchanged.ok && exchanged.value.fault === undefined;
  await keepLastSync(desk.files, { atMillis: desk.io.clock.nowMillis(), isThrough });
  return exchanged;
}

async function exchange(desk: SyncDesk, parts: SyncParts): Promise<Result<Exchanged, ExchangeFailure>> {
  const { own, diary, io, store } = desk;
  const kept = await loadDiaryFeed(own, store.load);
  const start = kept === undefined ? await enterAnew(own, parts) : ok(kept);
  if (!start.ok) return err({ type: 'feed', fault: start.error });
  const content = await readEntries(diary, io);
  if (!content.ok) return err({ type: 'diary', exitCode: 1 });
  const { entries } = content.value;
  const first = { before: start.value, isBegunAnew: false, outcome: await exchangeDiary(own.identity, start.value, entries, parts) };
  const { before, isBegunAnew, outcome } = isLost(desk, first.outcome.fault) ? await beginAnew(desk, entries, parts) ?? first : first;
  const merged = await mergeIncoming(desk, outcome);
  if (!merged.ok) return err({ type: 'diary', exitCode: 1 });
  return ok({
    ...merged.value,
    sent: confirmedIn(outcome.diary) - confirmedIn(before),
    waiting: outcome.diary.replica.waiting.filter(({ isStored }) => !isStored).length,
    tooLarge: outcome.kept.refused.length,
    withoutId: outcome.kept.withoutId,
    refused: outcome.refused,
    reports: outcome.reports,
    isBegunAnew,
    feed: outcome.diary,
    ...(outcome.fault !== undefined && { fault: outcome.fault }),
  });
}

// A relay that knows neither device nor feed has lost them; a device that was shut out hears something else.
function isLost({ own }: SyncDesk, fault: FeedFault | undefined): boolean {
  return own.identity.kind === 'root' && fault?.type === 'refused' && ['no-right', 'no-such-feed'].includes(fault.refused);
}

async function beginAnew({ own }: SyncDesk, entries: readonly unknown[], parts: SyncParts) {
  const entered = await enterAnew(own, parts);
  if (!entered.ok) return undefined;
  const before = entered.value;
  return { before, isBegunAnew: true, outcome: await exchangeDiary(own.identity, before, entries, parts) };
}

async function mergeIncoming(
  { diary, io }: SyncDesk,
  { incoming }: DiaryExchange,
): Promise<Result<{ readonly received: number; readonly conflicts: number }, true>> {
  if (incoming.length === 0) return ok({ received: 0, conflicts: 0 });
  let conflicts = 0;
  const written = await diary.addMany((current) => {
    const plan = planImport(current, incoming);
    conflicts = plan.conflicts.length;
    return plan.additions;
  });
  const said = sayWritten(diary, io, written);
  return said.ok ? ok({ received: said.value.added.length, conflicts }) : err(true);
}

// Own entries that the relay has confirmed.
function confirmedIn({ earlier, replica }: DiaryFeed): number {
  return [...earlier, replica].reduce((sum, each) => sum + ownEntries(each) - each.waiting.filter(({ isStored }) => !isStored).length, 0);
}

function ownEntries({ entries, member }: Replica): number {
  return [...entries.values()].filter(({ writerKey }) => writerKey === member.signing.publicKey).length;
}
