import {
  createBreakState,
  parseBreakState,
  readBreakSettings,
  stepBreaks,
  storedBreakSettings,
  type BreakAction,
  type BreakMoment,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';

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

const settingsKey = 'psoas.break-settings';
const stateKey = 'psoas.break-state';

/** A reminder that keeps its place in the storage, so that a reload loses nothing. */
export function createBreakReminder(parts: ReminderParts): BreakReminder {
  const { now, storage, signals } = parts;
  const listeners = new Set<() => void>();
  let settings = readBreakSettings(readJson(storage, settingsKey));
  let state: BreakState | undefined;
  let isElsewhere = false;
  let stop: (() => void) | undefined;
  const redraw = (): void => {
    for (const listener of listeners) listener();
  };
  const keep = (): void => {
    // Whoever erased everything, here or in another tab, has ended the reminder too.
    if (state === undefined || readJson(storage, settingsKey) === undefined) return;
    write(storage, stateKey, { ...state, settings: storedBreakSettings(settings) });
  };
  const send = (action: BreakAction): void => {
    if (state === undefined) return;
    const before = state.status;
    const turn = stepBreaks(state, { ...action, at: now() });
    state = turn.state;
    for (const { kind } of turn.effects) {
      if (kind === 'remind') signals.remind();
      else if (kind === 'withdraw') signals.withdraw();
    }
    if (action.kind !== 'tick' || before !== state.status || isWholeMinute(state)) keep();
    redraw();
  };
  const run = (): void => {
    isElsewhere = false;
    const saved = parseBreakState(readJson(storage, stateKey));
    state = saved === undefined ? createBreakState(settings, now()) : { ...saved, settings };
    if (saved !== undefined) send({ kind: 'restore' });
    const stopTicks = parts.tick(() => send({ kind: 'tick' }));
    const release = stop;
    stop = () => {
      stopTicks();
      release?.();
    };
    keep();
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
      write(storage, settingsKey, storedBreakSettings(settings));
      send({ kind: 'settings', settings });
      redraw();
    },
    turnOn: () => {
      if (stop !== undefined) return;
      write(storage, settingsKey, storedBreakSettings(settings));
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
      storage?.removeItem(stateKey);
      parts.onSwitched(false);
      redraw();
    },
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

// Often enough to lose no more than a minute, seldom enough to spare the storage.
function isWholeMinute({ sittingMillis }: BreakState): boolean {
  return sittingMillis % 60_000 < 1500;
}

function readJson(storage: ReminderParts['storage'], key: string): unknown {
  try {
    const text = storage?.getItem(key) ?? undefined;
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function write(storage: ReminderParts['storage'], key: string, value: unknown): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden storage: the reminder still runs on this page.
  }
}
