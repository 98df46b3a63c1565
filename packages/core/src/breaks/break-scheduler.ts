import { awayMillis, intervalBetween, type Interval } from '../session/session-clock.ts';
import {
  everyMillis,
  type BreakAction,
  type BreakEffect,
  type BreakEvent,
  type BreakMoment,
  type BreakState,
  type BreakTurn,
} from './break-state.ts';
import { millisSinceQuiet, quietReason } from './quiet-hours.ts';

/** [BR-07] Nobody there for so long counts as a break from sitting. Own choice: long enough to have stood up. */
export const restMillis = 5 * 60_000;

/** [BR-10] A break that was begun and never ended is over after this long. Own choice. */
export const longestBreakMillis = 15 * 60_000;

/** Takes one event: first the time that has passed, then what happened. Pure; see docs/spec/breaks.md. */
export function stepBreaks(before: BreakState, event: BreakEvent): BreakTurn {
  const interval = event.kind === 'restore' ? sinceSaved(before, event.at) : since(before, event.at);
  const passed = passTime(before, interval, event.at);
  const acted = act(passed.state, event);
  const effects = [...passed.effects, ...acted.effects];
  return { state: { ...acted.state, last: event.at }, effects: withoutWithdrawn(effects) };
}

// [BR-06] Three hours that nobody witnessed are no sitting, whatever the clocks say of them.
function since(before: BreakState, at: BreakMoment): Interval {
  const interval = intervalBetween(before.last, at);
  return interval.millis > awayMillis ? { ...interval, finding: 'away' } : interval;
}

// [BR-06] Across a reload only the wall clock can be compared.
function sinceSaved(before: BreakState, at: BreakMoment): Interval {
  const wall = at.wallMillis - before.last.wallMillis;
  if (wall < 0) return { millis: 0, finding: 'set-back' };
  return { millis: wall, finding: wall > awayMillis ? 'away' : 'steady' };
}

function passTime(before: BreakState, { millis, finding }: Interval, at: BreakMoment): BreakTurn {
  // [BR-06] A device that slept, or a page that nobody saw for hours, was no desk with somebody at it.
  const slept = finding === 'slept' && millis >= restMillis;
  if (finding === 'away' || slept) {
    const rested = settle(rest(waited(before, millis), slept ? 'slept' : 'away'));
    return quietReason(before.settings, at) === undefined ? rested : hush(rested.state, rested.effects);
  }
  const counted = count(waited(before, millis), millis, at);
  if (quietReason(before.settings, at) !== undefined) return hush(counted.state, counted.effects);
  return settle(counted);
}

function waited(state: BreakState, millis: number): BreakState {
  return state.waitMillis === null ? state : { ...state, waitMillis: Math.max(0, state.waitMillis - millis) };
}

// [BR-03] Only what lies after the last quiet hours counts. [BR-07] A long idle time counts as a break.
function count(state: BreakState, millis: number, at: BreakMoment): BreakTurn {
  const sinceQuiet = millisSinceQuiet(state.settings, at);
  const wasQuiet = sinceQuiet < millis;
  const base = wasQuiet ? hush(state) : { state, effects: [] };
  const idleMillis = state.idleMillis === null ? null : state.idleMillis + millis;
  const sitting = state.status === 'taking' ? 0 : Math.min(millis, sinceQuiet);
  const now = { ...base.state, idleMillis, sittingMillis: base.state.sittingMillis + sitting };
  if (idleMillis !== null && idleMillis >= restMillis) {
    const rested = rest(now, 'idle');
    // It is said once; while nobody is there nothing is counted.
    const isNew = (state.idleMillis ?? 0) < restMillis;
    return { state: rested.state, effects: [...base.effects, ...(isNew ? rested.effects : [])] };
  }
  return { state: now, effects: base.effects };
}

