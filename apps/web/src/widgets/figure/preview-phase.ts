import { entrySeconds, type Movement, type MovementTempo, type Phase } from '@psoas/body';

/** How an exercise is shown over and over: how long to wait, to hold, and how many repetitions. Own choice. */
const waitSeconds = 0.8;
const holdSeconds = 5.5;
const repetitions = 2;

/** Where a preview is that starts again when it has ended: into the posture, work, and back. */
export function previewPhase(movement: Movement, tempo: MovementTempo | undefined, seconds: number): Phase {
  const entry = waitSeconds + entrySeconds(movement);
  const perRepetition =
    tempo === undefined
      ? 0
      : movement.repetition.reduce(
          (sum, { lasts }) =>
            sum + { up: tempo.upSeconds, pause: tempo.pauseSeconds, down: tempo.downSeconds }[lasts],
          0,
        );
  const work = perRepetition > 0 ? repetitions * perRepetition : holdSeconds;
  const now = seconds % (entry + work + entry);
  if (now < entry) return { kind: 'ready', leftSeconds: entry - now };
  if (now < entry + work)
    return perRepetition > 0 && tempo !== undefined
      ? { kind: 'repetitions', seconds: now - entry, tempo }
      : { kind: 'hold', seconds: now - entry };
  return { kind: 'rest', seconds: now - entry - work, leftSeconds: Infinity };
}
