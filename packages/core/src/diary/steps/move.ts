import type { ExerciseSetting } from '../../programme/index.ts';
import type { StepChange } from './step-change.ts';

/** What one step adds. Own choice: two repetitions is what the 2-for-2 rule counts in (source S42), five seconds is what a person notices. */
export const stepReps = 2;
/** What one step adds to a hold, in seconds. */
export const stepHoldSeconds = 5;

/** A new setting, and what to say about it. */
export type Move = { readonly setting: ExerciseSetting } & Pick<StepChange, 'key' | 'values'>;
