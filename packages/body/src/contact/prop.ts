import type { BallName } from '../surface/balls.ts';

/** A place in the world, in metres: X forwards, Y up from the floor, Z to the right. */
export type Place = readonly [number, number, number];

/** Something with a block's shape that stands in the room. A chair's block is its seat alone. */
export type BlockProp = {
  readonly id: string;
  readonly kind: 'chair' | 'bed' | 'couch' | 'box' | 'wall' | 'mat' | 'cushion';
  /** The corner with the lowest numbers. */
  readonly fromMetres: Place;
  /** The corner with the highest numbers. */
  readonly toMetres: Place;
};

/** A ball on the ground, for soft-tissue work. */
export type BallProp = {
  readonly id: string;
  readonly kind: 'ball';
  readonly atMetres: Place;
  readonly radiusMetres: number;
};

/** A pull-up bar that runs from left to right at a place forwards and a height. */
export type BarProp = {
  readonly id: string;
  readonly kind: 'bar';
  readonly atMetres: Place;
  readonly radiusMetres: number;
};

/** A weight that a hand holds or that is strapped to the ankle. */
export type CarriedProp = {
  readonly id: string;
  readonly kind: 'kettlebell' | 'dumbbell' | 'ankle-weight';
  readonly on: BallName;
};

/** A band between two places of the body. */
export type BandProp = {
  readonly id: string;
  readonly kind: 'band';
  readonly from: BallName;
  readonly to: BallName;
};

/** What an exercise needs beside the floor. */
export type Prop = BlockProp | BallProp | BarProp | CarriedProp | BandProp;
