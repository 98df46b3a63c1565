import type { PlanItem } from '@psoas/core/programme';
import type { LocalDate } from '@psoas/kernel';

/** What a care plan from outside proposes. Nothing of it counts before the person has accepted it. */
export type ImportedPlan = {
  /** As the plan calls itself. */
  readonly title?: string;
  /** Who wrote it, as the plan says; a name in a file proves nothing. */
  readonly author?: string;
  /** Whom it is for, as the plan says. */
  readonly subject?: string;
  /** Whether it calls itself a draft or a proposal, and no plan yet. */
  readonly isDraft: boolean;
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
  readonly exercises: readonly ImportedExercise[];
  /** Everything else that the plan says, by its place. */
  readonly notUsed: readonly NotUsed[];
};

/** One exercise of ours, with as much of its amount as the plan names. */
export type ImportedExercise = Pick<PlanItem, 'exercise'> &
  Partial<Pick<PlanItem, 'side' | 'sets' | 'reps' | 'holdSeconds'>> & {
    /** Where it stands, such as `CarePlan.activity[0]`. */
    readonly path: string;
  };

/** Why a part of a plan is not used. */
export type NotUsedReason = 'exercise' | 'two-exercises' | 'other-resource' | 'not-wanted' | 'amount' | 'modifier' | 'timing' | 'not-read';

/** A part of a plan that is not used: where, why, for an amount what may stand there, and how a left-out activity calls itself. */
export type NotUsed = { readonly path: string; readonly reason: NotUsedReason; readonly allowed?: string; readonly says?: string };

/** Why a file cannot be taken as a plan at all. */
export type CarePlanProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'too-large'; readonly characters: number; readonly limit: number }
  | { readonly type: 'not-json'; readonly line: number; readonly column: number }
  | { readonly type: 'cut-off'; readonly line: number }
  | { readonly type: 'not-fhir' }
  | { readonly type: 'other-resource'; readonly found: string }
  | { readonly type: 'no-plan' }
  | { readonly type: 'many-plans'; readonly count: number; readonly paths: string }
  | { readonly type: 'too-deep'; readonly limit: number }
  | { readonly type: 'damaged'; readonly path: string; readonly allowed: string }
  /** The plan is held, ended or withdrawn. */
  | { readonly type: 'over'; readonly path: string; readonly found: string }
  /** FHIR forbids to read on past a modifier that one does not know. */
  | { readonly type: 'modifier'; readonly path: string };
