import {
  parseBreakState,
  readBreakSettings,
  storedBreakSettings,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';
import { createJsonStorage } from '../adapters/json-storage.ts';

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
  const { read, write } = createJsonStorage(storage);
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
