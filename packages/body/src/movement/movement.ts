import type { Prop } from '../contact/prop.ts';
import type { Pose } from '../pose/pose.ts';
import type { BallName } from '../surface/balls.ts';

/** A ball of the body that bears on the floor or on a prop. */
export type Contact = {
  readonly ball: BallName;
  readonly on: string;
  /** It may glide along while it bears; without it a contact that two neighbouring keyframes share stays where it is. */
  readonly slides?: boolean;
};

/** A posture that a movement passes through. */
export type Keyframe = { readonly id: string; readonly pose: Pose; readonly contacts: readonly Contact[] };

/** Which part of a repetition's tempo a step fills. */
export type TempoPart = 'up' | 'pause' | 'down';

/** A typical fault: a posture of its own beside the keyframe that it spoils. */
export type Fault = {
  readonly id: string;
  readonly of: string;
  readonly pose: Pose;
  readonly contacts: readonly Contact[];
  /** The place in the exercise's cues of the one that corrects it, from 0. */
  readonly cue: number;
};

/** An easier or harder form that looks different. */
export type MovementVariant = {
  readonly id: string;
  readonly keyframe: Keyframe;
  readonly props: readonly Prop[];
};

/**
 * How an exercise or a self-test moves, drawn for the right side as the target side. One datum drives the figure,
 * the mechanics, the handout and measuring.
 */
export type Movement = {
  readonly id: string;
  readonly view: 'side' | 'three-quarter' | 'front' | 'from-above';
  readonly props: readonly Prop[];
  readonly keyframes: readonly Keyframe[];
  /** From the first keyframe to the working posture, before the first repetition or hold. */
  readonly entry: readonly { readonly to: string; readonly seconds: number }[];
  /** One repetition; empty where the exercise is held. */
  readonly repetition: readonly { readonly to: string; readonly lasts: TempoPart }[];
  /** The keyframe whose muscle lengths stand for the exercise: the end of the stretch or of the lift. */
  readonly shows: string;
  readonly faults: readonly Fault[];
  readonly variants: readonly MovementVariant[];
};
