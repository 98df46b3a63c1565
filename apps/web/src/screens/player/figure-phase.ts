import { otherSide, type Side } from '@psoas/kernel';
import type { Phase } from '@psoas/body';
import type { PlanItem } from '@psoas/core/programme';
import type { PlayerState } from '@psoas/core/session';

/** What the figure of the player shows: whose movement, which side works, and where it is in time. */
export type FigurePhase = {
  readonly exercise: string;
  readonly side: Side | 'both';
  readonly phase: Phase;
};

/** What goes on at a reading of the device's even clock; a paused player stands still. Undefined without steps. */
export function figurePhaseOf(
  state: PlayerState,
  items: readonly PlanItem[],
  monotonicMillis: number,
): FigurePhase | undefined {
  const run = state.runs[state.position];
  if (run === undefined) return undefined;
  const { step, allottedMillis } = run;
  const sinceLast =
    state.status === 'running' && state.last !== null
      ? Math.max(0, monotonicMillis - state.last.monotonicMillis)
      : 0;
  const elapsedMillis = Math.min(allottedMillis, state.elapsedMillis + sinceLast);
  const seconds = elapsedMillis / 1000;
  const leftSeconds = (allottedMillis - elapsedMillis) / 1000;
  const shown = (side: Side | 'both', phase: Phase): FigurePhase => ({
    exercise: step.exercise,
    side,
    phase,
  });
  if (state.status === 'waiting')
    return shown('side' in step ? step.side : 'both', { kind: 'ready', leftSeconds: Infinity });
  switch (step.kind) {
    case 'ready':
      return shown(step.side, { kind: 'ready', leftSeconds });
    case 'switch':
      // First out of the old side, then into the new one.
      if (seconds < leftSeconds)
        return shown(otherSide(step.to), { kind: 'rest', seconds, leftSeconds: Infinity });
      return shown(step.to, { kind: 'ready', leftSeconds });
    case 'rest':
      return shown(sideAfter(state) ?? items[step.item]?.side ?? 'both', {
        kind: 'rest',
        seconds,
        leftSeconds,
      });
    case 'ask':
      return shown(step.side, { kind: 'rest', seconds, leftSeconds: Infinity });
    case 'work': {
      const tempo = items[step.item]?.tempo;
      return shown(
        step.side,
        step.mode === 'reps' && tempo !== undefined
          ? { kind: 'repetitions', seconds, tempo }
          : { kind: 'hold', seconds },
      );
    }
  }
}

// A rest lies between two sets of the same side.
function sideAfter({ runs, position }: PlayerState): Side | 'both' | undefined {
  const next = runs[position + 1]?.step;
  return next !== undefined && 'side' in next ? next.side : undefined;
}
