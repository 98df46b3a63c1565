import type { MuscleLength } from './analyse-motion.ts';

/** A value at a time; undefined where the moment does not count. */
export type Sample = { readonly timeSeconds: number; readonly value: number | undefined };

/** A value and when it was reached first. */
export type Extreme = { readonly degrees: number; readonly timeSeconds: number };

/** How long a joint was beyond an angle, and what share that is of the time that counts (0 to 1). */
export type TimeBeyond = { readonly beyondDegrees: number; readonly seconds: number; readonly share: number };

/** What the hip did: positive angles are flexion, negative ones extension. */
export type HipSummary = {
  /** The smallest flexion; extension where it is negative. */
  readonly leastFlexion: Extreme;
  readonly mostFlexion: Extreme;
  readonly rangeDegrees: number;
  /** The seconds that count: between neighbouring moments that are both within the model's range. */
  readonly countedSeconds: number;
  /** In flexion at all (beyond 0), and in deep flexion (beyond 60). */
  readonly inFlexion: readonly TimeBeyond[];
};

/** A muscle's longest and shortest moment. */
export type CurveSummary = { readonly longest: MuscleLength & At; readonly shortest: MuscleLength & At };
type At = { readonly timeSeconds: number };

const flexionDegrees = [0, 60];

/** Summarises hip flexion over time; undefined where no moment counts. */
export function summariseHip(samples: readonly Sample[]): HipSummary | undefined {
  let least: Extreme | undefined;
  let most: Extreme | undefined;
  for (const { timeSeconds, value } of samples) {
    if (value === undefined) continue;
    if (least === undefined || value < least.degrees) least = { degrees: value, timeSeconds };
    if (most === undefined || value > most.degrees) most = { degrees: value, timeSeconds };
  }
  if (least === undefined || most === undefined) return undefined;
  const inFlexion = flexionDegrees.map((degrees) => timeBeyond(samples, degrees));
  return {
    leastFlexion: least,
    mostFlexion: most,
    rangeDegrees: most.degrees - least.degrees,
    countedSeconds: countedSeconds(samples),
    inFlexion,
  };
}

function countedSeconds(samples: readonly Sample[]): number {
  let seconds = 0;
  forEachStretch(samples, (_from, _to, duration) => (seconds += duration));
  return seconds;
}

// Between two moments the angle is taken to change evenly, so that a crossing is counted where it happens.
function timeBeyond(samples: readonly Sample[], beyondDegrees: number): TimeBeyond {
  let seconds = 0;
  let counted = 0;
  forEachStretch(samples, (from, to, duration) => {
    const above = Math.max(from, to) - beyondDegrees;
    const below = Math.min(from, to) - beyondDegrees;
    const part = below >= 0 && above > 0 ? 1 : above <= 0 ? 0 : above / (above - below);
    seconds += part * duration;
    counted += duration;
  });
  if (counted > 0) return { beyondDegrees, seconds, share: Math.min(1, seconds / counted) };
  const values = samples.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return {
    beyondDegrees,
    seconds,
    share: values.filter((value) => value > beyondDegrees).length / Math.max(1, values.length),
  };
}

function forEachStretch(
  samples: readonly Sample[],
  take: (from: number, to: number, seconds: number) => void,
): void {
  let before: Sample | undefined;
  for (const sample of samples) {
    if (before?.value !== undefined && sample.value !== undefined) {
      take(before.value, sample.value, sample.timeSeconds - before.timeSeconds);
    }
    before = sample;
  }
}

/** The longest and shortest moment of a muscle; undefined where it has no length at all. */
export function summariseCurve(
  samples: readonly { readonly timeSeconds: number; readonly length: MuscleLength | undefined }[],
): CurveSummary | undefined {
  let longest: (MuscleLength & At) | undefined;
  let shortest: (MuscleLength & At) | undefined;
  for (const { timeSeconds, length } of samples) {
    if (length === undefined) continue;
    if (longest === undefined || length.lengthMillimetres > longest.lengthMillimetres)
      longest = { ...length, timeSeconds };
    if (shortest === undefined || length.lengthMillimetres < shortest.lengthMillimetres)
      shortest = { ...length, timeSeconds };
  }
  return longest === undefined || shortest === undefined ? undefined : { longest, shortest };
}
