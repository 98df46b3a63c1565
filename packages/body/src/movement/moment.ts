import { firstPosture, workingPosture } from './keyframe-of.ts';
import type { Movement, TempoPart } from './movement.ts';

/** How long each part of a repetition lasts, in seconds. */
export type MovementTempo = {
  readonly upSeconds: number;
  readonly pauseSeconds: number;
  readonly downSeconds: number;
};

/** What is going on while the figure is shown; seconds count from its beginning. */
export type Phase =
  | { readonly kind: 'ready'; readonly leftSeconds: number }
  | { readonly kind: 'hold'; readonly seconds: number }
  | { readonly kind: 'repetitions'; readonly seconds: number; readonly tempo: MovementTempo }
  | { readonly kind: 'rest'; readonly seconds: number; readonly leftSeconds: number };

/** Where a movement is: a share of the way between two keyframes. `breath` goes 0 to 1 and back in slow breaths. */
export type Moment = {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  readonly breath: number;
  readonly repetition: number;
};

/** One slow breath, in and out. Own choice: about eleven a minute, as people at rest breathe. */
export const breathSeconds = 5.5;

/**
 * Where the movement is in a phase: it enters so that it arrives when the time to get ready ends, stays and breathes in
 * a hold, follows the tempo in repetitions, and leaves the way it came for a rest. It eases in and out of every posture.
 */
export function momentOf(movement: Movement, phase: Phase): Moment {
  switch (phase.kind) {
    case 'ready':
      return entryMoment(movement, entrySeconds(movement) - phase.leftSeconds);
    case 'hold':
      return {
        ...still(workingPosture(movement)),
        breath: (1 - Math.cos((2 * Math.PI * phase.seconds) / breathSeconds)) / 2,
      };
    case 'repetitions':
      return repetitionMoment(movement, phase.seconds, phase.tempo);
    case 'rest':
      return restMoment(movement, phase.seconds, phase.leftSeconds);
  }
}

/** How long the way into the working posture takes. */
export function entrySeconds({ entry }: Movement): number {
  return entry.reduce((total, { seconds }) => total + seconds, 0);
}

function still(id: string): Moment {
  return { from: id, to: id, share: 0, breath: 0, repetition: 0 };
}

function entryMoment(movement: Movement, seconds: number): Moment {
  let from = firstPosture(movement);
  let before = 0;
  for (const step of movement.entry) {
    if (seconds < before + step.seconds) {
      return { ...still(from), to: step.to, share: ease((seconds - before) / step.seconds) };
    }
    before += step.seconds;
    from = step.to;
  }
  return still(from);
}

// Out the way it came in, and in again for what follows.
function restMoment(movement: Movement, seconds: number, leftSeconds: number): Moment {
  const length = entrySeconds(movement);
  if (leftSeconds < length) return entryMoment(movement, length - leftSeconds);
  return entryMoment(movement, length - seconds);
}

function repetitionMoment(movement: Movement, seconds: number, tempo: MovementTempo): Moment {
  const steps = movement.repetition;
  const total = steps.reduce((sum, { lasts }) => sum + partSeconds(tempo, lasts), 0);
  const start = workingPosture(movement);
  if (total <= 0) return still(start);
  const repetition = Math.floor(seconds / total);
  let left = seconds - repetition * total;
  let from = start;
  for (const { to, lasts } of steps) {
    const length = partSeconds(tempo, lasts);
    if (left < length) return { from, to, share: ease(left / length), breath: 0, repetition };
    left -= length;
    from = to;
  }
  return { ...still(from), repetition };
}

function partSeconds(tempo: MovementTempo, part: TempoPart): number {
  return part === 'up' ? tempo.upSeconds : part === 'down' ? tempo.downSeconds : tempo.pauseSeconds;
}

/** Slow at both ends, as a limb moves. */
function ease(share: number): number {
  const within = Math.max(0, Math.min(1, share));
  return within * within * (3 - 2 * within);
}
