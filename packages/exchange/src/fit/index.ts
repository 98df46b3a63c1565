/** Files for watches: a planned session as a workout, a finished one as an activity (docs/spec/watch.md). */
export { workoutToFit, type PlannedWorkout } from './workout-to-fit.ts';
export { sessionToFit } from './session-to-fit.ts';
export type { FitWords } from './fit-words.ts';