// What ends by itself. At most one reminder, however long the time was (BR-02).
function settle({ state, effects }: BreakTurn): BreakTurn {
  const isOver = state.waitMillis === 0;
  switch (state.status) {
    case 'meeting': {
      if (!isOver) return { state, effects };
      const after = settle({ state: counting(state), effects: [] });
      return { state: after.state, effects: [...effects, { kind: 'meeting-over' }, ...after.effects] };
    }
    case 'snoozed':
    case 'due':
      return isOver ? remind(state, effects) : { state, effects };
    case 'taking':
      return isOver ? { state: fresh(state), effects } : { state, effects };
    case 'counting':
      return state.sittingMillis >= everyMillis(state) ? remind(state, effects) : { state, effects };
  }
}

function remind(state: BreakState, effects: readonly BreakEffect[]): BreakTurn {
  const due: BreakState = { ...state, status: 'due', waitMillis: everyMillis(state) };
  return { state: due, effects: [...effects, { kind: 'remind' }] };
}

// [BR-03] Quiet: nothing is due and nothing is counted. A meeting and a break that is under way go on.
function hush(state: BreakState, effects: readonly BreakEffect[] = []): BreakTurn {
  const isOver = state.waitMillis === 0;
  const keeps = (state.status === 'meeting' || state.status === 'taking') && !isOver;
  const silent = keeps ? { ...state, sittingMillis: 0 } : fresh(state);
  return { state: silent, effects: [...effects, ...withdrawn(state)] };
}

function rest(state: BreakState, because: 'idle' | 'slept' | 'away'): BreakTurn {
  const after = state.status === 'meeting' ? { ...state, sittingMillis: 0 } : fresh(state);
  return { state: after, effects: [...withdrawn(state), { kind: 'rested', because }] };
}

function act(state: BreakState, event: BreakAction & { readonly at: BreakMoment }): BreakTurn {
  const none: readonly BreakEffect[] = [];
  switch (event.kind) {
    case 'tick':
    case 'restore':
      return { state, effects: none };
    case 'settings': {
      const changed = { ...state, settings: event.settings };
      if (quietReason(event.settings, event.at) !== undefined) return hush(changed);
      return settle({ state: changed, effects: none });
    }
    case 'snooze':
      return state.status === 'due' || state.status === 'snoozed'
        ? {
            state: { ...state, status: 'snoozed', waitMillis: event.minutes * 60_000 },
            effects: withdrawn(state),
          }
        : { state, effects: none };
    case 'meeting':
      return {
        state: {
          ...state,
          status: 'meeting',
          waitMillis: event.minutes === undefined ? null : Math.max(1, event.minutes) * 60_000,
        },
        effects: withdrawn(state),
      };
    case 'resume':
      return state.status === 'meeting'
        ? settle({ state: { ...state, waitMillis: 0 }, effects: none })
        : { state, effects: none };
    case 'take':
      return {
        state: { ...state, status: 'taking', sittingMillis: 0, waitMillis: longestBreakMillis },
        effects: withdrawn(state),
      };
    case 'done':
    case 'skip':
      return { state: fresh(state), effects: withdrawn(state) };
    case 'idle': {
      const idleMillis = Math.max(0, event.forMillis, state.idleMillis ?? 0);
      if (idleMillis < restMillis || (state.idleMillis ?? 0) >= restMillis)
        return { state: { ...state, idleMillis }, effects: none };
      return rest({ ...state, idleMillis }, 'idle');
    }
    case 'active':
      return { state: { ...state, idleMillis: null }, effects: none };
  }
}

function counting(state: BreakState): BreakState {
  return { ...state, status: 'counting', waitMillis: null };
}

function fresh(state: BreakState): BreakState {
  return { ...counting(state), sittingMillis: 0 };
}

function withdrawn({ status }: BreakState): readonly BreakEffect[] {
  return status === 'due' ? [{ kind: 'withdraw' }] : [];
}

// A reminder that the same event answers is not given; the one before it still has to go.
function withoutWithdrawn(effects: readonly BreakEffect[]): readonly BreakEffect[] {
  const lastWithdraw = effects.findLastIndex(({ kind }) => kind === 'withdraw');
  return effects.filter(({ kind }, index) => kind !== 'remind' || index > lastWithdraw);
}
