import type { Catalogue } from '../../catalogue/index.ts';
import type { DiaryContext, DiaryState } from '../../diary/index.ts';
import { viewOfParts, type SharedView } from '../feed/fold-share.ts';
import { sharePartIds } from '../part/share-part-id.ts';
import { sharedPartsOf } from '../part/shared-parts-of.ts';
import type { Proposal } from '../reply/proposal.ts';
import { judgeChange } from './judge-change.ts';
import type { Judgement } from './judgement.ts';
import { proposalFactsOf } from './proposal-facts.ts';

/** [SH-08] What would come of a proposal, from the whole diary: for the person who answers it. */
export function judgeProposal(proposal: Proposal, state: DiaryState, context: DiaryContext): Judgement {
  const parts = sharedPartsOf(state, { ...context, firstWeekday: 1, choice: { parts: sharePartIds } });
  return previewProposal(proposal, viewOfParts(parts), context.catalogue);
}

/** [SH-08] The same for the guest who writes it, from what was shared alone; the person's own psoas has the last word. */
export function previewProposal(proposal: Pick<Proposal, 'changes'>, view: SharedView, catalogue: Catalogue): Judgement {
  const facts = proposalFactsOf(view, catalogue);
  return { changes: proposal.changes.map((change) => judgeChange(change, facts)) };
}
