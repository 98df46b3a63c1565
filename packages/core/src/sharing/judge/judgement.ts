import type { ProposedChange } from '../reply/proposal.ts';

/** [SH-08] What psoas says of a proposal, change by change, in its order. */
export type Judgement = { readonly changes: readonly JudgedChange[] };

/**
 * One change with its verdict. `fits`: it comes as proposed. `limited`: less of it comes. `waits`: it comes after two
 * good sessions. `refused`: it does not come.
 */
export type JudgedChange = JudgedAsGiven | JudgedAsRefused;
/** A change that can come, as it would. */
export type JudgedAsGiven = {
  readonly change: ProposedChange;
  readonly verdict: 'fits' | 'limited' | 'waits';
  /** For amounts: what is given now, what was asked for, and what would come. */
  readonly amounts: readonly JudgedAmount[];
};
/** A change that does not come, and why. */
export type JudgedAsRefused = {
  readonly change: ProposedChange;
  readonly verdict: 'refused';
  readonly because: Refusal;
  /** Flags, findings, rules or gates behind it; empty where none is. */
  readonly by: readonly string[];
};

/** What becomes of an amount that was asked for. */
export type JudgedAmount = {
  readonly amount: 'sets' | 'reps' | 'holdSeconds';
  /** Absent where the plan says nothing of it. */
  readonly from?: number;
  readonly asked: number;
  readonly to: number;
  /** Why it is not what was asked for. */
  readonly rule?: string;
};

/** Why a change does not come. */
export const refusals = [
  'stopped',
  'not-shared',
  'unknown-exercise',
  'not-in-plan',
  'not-for-plans',
  'excluded',
  'not-here',
  'locked',
  'too-hard',
  'other-kind',
  'fewer-sides',
  'already-there',
  'counted-otherwise',
  'sides-stay-equal',
  'both-legs',
  'no-place',
] as const;
export type Refusal = (typeof refusals)[number];
