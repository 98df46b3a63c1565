import type { Side } from '@psoas/kernel';
import type { SetForm, SetLogged } from '../diary/index.ts';
import type { Ending } from './player-state.ts';
import type { Interval, Moment } from './session-clock.ts';
import type { FeltVerdict, SignPlace, StopDecision, StopSign } from './stop-rules.ts';

/** Something that happens to a session. Each carries when. */
export type PlayerEvent = PlayerAction & { readonly at: Moment };

/** What can happen to the player. */
export type PlayerAction =
  | { readonly kind: 'start' }
  /** Time has passed. How often it comes changes nothing but how soon cues are given. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'pause' }
  /** Goes on after a pause, and after a stop that has been taken note of. */
  | { readonly kind: 'resume' }
  /** The page was loaded anew with a saved state; the monotonic clock started again. */
  | { readonly kind: 'restore' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'back' }
  | { readonly kind: 'add15' }
  /** The same set once more from its beginning. */
  | { readonly kind: 'repeat' }
  /** The person has done the repetitions before their time is over. */
  | { readonly kind: 'set-done' }
  /** First touch of a question: from now on it waits. */
  | { readonly kind: 'touch' }
  /** The answer to a question, or a pain number given during the exercise. */
  | ({ readonly kind: 'answer' } & Answer)
  | {
      readonly kind: 'report-sign';
      readonly sign: StopSign;
      readonly place?: SignPlace;
      readonly pain?: number;
    }
  | { readonly kind: 'end' };

/** What a person says of an exercise that was done. */
export type Answer = {
  /** 0 to 10. */
  readonly pain?: number;
  /** A place of the exercise's list, with what the exercise says about it. */
  readonly felt?: string;
  readonly verdict?: FeltVerdict;
  readonly repsInReserve?: number;
  /** [D-03] Whether the form stayed tidy to the end. */
  readonly form?: SetForm;
};

/** Something the world outside has to do. */
export type PlayerEffect =
  | { readonly kind: 'say'; readonly say: Say }
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'vibrate'; readonly pattern: VibrationPattern }
  | { readonly kind: 'keep-awake'; readonly on: boolean }
  | { readonly kind: 'log'; readonly set: LoggedSet }
  | { readonly kind: 'stop'; readonly decision: StopDecision }
  /** [T-03] [T-04] [T-05] A clock jumped, or nobody was there. */
  | { readonly kind: 'clock'; readonly finding: Exclude<Interval['finding'], 'steady'> }
  | { readonly kind: 'finished'; readonly ending: Ending };

/** Something to be told: a fixed sentence with its numbers, or an instruction line of the exercise. */
export type Say =
  | {
      readonly kind: 'sentence';
      readonly key: SentenceKey;
      readonly exercise: string;
      readonly side?: Side | 'both';
      readonly seconds?: number;
      readonly reps?: number;
    }
  | { readonly kind: 'line'; readonly exercise: string; readonly line: number; readonly side: Side | 'both' };

/** Every key of a spoken sentence; the text stands under `spoken` in the player's locale file. */
export const sentenceKeys = [
  'ready',
  'startHold',
  'startReps',
  'halfway',
  'switch',
  'rest',
  'ask',
  'trimmed',
  'finished',
] as const;
export type SentenceKey = (typeof sentenceKeys)[number];

/** What a sound means. */
export type Tone = 'ready' | 'count' | 'start' | 'halfway' | 'end' | 'finish';
/** How long the device shakes. */
export type VibrationPattern = 'short' | 'double' | 'long';

/** A set as the diary takes it, without the name of the walk. */
export type LoggedSet = Omit<SetLogged, 'run'>;
