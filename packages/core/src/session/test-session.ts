import { testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import type { PlanItem } from '../programme/programme.ts';
import { createTimeline } from './create-timeline.ts';
import type { PlayerAction, PlayerEffect } from './player-event.ts';
import {
  createPlayerState,
  type PlayerExercise,
  type PlayerInput,
  type PlayerState,
} from './player-state.ts';
import { stepPlayer } from './player.ts';
import type { Moment } from './session-clock.ts';
import { defaultTimelineOptions, type TimelineOptions } from './step.ts';

/** Doubles for tests of the session: two exercises, and somebody with two clocks who walks through them. */
export const lunge: PlanItem = {
  exercise: 'lunge',
  class: 'stretch',
  side: 'both',
  sets: 2,
  holdSeconds: 45,
  restSeconds: 10,
  because: ['P-02'],
};
export const march: PlanItem = {
  exercise: 'march',
  class: 'strengthen',
  side: 'both',
  sets: 2,
  reps: 10,
  tempo: testRepsDose.tempo,
  restSeconds: 30,
  because: ['P-02'],
};

const catalogue = new Map([
  ['lunge', testExercise({ id: 'lunge' })],
  ['couch-stretch', testExercise({ id: 'couch-stretch' })],
  ['march', testExercise({ id: 'march', class: 'strengthen', side: { model: 'alternating' } })],
]);

const instructions: PlayerExercise['instructions'] = [
  { kind: 'preparation', text: 'Fold a mat for your knee.' },
  { kind: 'safety', text: 'Stop at a pinch.' },
  { kind: 'step', text: 'Grow tall.' },
  { kind: 'cue', text: 'Tailbone under.' },
  { kind: 'cue', text: 'Ribs above hips.' },
  { kind: 'breathing', text: 'Breathe slowly.' },
];

const exercises: readonly PlayerExercise[] = [
  { id: 'lunge', class: 'stretch', instructions },
  { id: 'couch-stretch', class: 'stretch', instructions },
  { id: 'march', class: 'strengthen', instructions },
];

/** A session of these items that nobody has started. */
export function testSession(
  items: readonly PlanItem[],
  more: Partial<PlayerInput> & { readonly options?: TimelineOptions } = {},
): PlayerState {
  const { options = defaultTimelineOptions, ...input } = more;
  return createPlayerState({ timeline: createTimeline(items, catalogue, options), exercises, ...input });
}

/** Walks a session: moves both clocks, sends events, collects effects. */
export function createWalker(first: PlayerState) {
  let state = first;
  let now: Moment = { wallMillis: 1_700_000_000_000, monotonicMillis: 5000 };
  const effects: PlayerEffect[] = [];
  const send = (action: PlayerAction): readonly PlayerEffect[] => {
    const turn = stepPlayer(state, { ...action, at: now });
    state = turn.state;
    effects.push(...turn.effects);
    return turn.effects;
  };
  return {
    state: () => state,
    effects,
    send,
    /** Moves the clocks without anybody noticing. */
    drift: (wallMillis: number, monotonicMillis = wallMillis) => {
      now = {
        wallMillis: now.wallMillis + wallMillis,
        monotonicMillis: now.monotonicMillis + monotonicMillis,
      };
    },
    /** A new page: the monotonic clock starts anew, the state comes from text. */
    reload: (goneMillis: number) => {
      now = { wallMillis: now.wallMillis + goneMillis, monotonicMillis: 12 };
      state = JSON.parse(JSON.stringify(state)) as PlayerState;
      return send({ kind: 'restore' });
    },
    /** Lets seconds pass with a tick every `every` milliseconds. */
    pass: (seconds: number, every = 250): readonly PlayerEffect[] => {
      const before = effects.length;
      let left = seconds * 1000;
      while (left > 0) {
        const step = Math.min(every, left);
        now = { wallMillis: now.wallMillis + step, monotonicMillis: now.monotonicMillis + step };
        send({ kind: 'tick' });
        left -= step;
      }
      return effects.slice(before);
    },
    logs: () => effects.flatMap((effect) => (effect.kind === 'log' ? [effect.set] : [])),
    place: () => {
      const run = state.runs[state.position];
      const side = run !== undefined && 'side' in run.step ? ` ${run.step.side}` : '';
      return `${run?.step.kind}${side} ${run?.step.set} at ${Math.round(state.elapsedMillis) / 1000}`;
    },
  };
}
