import type { Side } from '@psoas/kernel';
import type { Say, Tone } from './player-event.ts';
import { currentRun, sideOfStep, type PlayerState, type StepRun } from './player-state.ts';
import { stepCues } from './step-cues.ts';
import type { Step } from './step.ts';

/** What a screen shows of a session at this moment. */
export type PlayerView = {
  readonly step: Step;
  readonly side: Side | 'both' | undefined;
  /** From 1, and of how many. */
  readonly exerciseNumber: number;
  readonly exerciseCount: number;
  readonly leftMillis: number;
  /** 0 to 1. */
  readonly progress: number;
  /** Of the whole session; a waiting question counts its full time. */
  readonly sessionLeftMillis: number;
  /** The repetition that is now, from 1; undefined for holds. */
  readonly rep: number | undefined;
  /** The last instruction line that was due in this step; before the first one, that one. */
  readonly line: Extract<Say, { kind: 'line' }> | undefined;
  readonly next: Step | undefined;
};

/** The state as a screen shows it; undefined in a session without steps. */
export function viewPlayer(state: PlayerState): PlayerView | undefined {
  const run = currentRun(state);
  if (run === undefined) return undefined;
  const { step, allottedMillis } = run;
  const leftMillis = Math.max(0, allottedMillis - state.elapsedMillis);
  const later = state.runs.slice(state.position + 1);
  return {
    step,
    side: sideOfStep(step),
    exerciseNumber: step.item + 1,
    exerciseCount: state.items.length,
    leftMillis,
    progress: allottedMillis === 0 ? 1 : Math.min(1, state.elapsedMillis / allottedMillis),
    sessionLeftMillis: later.reduce((total, one) => total + one.allottedMillis, leftMillis),
    rep: repNow(step, state.elapsedMillis),
    line: lineNow(state, run),
    next: later[0]?.step,
  };
}

/** A tone and how long until it is due. */
export type ToneAhead = { readonly inMillis: number; readonly tone: Tone };

/** [T-13] The tones up to the end of the next question, for an audio clock that goes on when the page is throttled. */
export function tonesAhead(state: PlayerState): readonly ToneAhead[] {
  if (state.status !== 'running') return [];
  const ahead: ToneAhead[] = [];
  let startsIn = -state.elapsedMillis;
  for (const run of state.runs.slice(state.position)) {
    const isNow = run === state.runs[state.position];
    const cues = stepCues(isNow ? state : { ...state, halfwayPassed: false }, run);
    for (const { atMillis, effect } of cues) {
      if (effect.kind === 'tone' && startsIn + atMillis > 0)
        ahead.push({ inMillis: startsIn + atMillis, tone: effect.tone });
    }
    if (run.step.kind === 'ask') break;
    startsIn += run.allottedMillis;
  }
  return ahead;
}

function repNow(step: Step, elapsedMillis: number): number | undefined {
  if (step.kind !== 'work' || step.reps === undefined || step.seconds === 0) return undefined;
  return Math.min(step.reps, 1 + Math.floor((elapsedMillis / 1000 / step.seconds) * step.reps));
}

function lineNow(state: PlayerState, run: StepRun): PlayerView['line'] {
  const lines = stepCues(state, run).flatMap(({ atMillis, effect }) =>
    effect.kind === 'say' && effect.say.kind === 'line' ? [{ atMillis, say: effect.say }] : [],
  );
  return (lines.findLast(({ atMillis }) => atMillis <= state.elapsedMillis) ?? lines[0])?.say;
}
