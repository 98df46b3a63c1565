import type { Motion } from '../motion.ts';

/** A wave of a joint: where it swings around, how far, and where in the cycle it is highest (0 to 1). */
type Wave = { readonly middle: number; readonly swing: number; readonly highestAt: number };

/** What a made-up motion consists of. */
export type MadeUp = {
  readonly name: string;
  readonly cycleSeconds: number;
  readonly rows: number;
  readonly secondsPerRow: number;
  /** By coordinate without its side; the left is half a cycle later. */
  readonly sided: { readonly [coordinate: string]: Wave };
  readonly middle: { readonly [coordinate: string]: Wave };
};

/** Sine waves about as large as those of walking. Made up: nobody walked. */
export const madeUpWalking: MadeUp = {
  name: 'made-up walking',
  cycleSeconds: 1.1,
  rows: 56,
  secondsPerRow: 0.02,
  sided: {
    hip_flexion: { middle: 6, swing: 21, highestAt: 0.95 },
    hip_adduction: { middle: 1, swing: 5, highestAt: 0.3 },
    hip_rotation: { middle: -2, swing: 4, highestAt: 0.2 },
    knee_angle: { middle: 27, swing: 26, highestAt: 0.7 },
    ankle_angle: { middle: 0, swing: 11, highestAt: 0.4 },
  },
  middle: {
    pelvis_tilt: { middle: -5, swing: 1, highestAt: 0.1 },
    pelvis_tx: { middle: 0.5, swing: 0.5, highestAt: 0.9 },
    pelvis_ty: { middle: 0.95, swing: 0.02, highestAt: 0.3 },
    lumbar_extension: { middle: -4, swing: 2, highestAt: 0.5 },
    lumbar_bending: { middle: 0, swing: 4, highestAt: 0.2 },
    lumbar_rotation: { middle: 0, swing: 6, highestAt: 0.6 },
  },
};

/** Sine waves about as large as those of running. Made up: nobody ran. */
export const madeUpRunning: MadeUp = {
  ...madeUpWalking,
  name: 'made-up running',
  cycleSeconds: 0.7,
  rows: 71,
  secondsPerRow: 0.01,
  sided: {
    ...madeUpWalking.sided,
    hip_flexion: { middle: 14, swing: 36, highestAt: 0.85 },
    knee_angle: { middle: 55, swing: 48, highestAt: 0.7 },
    ankle_angle: { middle: 2, swing: 25, highestAt: 0.35 },
  },
};

/** The motion in degrees and metres, rounded to four decimals as a file would have it. */
export function makeUpMotion({ name, cycleSeconds, rows, secondsPerRow, sided, middle }: MadeUp): Motion {
  const timesSeconds = Array.from({ length: rows }, (_, row) => rounded(row * secondsPerRow));
  const column = ({ middle: around, swing, highestAt }: Wave, later: number): readonly number[] =>
    timesSeconds.map((time) =>
      rounded(around + swing * Math.cos(2 * Math.PI * (time / cycleSeconds - highestAt - later))),
    );
  const columns = [
    ...Object.entries(middle).map(([coordinate, wave]) => [coordinate, column(wave, 0)] as const),
    ...Object.entries(sided).flatMap(([coordinate, wave]) => [
      [`${coordinate}_r`, column(wave, 0)] as const,
      [`${coordinate}_l`, column(wave, 0.5)] as const,
    ]),
  ];
  return { name, timesSeconds, columns: Object.fromEntries(columns) };
}

function rounded(value: number): number {
  return Number(value.toFixed(4)) + 0;
}
