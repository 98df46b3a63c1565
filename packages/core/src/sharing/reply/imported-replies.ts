import type { DiaryState } from '../../diary/index.ts';
import { foldReplies, type Replies } from './fold-replies.ts';

/**
 * [SH-24] Under this share the answers to proposals of files stand. No share has it: their ids are chance, and nothing
 * was ever shown under it. So an older psoas, which does not know where the proposal came from, follows the answer too.
 */
export const importedShare = 'f11e'.repeat(8);

/** [SH-24] Proposals that came in files, and what became of them. */
export function importedReplies({ importedProposals, proposalAnswers }: Pick<DiaryState, 'importedProposals' | 'proposalAnswers'>): Pick<Replies, 'open' | 'answered'> {
  return foldReplies(importedProposals, proposalAnswers.filter(({ share }) => share === importedShare));
}
