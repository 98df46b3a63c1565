import type { PlayerEffect } from './player-event.ts';
import {
  currentRun,
  withItem,
  withRun,
  type Ending,
  type PlayerState,
  type StepRun,
} from './player-state.ts';
import { loggedSets, withPartialWork, withWholeWork } from './set-log.ts';
import { stepCues } from './step-cues.ts';
import { isStop } from './stop-rules.ts';

/** A state, and what the world outside has to do about it. */
export type PlayerTurn = { readonly state: PlayerState; readonly effects: readonly PlayerEffect[] };

/** [T-06] A cue that comes later than this is left out: nobody wants the beeps of ten minutes at once. */
export const staleCueMillis = 1200;

/** [T-09] A tick that comes later than this after a question has run out does not pass it. */
export const lateAskMillis = 2000;

/** [T-06] Lets unpaused time pass: through every step that is over, up to a question nobody could have seen. */
export function walk(start: PlayerState, millis: number): PlayerTurn {
  let turn: PlayerTurn = { state: { ...start, activeMillis: start.activeMillis + millis }, effects: [] };
  let left = millis;
  while (turn.state.status === 'running') {
    const { state } = turn;
    const run = currentRun(state);
    const isAsk = run?.step.kind === 'ask';
    if (run === undefined || (isAsk && state.answering)) break;
    const need = Math.max(0, run.allottedMillis - state.elapsedMillis);
    if (left < need) return add(turn, passTime(state, run, left));
    if (isAsk && left - need > lateAskMillis) return { ...turn, state: { ...state, elapsedMillis: 0 } };
    turn = add(turn, passTime(state, run, left));
    turn = {
      ...turn,
      state: withRun(turn.state, state.position, (done) => withWholeWork(done, turn.state.elapsedMillis)),
    };
    left -= need;
    if (isLateForAsk(state.runs[state.position + 1], left)) left = 0;
    turn = add(turn, enterStep(turn.state, state.position + 1, left));
  }
  return turn;
}

/** [T-08] Leaves the step that is now, noting what was worked of it. */
export function withLeftStep(state: PlayerState): PlayerState {
  return withRun(state, state.position, (run) => withPartialWork(run, state.elapsedMillis));
}

/** Begins a step; past the last one the session is completed. Leaving an exercise hands its sets to the diary. */
export function enterStep(state: PlayerState, position: number, lateMillis = 0): PlayerTurn {
  const next = state.runs[position];
  const item = currentRun(state)?.step.item;
  if (next === undefined) return finish(state, completedEnding(state), lateMillis);
  const logged =
    item === undefined || item === next.step.item ? { state, effects: [] } : logItem(state, item);
  const entered: PlayerState = {
    ...logged.state,
    position,
    elapsedMillis: 0,
    answering: false,
    halfwayPassed: false,
  };
  const cues = entered.status === 'running' ? cuesBetween(entered, next, [-1, 0], lateMillis) : [];
  return { state: entered, effects: [...logged.effects, ...cues] };
}

/** The cues of a step that was entered during a pause and begins only now; none in the middle of a step. */
export function openingCues(state: PlayerState): readonly PlayerEffect[] {
  const run = currentRun(state);
  return run === undefined || state.elapsedMillis > 0 ? [] : cuesBetween(state, run, [-1, 0], 0);
}

/** Walked to the end; `because` names the last rule that stopped an exercise on the way. */
export function completedEnding({ decisions }: PlayerState): Ending {
  const cut = decisions.findLast(isStop);
  return { outcome: 'completed', ...(cut === undefined ? {} : { because: cut.rule }) };
}

/** Ends the session: what is not yet in the diary goes there now. */
export function finish(state: PlayerState, ending: Ending, lateMillis = 0): PlayerTurn {
  const item = currentRun(state)?.step.item;
  const logged = item === undefined ? { state, effects: [] } : logItem(state, item);
  const isFresh = ending.outcome === 'completed' && lateMillis <= staleCueMillis;
  const farewell: readonly PlayerEffect[] = isFresh
    ? [
        { kind: 'tone', tone: 'finish' },
        {
          kind: 'say',
          say: { kind: 'sentence', key: 'finished', exercise: currentRun(state)?.step.exercise ?? '' },
        },
      ]
    : [];
  return {
    state: { ...logged.state, status: 'finished', ending },
    effects: [
      ...logged.effects,
      ...farewell,
      { kind: 'keep-awake', on: false },
      { kind: 'finished', ending },
    ],
  };
}

/** Hands the sets of an exercise to the diary, once. */
export function logItem(state: PlayerState, item: number): PlayerTurn {
  if (state.items[item]?.logged !== false) return { state, effects: [] };
  const effects = loggedSets(state, item).map((set): PlayerEffect => ({ kind: 'log', set }));
  return { state: withItem(state, item, (record) => ({ ...record, logged: true })), effects };
}

/** One turn after the other, as one. */
export function add(first: PlayerTurn, second: PlayerTurn): PlayerTurn {
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

function passTime(state: PlayerState, run: StepRun, left: number): PlayerTurn {
  const from = state.elapsedMillis;
  const to = left < run.allottedMillis - from ? from + left : Math.max(from, run.allottedMillis);
  const passed: PlayerState = {
    ...state,
    elapsedMillis: to,
    halfwayPassed: state.halfwayPassed || to >= run.allottedMillis / 2,
  };
  return { state: passed, effects: cuesBetween(state, run, [from, to], left + from) };
}

// Cues after the first moment up to the second; `upTo` is how far time has come, counted from the step's start.
function cuesBetween(
  state: PlayerState,
  run: StepRun,
  [from, to]: readonly [number, number],
  upTo: number,
): readonly PlayerEffect[] {
  return stepCues(state, run)
    .filter(({ atMillis }) => atMillis > from && atMillis <= to && upTo - atMillis <= staleCueMillis)
    .map(({ effect }) => effect);
}

function isLateForAsk(next: StepRun | undefined, left: number): boolean {
  return next?.step.kind === 'ask' && left > lateAskMillis;
}
