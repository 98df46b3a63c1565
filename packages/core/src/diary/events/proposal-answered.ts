import { createFieldReader } from '@psoas/kernel';
import { readReplyEvent } from '../../sharing/reply/read-reply-event.ts';
import { proposalAnswers, type ProposalAnswered } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';
import { readShareId } from './read-share-id.ts';

/** [SH-07] The person accepted or declined a proposal, which stands inside as it was read. */
export const proposalAnswered: EventDefinition<ProposalAnswered> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const share = readShareId(reader, problems);
    const answer = reader?.choice('answer', proposalAnswers);
    const proposal = readReplyEvent(data['proposal']);
    if (!proposal.ok || proposal.value.kind !== 'proposal') {
      const inside = !proposal.ok && proposal.error.type === 'damaged' ? proposal.error.problems : [];
      const whole = { field: 'data.proposal', kind: data['proposal'] === undefined ? 'missing' : 'not-allowed', allowed: 'a proposal as it was read' } as const;
      problems.push(whole, ...inside.map((problem) => ({ ...problem, field: `data.proposal.${problem.field}` })));
      return undefined;
    }
    if (share === undefined || answer === undefined) return undefined;
    return withUnknownFields(data, ['share', 'proposal', 'answer'], { share, proposal: proposal.value, answer });
  },
};
