import { readProposal } from '../../sharing/reply/read-reply-event.ts';
import type { Proposal } from '../../sharing/reply/proposal.ts';
import { createStrictReader } from '../../sharing/reading/strict-reader.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** [SH-24] The person brought in a proposal that came in a file. It waits for an answer as a guest's does. */
export const proposalImported: EventDefinition<Proposal> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createStrictReader(data, 'data', problems);
    const proposal = reader && readProposal(reader);
    return proposal && withUnknownFields(data, ['from', 'text', 'changes'], proposal);
  },
};
