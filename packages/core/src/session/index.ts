/** A guided session: the timeline, and the player that walks along it (docs/spec/session.md). */
export * from './step.ts';
export { createTimeline, holdSecondsPerSide, itemSeconds, type ExerciseById } from './create-timeline.ts';
export * from './session-clock.ts';
export * from './stop-rules.ts';
export {
  createPlayerState,
  currentItem,
  currentRun,
  defaultCountInSeconds,
  sideOfStep,
  type Ending,
  type InstructionLine,
  type ItemAnswer,
  type LineKind,
  type PlayerExercise,
  type PlayerInput,
  type PlayerItem,
  type PlayerState,
  type PlayerStatus,
  type StepRun,
} from './player-state.ts';
export * from './player-event.ts';
export { backMillis, stepPlayer } from './player.ts';
export { lateAskMillis, staleCueMillis, type PlayerTurn } from './walk.ts';
export { extraMillis, longestStepMillis } from './equal-sides.ts';
export { feltOfSign } from './reports.ts';
export { isWork, loggedSets } from './set-log.ts';
export { tonesAhead, viewPlayer, type PlayerView, type ToneAhead } from './player-view.ts';
export { parsePlayerState } from './parse-player-state.ts';
