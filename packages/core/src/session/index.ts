/** A guided session: the timeline, and the player that walks along it (docs/spec/session.md). */
export * from './step.ts';
export { createTimeline, holdSecondsPerSide, itemSeconds, type ExerciseById } from './create-timeline.ts';
