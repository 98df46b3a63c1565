import {
  arrayToPose,
  coordinateCount,
  coordinateNames,
  createTrack,
  entrySeconds,
  mirrorPose,
  momentOf,
  type Movement,
  type MovementTempo,
  type Phase,
  type Pose,
} from '@psoas/body';
import type { Motion } from '@psoas/exchange/motion';
import type { Side } from '@psoas/kernel';

/** How an exercise is written as a motion. */
export type MotionSampling = {
  readonly name: string;
  readonly side: Side;
  /** Of one repetition; a held exercise has none. */
  readonly tempo?: MovementTempo;
  /** How long a held exercise is held, in seconds. */
  readonly holdSeconds: number;
};

/** Moments in a second; own choice, as a film has. */
const samplesPerSecond = 30;

/** The way into an exercise and then one repetition, or one hold, as a motion of all coordinates. */
export function exerciseToMotion(
  movement: Movement,
  { name, side, tempo, holdSeconds }: MotionSampling,
): Motion {
  const isHeld = movement.repetition.length === 0 || tempo === undefined;
  const working = isHeld ? holdSeconds : repetitionSeconds(movement, tempo);
  const entry = entrySeconds(movement);
  const count = Math.round((entry + working) * samplesPerSecond) + 1;
  const timesSeconds = Array.from({ length: count }, (_, sample) => rounded(sample / samplesPerSecond));
  const phaseAt = (seconds: number): Phase => {
    if (seconds < entry) return { kind: 'ready', leftSeconds: entry - seconds };
    // At its very end a repetition is back where it began; a moment later the next one would start.
    return isHeld
      ? { kind: 'hold', seconds: seconds - entry }
      : { kind: 'repetitions', seconds: Math.min(seconds - entry, working - 1e-9), tempo };
  };
  const track = createTrack(movement);
  const values = new Float64Array(coordinateCount);
  const poses = timesSeconds.map((seconds): Pose => {
    const { from, to, share } = momentOf(movement, phaseAt(seconds));
    track.valuesBetween(from, to, share, values);
    const pose = arrayToPose(values);
    return side === 'left' ? mirrorPose(pose) : pose;
  });
  return {
    name,
    timesSeconds,
    columns: Object.fromEntries(
      coordinateNames.map((coordinate) => [coordinate, poses.map((pose) => rounded(pose[coordinate] ?? 0))]),
    ),
  };
}

function repetitionSeconds({ repetition }: Movement, tempo: MovementTempo): number {
  const seconds = { up: tempo.upSeconds, pause: tempo.pauseSeconds, down: tempo.downSeconds };
  return repetition.reduce((total, { lasts }) => total + seconds[lasts], 0);
}

// A ten-thousandth of a degree or of a metre.
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
