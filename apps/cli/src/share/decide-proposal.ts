import type { proposalAnswers } from '../choices.ts';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import type { AnsweredProposal } from '@psoas/core/diary';
import type { ReplyEnvelope } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';
import type { NewEvent } from '../open-diary.ts';
import { shortId } from './share-desk.ts';

/** What a person can do with a proposal. */
export type AnswerVerb = (typeof proposalAnswers)[number];

/** A proposal, the share under which its answers stand, and what was answered before. */
export type AnswerableProposal = { readonly share: string; readonly proposal: ReplyEnvelope<'proposal'>; readonly before?: AnsweredProposal };

/** What an answer writes into the diary, and what is said of it. */
export type Decided = { readonly events: readonly NewEvent[]; readonly said: string };

/** [SH-07] [SH-12] The answer to a proposal as events; an error where it changes nothing. `command` is how it is taken back. */
export function decideProposal({ share, proposal, before }: AnswerableProposal, verb: AnswerVerb, command: string): Result<Decided, string> {
  const isAccepted = before?.answer === 'accepted' && before.takenBack === undefined;
  if (verb === 'take-back') {
    if (!isAccepted) return err(text.answer.notAccepted);
    return ok({ events: [{ kind: 'proposal-taken-back', data: { share, proposal: proposal.id } }], said: text.answer.takenBack });
  }
  const answer = verb === 'accept' ? 'accepted' : 'declined';
  const isSame = verb === 'accept' ? isAccepted : before?.answer === 'declined';
  if (isSame) return err(fillTemplate(text.answer.already, { answer: text.replies.answeredAs[answer] }));
  return ok({ events: [{ kind: 'proposal-answered', data: { share, proposal, answer } }], said: fillTemplate(text.answer[answer], { id: shortId(proposal.id), command }) });
}
