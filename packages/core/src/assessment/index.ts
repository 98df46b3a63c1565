/** From answers to programme in one call. */
export type { Assessment, AssessmentContext } from './assessment.ts';
export { assess } from './assess.ts';
