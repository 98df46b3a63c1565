import { describe, expect, it } from 'vitest';
import type { PlanItem } from '@psoas/core/programme';
import { createPlayerState, type PlayerState, type Step } from '@psoas/core/session';
import { figurePhaseOf } from './figure-phase.ts';

const tempo = { upSeconds: 1, pauseSeconds: 3, downSeconds: 2 };
const march: PlanItem = {
  exercise: 'march',
  class: 'strengthen',
  side: 'both',
  sets: 1,
  reps: 10,
  tempo,
  restSeconds: 30,
  because: ['P-02'],
};
const place = { item: 0, exercise: 'march', set: 1, sets: 1 } as const;

function playing(step: Step, changes: Partial<PlayerState> = {}): PlayerState {
  const fresh = createPlayerState({ timeline: { steps: [step], totalSeconds: step.seconds }, exercises: [] });
  return { ...fresh, status: 'running', last: { wallMillis: 0, monotonicMillis: 1000 }, ...changes };
}

const work: Step = {
  ...place,
  kind: 'work',
  side: 'both',
  mode: 'reps',
  reps: 10,
  secondsPerRep: 6,
  seconds: 120,
};

describe('the phase of the figure', () => {
  it('goes on between two ticks of the player, by the even clock', () => {
    expect(figurePhaseOf(playing(work, { elapsedMillis: 4000 }), [march], 1250)).toEqual({
      exercise: 'march',
      side: 'both',
      phase: { kind: 'repetitions', seconds: 4.25, tempo },
    });
  });

  it('stands still while the player is paused', () => {
    expect(
      figurePhaseOf(playing(work, { elapsedMillis: 4000, status: 'paused' }), [march], 9000)?.phase,
    ).toMatchObject({ seconds: 4 });
  });

  it('never runs past the end of a step', () => {
    expect(
      figurePhaseOf(
        playing({ ...place, kind: 'ready', side: 'left', seconds: 10 }, { elapsedMillis: 9900 }),
        [march],
        5000,
      ),
    ).toEqual({ exercise: 'march', side: 'left', phase: { kind: 'ready', leftSeconds: 0 } });
  });

  it('comes out of the old side first, then gets ready on the side that a change leads to', () => {
    const change: Step = { ...place, kind: 'switch', to: 'right', seconds: 8 };
    expect(figurePhaseOf(playing(change), [march], 1000)).toMatchObject({
      side: 'left',
      phase: { kind: 'rest', seconds: 0 },
    });
    expect(figurePhaseOf(playing(change, { elapsedMillis: 6000 }), [march], 1000)).toMatchObject({
      side: 'right',
      phase: { kind: 'ready', leftSeconds: 2 },
    });
  });

  it('holds where seconds are held', () => {
    const hold: Step = { ...place, kind: 'work', side: 'left', mode: 'hold', seconds: 45 };
    expect(figurePhaseOf(playing(hold), [march], 2000)).toMatchObject({
      side: 'left',
      phase: { kind: 'hold', seconds: 1 },
    });
  });

  it('shows the side that begins before the session starts', () => {
    const ready = { ...work, kind: 'ready', side: 'left' } as const;
    expect(figurePhaseOf(playing(ready, { status: 'waiting', last: null }), [march], 0)?.side).toBe('left');
  });

  it('waits in the first posture before the session starts', () => {
    expect(figurePhaseOf(playing(work, { status: 'waiting', last: null }), [march], 0)?.phase).toEqual({
      kind: 'ready',
      leftSeconds: Infinity,
    });
  });
});
