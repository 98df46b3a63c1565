import type { RecordedActivity } from '@psoas/core/diary';

/** One activity of a file that a watch or phone wrote. */
export type Recording = {
  /** What it was; undefined where it is no run and no ride, or the file does not say. */
  readonly activity: RecordedActivity | undefined;
  /** What the file calls it; empty where it does not say. */
  readonly sport: string;
  readonly startedAtMillis: number;
  readonly endedAtMillis: number;
  /** Seconds in which it was recorded, pauses left out where the file tells them apart. */
  readonly seconds: number;
  readonly metres?: number;
  /** How far the clock on the wall was ahead of UTC; undefined where the file does not say. */
  readonly aheadOfUtcSeconds?: number;
};
