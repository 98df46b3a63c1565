import { withExtraTime } from './equal-sides.ts';
import type { PlayerEffect, PlayerEvent } from './player-event.ts';
import { currentRun, type PlayerState } from './player-state.ts';
import { goOnAfterStop, takeReport } from './reports.ts';
import { intervalAcrossReload, intervalBetween, type Interval } from './session-clock.ts';
import { isWork, withWholeWork } from './set-log.ts';
import {
  add,
  completedEnding,
  enterStep,
  finish,
  openingCues,
  walk,
  withLeftStep,
  type PlayerTurn,
} from './walk.ts';

/** Within the first seconds of a step, back goes to the work before it. */
export const backMillis = 3000;

/**
 * [T-01] The player: one event in, the new state and what has to be done out. Time first, then what the event asks.
 * An event that makes no sense now changes nothing but the time.
 */
export function stepPlayer(state: PlayerState, event: PlayerEvent): PlayerTurn {
  if (state.status === 'finished') return { state, effects: [] };
  const timed = takeTime(state, event);
  const acted = add(timed, act(timed.state, event));
  // What was done may have ended the step, as a trim does.
  return acted.state.status === 'running' ? add(acted, walk(acted.state, 0)) : acted;
}

// [T-02] to [T-05] What has passed since the last event counts as training only while running.
function takeTime(state: PlayerState, { at, kind }: PlayerEvent): PlayerTurn {
  const anchored = { ...state, last: at };
  if (state.last === null || state.status === 'waiting') return { state: anchored, effects: [] };
  const interval =
    kind === 'restore' ? intervalAcrossReload(state.last, at) : intervalBetween(state.last, at);
  const jump = jumpEffects(interval);
  if (state.status !== 'running')
    return { state: { ...anchored, pausedMillis: state.pausedMillis + interval.millis }, effects: jump };
  const walked = walk(anchored, interval.millis);
  const isLost = interval.finding === 'away' || (kind === 'restore' && interval.finding === 'set-back');
  const effects = [...walked.effects, ...jump];
  return isLost && walked.state.status === 'running'
    ? add({ state: walked.state, effects }, pause(walked.state))
    : { state: walked.state, effects };
}

function act(state: PlayerState, event: PlayerEvent): PlayerTurn {
  switch (event.kind) {
    case 'start':
      return state.status === 'waiting' ? start(state, event.at.wallMillis) : same(state);
    case 'tick':
      return same(state);
    case 'restore':
      return state.status === 'running'
        ? { state, effects: [{ kind: 'keep-awake', on: true }] }
        : same(state);
    case 'pause':
      return state.status === 'running' ? pause(state) : same(state);
    case 'resume':
      return resume(state);
    case 'end':
      return end(state);
    case 'answer':
    case 'report-sign':
      return isUnderWay(state) ? takeReport(state, event) : same(state);
    default:
      return isUnderWay(state) ? move(state, event) : same(state);
  }
}

function move(state: PlayerState, event: PlayerEvent): PlayerTurn {
  switch (event.kind) {
    case 'touch':
      return same(currentRun(state)?.step.kind === 'ask' ? { ...state, answering: true } : state);
    case 'add15':
      return same(
        currentRun(state)?.step.kind === 'ask' ? { ...state, answering: true } : withExtraTime(state),
      );
    case 'skip':
      return enterStep(withLeftStep(state), state.position + 1);
    case 'set-done':
      return setDone(state);
    case 'back':
      return goBack(state, state.elapsedMillis <= backMillis);
    case 'repeat':
      return goBack(state, currentRun(state)?.step.kind !== 'work');
    default:
      return same(state);
  }
}

function start(state: PlayerState, wallMillis: number): PlayerTurn {
  const running: PlayerState = { ...state, status: 'running', startedAtMillis: wallMillis };
  const awake: PlayerEffect = { kind: 'keep-awake', on: true };
  return add({ state: running, effects: [awake] }, enterStep(running, 0));
}

function pause(state: PlayerState): PlayerTurn {
  return { state: { ...state, status: 'paused' }, effects: [{ kind: 'keep-awake', on: false }] };
}

function resume(state: PlayerState): PlayerTurn {
  const awake: PlayerEffect = { kind: 'keep-awake', on: true };
  if (state.status === 'stopped') return add({ state, effects: [awake] }, goOnAfterStop(state));
  if (state.status !== 'paused') return same(state);
  const running: PlayerState = { ...state, status: 'running' };
  return { state: running, effects: [awake, ...openingCues(running)] };
}

function end(state: PlayerState): PlayerTurn {
  if (state.status === 'stopped') {
    return finish(
      { ...state, stop: null },
      { outcome: 'stopped', ...(state.stop === null ? {} : { because: state.stop.rule }) },
    );
  }
  const isWorkLeft = state.runs.some(
    (run, index) =>
      isWork(run) &&
      (index > state.position || (index === state.position && state.elapsedMillis < run.allottedMillis)),
  );
  return finish(withLeftStep(state), isWorkLeft ? { outcome: 'ended-early' } : completedEnding(state));
}

function setDone(state: PlayerState): PlayerTurn {
  const run = currentRun(state);
  if (run === undefined || !isWork(run)) return same(state);
  if (run.step.mode === 'hold') return enterStep(withLeftStep(state), state.position + 1);
  const runs = state.runs.map((one) => (one === run ? withWholeWork(one, state.elapsedMillis) : one));
  return enterStep({ ...state, runs }, state.position + 1);
}

// Never into an exercise before: its sets are in the diary already.
function goBack(state: PlayerState, wantsWorkBefore: boolean): PlayerTurn {
  const left = withLeftStep(state);
  const run = currentRun(state);
  if (run === undefined) return same(state);
  const before = state.runs.findLastIndex(
    (one, index) => index < state.position && one.step.item === run.step.item && isWork(one),
  );
  const goesBefore = before >= 0 && (run.step.kind === 'ask' || wantsWorkBefore);
  return enterStep(left, goesBefore ? before : state.position);
}

function isUnderWay({ status }: PlayerState): boolean {
  return status === 'running' || status === 'paused';
}

function jumpEffects({ finding }: Interval): readonly PlayerEffect[] {
  return finding === 'steady' ? [] : [{ kind: 'clock', finding }];
}

function same(state: PlayerState): PlayerTurn {
  return { state, effects: [] };
}
