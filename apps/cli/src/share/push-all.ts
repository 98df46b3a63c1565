import { fillTemplate } from '@psoas/kernel';
import { foldReplies, type Replies } from '@psoas/core/sharing';
import type { DiaryState, MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli-share';
import { eventsOfReplica, type FeedFault } from '@psoas/sync/client';
import type { Replica } from '@psoas/sync';
import { printable } from '../print/printable.ts';
import { explainFault, faultText } from '../sync/fault-text.ts';
import { pushShare } from './push-share.ts';
import { isOpenShare, shortId, type ShareDesk } from './share-desk.ts';
import { openShareFeed } from './share-feed.ts';

/** What became of one share: how many parts were sent and how many proposals wait, or why it came to nothing. */
export type PushedShare = { readonly share: string; readonly label: string } & (
  | { readonly isPushed: true; readonly sent: number; readonly openProposals: number }
  | { readonly isPushed: false; readonly reason: string }
);

/** Brings every open share up to date, and looks whether somebody has answered. */
export async function pushAllShares(desk: ShareDesk): Promise<readonly PushedShare[]> {
  const now = desk.io.clock.nowMillis();
  const pushed: PushedShare[] = [];
  for (const made of desk.state.shares.filter((share) => isOpenShare(share, now))) pushed.push(await pushOne(desk, made));
  return pushed;
}

async function pushOne(desk: ShareDesk, made: MadeShare): Promise<PushedShare> {
  const { share, label } = made;
  const sent = await pushShare(desk, made);
  if (!sent.ok) return { share, label, isPushed: false, reason: await reasonOf(desk, sent.error) };
  const replies = await openShareFeed(desk, share, 'reply');
  if (!replies.ok) return { share, label, isPushed: false, reason: await reasonOf(desk, replies.error) };
  return { share, label, isPushed: true, sent: sent.value, openProposals: repliesIn(replies.value, made, desk.state).open.length };
}

async function reasonOf({ io, own }: ShareDesk, fault: FeedFault): Promise<string> {
  return faultText(await explainFault(fault, io.connectRelay(own.relay)), own.relay);
}

/** What a guest wrote into the reply feed of a share. */
export function repliesIn(replica: Replica, { share }: Pick<MadeShare, 'share'>, { proposalAnswers }: DiaryState): Replies {
  return foldReplies(eventsOfReplica(replica), proposalAnswers.filter((answer) => answer.share === share));
}

/** The same in words: what failed, and what waits for the person. `isEach`: also what simply went well. */
export function pushedLines(pushed: readonly PushedShare[], isEach: boolean): readonly string[] {
  return pushed.flatMap((one) => {
    const name = printable(one.label);
    if (!one.isPushed) return [fillTemplate(text.push.failed, { name, reason: one.reason })];
    return [
      ...(isEach ? [fillTemplate(text.push.done, { name, count: one.sent })] : []),
      ...(one.openProposals === 0 ? [] : [fillTemplate(text.news.proposals, { name, count: one.openProposals, id: shortId(one.share) })]),
    ];
  });
}
