import type { Proposal } from '@psoas/core/sharing';
import type { FhirWords } from '../fhir-input.ts';
import type { ImportedPlan } from './imported-plan.ts';
import type { PlanProposal } from './plan-proposal.ts';

/** [FH-11] The proposal as it is kept until the person answers it; undefined where nothing would change. */
export function proposalToKeep({ author, title }: Pick<ImportedPlan, 'author' | 'title'>, { judged }: Pick<PlanProposal, 'judged'>, words: Pick<FhirWords['fhir']['import'], 'unnamed'>): Proposal | undefined {
  if (judged.length === 0) return undefined;
  return { from: author ?? words.unnamed, ...(title !== undefined && { text: title }), changes: judged.map(({ change }) => change) };
}

/** [SH-24] Whether a proposal says the same as one that waits already: the same file was brought in twice. */
export function isSameProposal(first: Proposal, second: Proposal): boolean {
  const key = ({ from, text, changes }: Proposal): string => JSON.stringify([from, text, changes.map((change) => Object.entries(change).toSorted(([one], [other]) => (one < other ? -1 : 1)))]);
  return key(first) === key(second);
}
