import type { Side } from '@psoas/kernel';

/** [SH-09] One thing that a guest would change. Amounts are for each set and side. */
export type ProposedChange = ProposedAmount | ProposedSwap | ProposedSide;

/** Other amounts of an exercise of the plan; what is absent stays. */
export type ProposedAmount = {
  readonly kind: 'amount';
  readonly exercise: string;
  /** Absent for all sides that work. */
  readonly side?: Side;
  readonly sets?: number;
  readonly reps?: number;
  readonly holdSeconds?: number;
};

/** Another exercise in place of one of the plan. */
export type ProposedSwap = { readonly kind: 'swap'; readonly exercise: string; readonly by: string };

/** The sides on which an exercise is done. */
export type ProposedSide = { readonly kind: 'side'; readonly exercise: string; readonly side: Side | 'both' };

/** What a guest proposes, and why. */
export type Proposal = {
  /** The guest's name, as the guest gives it. */
  readonly from: string;
  readonly text?: string;
  readonly changes: readonly ProposedChange[];
};
