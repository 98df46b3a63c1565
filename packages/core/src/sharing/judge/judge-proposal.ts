import type { LocalDate } from '@psoas/kernel';
import type { Catalogue } from '../../catalogue/index.ts';
import { assessFromDiary, heldBack, todayOf, withProposedWishes, type DiaryContext, type DiaryState } from '../../diary/index.ts';
import type { SharedView } from '../feed/fold-share.ts';
import { sharedExclusions } from '../part/findings-part.ts';
import { programmePart } from '../part/programme-part.ts';
import { sharePartIds } from '../part/share-part-id.ts';
import type { Proposal } from '../reply/proposal.ts';
import { createReplyEvent } from '../reply/reply-event.ts';
import { judgeChanges } from './judge-change.ts';
import type { Judgement } from './judgement.ts';
import { proposalFactsOf, type ProposalFacts } from './proposal-facts.ts';
import { asItComes } from './what-comes.ts';

/** [SH-08] What would come of a proposal, from the whole diary: for the person who answers it. */
export function judgeProposal(proposal: Pick<Proposal, 'changes'>, state: DiaryState, context: DiaryContext): Judgement {
  const judged = judgeChanges(proposal.changes, factsOfDiary(state, context));
  const changes = judged.flatMap(({ change, verdict }) => (verdict === 'refused' ? [] : [change]));
  const programme = changes.length === 0 ? undefined : assessFromDiary(withAccepted(state, { from: trialId, changes }, context.today), context)?.programme;
  return { changes: programme ? judged.map((one) => asItComes(one, programme, context.catalogue)) : judged };
}

// As if everything were shared; only what a judgement looks at is worked out.
function factsOfDiary(state: DiaryState, context: DiaryContext): ProposalFacts {
  const { catalogue, today } = context;
  const assessment = assessFromDiary(state, context);
  const day = todayOf(state, assessment, today);
  const standing = { part: 'standing', day: today, parts: sharePartIds, today: day.kind, retestDue: day.retestDue, answers: [] } as const;
  if (assessment === undefined) return proposalFactsOf({ standing, unreadableCount: 0 }, catalogue);
  const programme = programmePart(state, { assessment, context, isStopped: day.kind === 'stopped' });
  return {
    ...proposalFactsOf({ standing, programme, unreadableCount: 0 }, catalogue),
    exclusions: sharedExclusions(state, assessment, today),
    held: new Set(heldBack(state, context).exercises),
  };
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
