import type { AnsweredProposal, DiaryState } from '../../diary/index.ts';
import { readReplyEvent } from './read-reply-event.ts';
import type { ReplyEnvelope, ReplyEvent } from './reply-event.ts';

/** What a guest wrote, and what became of it. */
export type Replies = {
  /** Earliest first. */
  readonly comments: readonly ReplyEnvelope<'comment'>[];
  /** Proposals that wait for an answer, earliest first. */
  readonly open: readonly ReplyEnvelope<'proposal'>[];
  /** Proposals of these replies that were answered, as the diary keeps them. */
  readonly answered: readonly AnsweredProposal[];
  /** Words that the person may write into the diary, earliest first. */
  readonly words: readonly ReplyEnvelope<'clinician-word'>[];
  /** Entries that this version cannot read. */
  readonly unreadableCount: number;
  /** The newest version among them, when a newer psoas wrote it. */
  readonly newerVersion?: number;
};

/** [SH-07] Reads the replies of one share in order. The same id counts once, the first time; `answered` are the answers of that share. */
export function foldReplies(events: readonly unknown[], answered: readonly AnsweredProposal[]): Replies {
  const byId = new Map<string, ReplyEvent>();
  let unreadableCount = 0;
  let newerVersion: number | undefined;
  for (const entry of events) {
    const read = readReplyEvent(entry);
    if (read.ok) {
      if (!byId.has(read.value.id)) byId.set(read.value.id, read.value);
    } else {
      unreadableCount += 1;
      if (read.error.type === 'newer-version') newerVersion = Math.max(newerVersion ?? 0, read.error.version);
    }
  }
  const inOrder = [...byId.values()].toSorted((first, second) => first.atMillis - second.atMillis);
  const answers = new Map(answered.map((each) => [each.proposal.id, each]));
  const proposals = inOrder.filter((event) => event.kind === 'proposal');
  return {
    comments: inOrder.filter((event) => event.kind === 'comment'),
    open: proposals.filter(({ id }) => !answers.has(id)),
    answered: proposals.flatMap(({ id }) => answers.get(id) ?? []),
    words: inOrder.filter((event) => event.kind === 'clinician-word'),
    unreadableCount,
    ...(newerVersion !== undefined && { newerVersion }),
  };
}

/** [SH-06] Whether the diary holds what a guest's word says: all its flags, agreed to on its day. */
export function isWordWritten({ data }: ReplyEnvelope<'clinician-word'>, { agreements }: Pick<DiaryState, 'agreements'>): boolean {
  return data.flags.every((flag) => agreements.some(({ date, flags }) => date === data.date && flags.includes(flag)));
}
