/** A FHIR care plan from a file, on its way to a proposal (docs/spec/fhir.md, FH-08 to FH-12). */
export type { CarePlanProblem, ImportedExercise, ImportedPlan, NotUsed, NotUsedReason } from './imported-plan.ts';
export { carePlanProblemText, leftLines, placeLines, planNotices, planSummary, type PlanTelling } from './plan-lines.ts';
export { proposalOfPlan, type LeftExercise, type PlanProposal } from './plan-proposal.ts';
export { isSameProposal, proposalToKeep } from './proposal-from-plan.ts';
export { longestPlanCharacters, readCarePlan } from './read-care-plan.ts';
