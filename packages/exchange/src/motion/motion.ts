import type { Side } from '@psoas/kernel';

/** A recorded or written movement: for each moment the joint coordinates, under their OpenSim names. */
export type Motion = {
  /** The name that the file gives itself; may be empty. */
  readonly name: string;
  /** Seconds, each later than the one before; at least one. */
  readonly timesSeconds: readonly number[];
  /**
   * Values by coordinate name (`hip_flexion_r`), as many as there are times. Degrees; metres for the names that end
   * in `_tx`, `_ty` or `_tz`. Knee flexion counts upwards from 0.
   */
  readonly columns: MotionColumns;
};

/** Values by coordinate name. */
export type MotionColumns = { readonly [coordinate: string]: readonly number[] };

/** What a person should know about how a file was read. The sentence stands under its id in `motion.yaml`. */
export type MotionNote =
  /** A knee bends towards minus in this file; its sign was turned. */
  | { readonly id: 'knee-sign-turned'; readonly side: Side; readonly lowestDegrees: number }
  /** The header does not say the unit; the size of the values does. */
  | { readonly id: 'unit-by-values'; readonly unit: AngleUnit }
  /** Every angle is so small that the unit in the header may be wrong, but too little moves to be sure. */
  | { readonly id: 'unit-doubtful'; readonly largestDegrees: number }
  /** The header promises fewer rows than there are. All were read. */
  | { readonly id: 'more-rows-than-stated'; readonly stated: number; readonly found: number }
  /** The last line does not end: its last number may be cut. */
  | { readonly id: 'last-line-open'; readonly line: number }
  /** Columns that are no joint coordinates were not used. */
  | { readonly id: 'columns-unused'; readonly count: number; readonly first: string }
  /** One leg is not in the file. */
  | { readonly id: 'side-absent'; readonly side: Side }
  /** A coordinate that the lengths depend on is not in the file and was taken as 0. */
  | { readonly id: 'coordinate-absent'; readonly coordinate: string };

/** What angles are measured in. */
export type AngleUnit = 'degrees' | 'radians';
