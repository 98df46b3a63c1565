import {
  parseBreakState,
  readBreakSettings,
  storedBreakSettings,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';

/** Where the reminder keeps when breaks come, and its place. Where nothing can be kept it lasts as long as the page. */
export type BreakStore = {
  readonly settings: () => BreakSettings;
  readonly keepSettings: (settings: BreakSettings) => void;
  /** Undefined when there is none, or a damaged one. */
  readonly state: () => BreakState | undefined;
  readonly keepState: (state: BreakState) => void;
  readonly forgetState: () => void;
};

const settingsKey = 'psoas.break-settings';
const stateKey = 'psoas.break-state';

/** The reminder's part of the browser's local storage. */
export function createBreakStore(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
): BreakStore {
  const read = (key: string): unknown => {
    try {
      const text = storage?.getItem(key) ?? undefined;
      return text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: unknown): void => {
    try {
      storage?.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden storage: the reminder still runs on this page.
    }
  };
  return {
    settings: () => readBreakSettings(read(settingsKey)),
    keepSettings: (settings) => write(settingsKey, storedBreakSettings(settings)),
    state: () => parseBreakState(read(stateKey)),
    keepState: (state) => {
      // Whoever erased everything, here or in another tab, has ended the reminder too.
      if (read(settingsKey) === undefined) return;
      write(stateKey, { ...state, settings: storedBreakSettings(state.settings) });
    },
    forgetState: () => storage?.removeItem(stateKey),
  };
}
