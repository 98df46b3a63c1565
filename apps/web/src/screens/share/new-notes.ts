import type { DiaryState } from '@psoas/core/diary';
import { foldReplies, type Replies, type ReplyEvent } from '@psoas/core/sharing';
import type { HeldReplies } from '../../sync/share-tasks.ts';

/** [SH-07] What a guest wrote, with what became of it. */
export function repliesOf(held: HeldReplies | undefined, { proposalAnswers }: Pick<DiaryState, 'proposalAnswers'>): Replies {
  const answered = proposalAnswers.filter(({ share }) => share === held?.share);
  return foldReplies(held?.replies ?? [], answered);
}

/** What waits for the person: proposals without an answer, comments and words that were not looked at. Earliest first. */
export function newNotesOf(held: HeldReplies | undefined, state: Pick<DiaryState, 'proposalAnswers'>, seen: ReadonlySet<string>): readonly ReplyEvent[] {
  const { comments, open, words } = repliesOf(held, state);
  const unseen = [...comments, ...words].filter(({ id }) => !seen.has(id));
  return [...unseen, ...open].toSorted((first, second) => first.atMillis - second.atMillis);
}
