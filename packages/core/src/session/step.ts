import type { Side } from '@psoas/kernel';

/**
 * One stretch of time of a guided session. `seconds` is how long it runs; an `ask` step waits for an answer at most
 * that long, then goes on without one.
 */
export type Step = ReadyStep | WorkStep | SwitchStep | RestStep | AskStep;

type StepBase = {
  /** Which item of the session, from 0. */
  readonly item: number;
  readonly exercise: string;
  readonly seconds: number;
  /** From 1. */
  readonly set: number;
  readonly sets: number;
};

/** Time to get into position; the count-in is its end. */
export type ReadyStep = StepBase & { readonly kind: 'ready'; readonly side: Side | 'both' };

/** A hold, or repetitions at their tempo. `both` works both sides at once or in turn. */
export type WorkStep = StepBase & {
  readonly kind: 'work';
  readonly side: Side | 'both';
  readonly mode: 'hold' | 'reps';
  /** Per side, when mode is reps. */
  readonly reps?: number;
  /** How long one repetition takes, when mode is reps. */
  readonly secondsPerRep?: number;
};

/** Time to change sides; afterwards the other side gets its full time. */
export type SwitchStep = StepBase & { readonly kind: 'switch'; readonly to: Side };

/** Rest between sets. */
export type RestStep = StepBase & { readonly kind: 'rest' };

/** Where do you feel it, and pain from 0 to 10, at the end of an item. */
export type AskStep = StepBase & { readonly kind: 'ask'; readonly side: Side | 'both' };

/** A session laid out in time. */
export type Timeline = { readonly steps: readonly Step[]; readonly totalSeconds: number };

/** How a person likes to be guided. */
export type TimelineOptions = {
  /** Which side begins. */
  readonly firstSide: Side;
  /** After each set the other side, or all sets of one side first. */
  readonly order: 'alternate' | 'one-side-first';
};

/** How a person is guided who has no wish. */
export const defaultTimelineOptions: TimelineOptions = { firstSide: 'left', order: 'alternate' };

/** Seconds for getting ready. Own choice; 5 to 10 s is what users of such timers ask for. */
export const readySeconds = 10;
/** Seconds for changing sides. Own choice. */
export const switchSeconds = 8;
/** Seconds for answering before the session goes on. Own choice. */
export const askSeconds = 10;
