import {
  createBreakState,
  stepBreaks,
  type BreakAction,
  type BreakEffect,
  type BreakMoment,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';
import { createBreakStore } from './break-store.ts';

/** The reminder of breaks as screens see it. It runs as long as the page does. */
export type BreakReminder = {
  /** Undefined while it is off, and while another tab reminds. */
  readonly state: () => BreakState | undefined;
  /** Another tab of this browser reminds. */
  readonly isElsewhere: () => boolean;
  readonly settings: () => BreakSettings;
  readonly changeSettings: (changes: Partial<BreakSettings>) => void;
  readonly turnOn: () => void;
  readonly turnOff: () => void;
  readonly send: (action: BreakAction) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** What the reminder needs of the device. */
export type ReminderParts = {
  readonly now: () => BreakMoment;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly isOn: boolean;
  readonly onSwitched: (isOn: boolean) => void;
  readonly signals: BreakSignals;
  /** Calls back about each second and whenever the page is shown; gives back how to stop. */
  readonly tick: (listener: () => void) => () => void;
  /** Calls back once this tab is the one that reminds; gives back how to let go. */
  readonly waitForTurn: (onTurn: () => void) => () => void;
};

/** How a person is told. */
export type BreakSignals = { readonly remind: () => void; readonly withdraw: () => void };

/** A reminder that keeps its place in the storage, so that a reload loses nothing. */
export function createBreakReminder(parts: ReminderParts): BreakReminder {
  const { now, signals } = parts;
  const kept = createBreakStore(parts.storage);
  const { redraw, subscribe } = createListeners();
  let settings = kept.settings();
  let state: BreakState | undefined;
  let isElsewhere = false;
  let stop: (() => void) | undefined;
  const send = (action: BreakAction): void => {
    if (state === undefined) return;
    const before = state.status;
    const turn = stepBreaks(state, { ...action, at: now() });
    state = turn.state;
    for (const effect of turn.effects) signal(effect, signals);
    if (action.kind !== 'tick' || before !== state.status || isWholeMinute(state)) kept.keepState(state);
    redraw();
  };
  const run = (): void => {
    isElsewhere = false;
    const saved = kept.state();
    state = saved === undefined ? createBreakState(settings, now()) : { ...saved, settings };
    if (saved !== undefined) send({ kind: 'restore' });
    const stopTicks = parts.tick(() => send({ kind: 'tick' }));
    const release = stop;
    stop = () => {
      stopTicks();
      release?.();
    };
    kept.keepState(state);
    redraw();
  };
  const begin = (): void => {
    isElsewhere = true;
    stop = parts.waitForTurn(run);
  };
  if (parts.isOn) begin();
  return {
    state: () => state,
    isElsewhere: () => isElsewhere,
    settings: () => settings,
    changeSettings: (changes) => {
      settings = { ...settings, ...changes };
      kept.keepSettings(settings);
      send({ kind: 'settings', settings });
      redraw();
    },
    turnOn: () => {
      if (stop !== undefined) return;
      kept.keepSettings(settings);
      parts.onSwitched(true);
      begin();
      redraw();
    },
    turnOff: () => {
      if (state?.status === 'due') signals.withdraw();
      stop?.();
      stop = undefined;
      state = undefined;
      isElsewhere = false;
      kept.forgetState();
      parts.onSwitched(false);
      redraw();
    },
    send,
    subscribe,
  };
}

// Often enough to lose no more than a minute, seldom enough to spare the storage.
function isWholeMinute({ sittingMillis }: BreakState): boolean {
  return sittingMillis % 60_000 < 1500;
}

function signal({ kind }: BreakEffect, signals: BreakSignals): void {
  if (kind === 'remind') signals.remind();
  else if (kind === 'withdraw') signals.withdraw();
}

function createListeners(): Pick<BreakReminder, 'subscribe'> & { readonly redraw: () => void } {
  const listeners = new Set<() => void>();
  return {
    redraw: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
