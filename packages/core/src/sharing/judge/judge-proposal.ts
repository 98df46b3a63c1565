import type { LocalDate } from '@psoas/kernel';
import type { Catalogue } from '../../catalogue/index.ts';
import { assessFromDiary, withProposedWishes, type DiaryContext, type DiaryState } from '../../diary/index.ts';
import { viewOfParts, type SharedView } from '../feed/fold-share.ts';
import { sharePartIds } from '../part/share-part-id.ts';
import { sharedPartsOf } from '../part/shared-parts-of.ts';
import type { Proposal } from '../reply/proposal.ts';
import { createReplyEvent } from '../reply/reply-event.ts';
import { judgeChanges } from './judge-change.ts';
import type { Judgement } from './judgement.ts';
import { proposalFactsOf } from './proposal-facts.ts';
import { asItComes } from './what-comes.ts';

/** [SH-08] What would come of a proposal, from the whole diary: for the person who answers it. */
export function judgeProposal(proposal: Pick<Proposal, 'changes'>, state: DiaryState, context: DiaryContext): Judgement {
  const parts = sharedPartsOf(state, { ...context, firstWeekday: 1, choice: { parts: sharePartIds } });
  const judged = previewProposal(proposal, viewOfParts(parts), context.catalogue).changes;
  const changes = judged.flatMap(({ change, verdict }) => (verdict === 'refused' ? [] : [change]));
  const programme = assessFromDiary(withAccepted(state, { from: 'guest', changes }, context.today), context)?.programme;
  return { changes: programme ? judged.map((one) => asItComes(one, programme, context.catalogue)) : judged };
}

/** [SH-08] The same for the guest who writes it, from what was shared alone; the person's own psoas has the last word. */
export function previewProposal(proposal: Pick<Proposal, 'changes'>, view: SharedView, catalogue: Catalogue): Judgement {
  return { changes: judgeChanges(proposal.changes, proposalFactsOf(view, catalogue)) };
}

const [trialShare, trialId, endOfTime] = ['0'.repeat(32), 'trial', 8.64e15];

// The diary as it would be, with the proposal accepted as the last thing of the day.
function withAccepted(state: DiaryState, proposal: Proposal, today: LocalDate): DiaryState {
  const stamp = { id: trialId, atMillis: endOfTime, day: today };
  const accepted = { ...stamp, share: trialShare, proposal: createReplyEvent('proposal', proposal, stamp), answer: 'accepted' } as const;
  return { ...state, preferences: withProposedWishes(state.preferences, proposal.changes), proposalAnswers: [...state.proposalAnswers, accepted] };
}
