import type { VibrationPattern } from '@psoas/core/session';
import type { VibrationPort } from './player-ports.ts';

/** Milliseconds on, off, on. */
const millisByPattern: { readonly [pattern in VibrationPattern]: readonly number[] } = {
  short: [60],
  double: [90, 90, 90],
  long: [220],
};

/** Shakes the device where it can. */
export function createVibrationPort(vibrate: ((pattern: number[]) => boolean) | undefined): VibrationPort {
  return {
    vibrate: (pattern) => {
      try {
        vibrate?.([...millisByPattern[pattern]]);
      } catch {
        // Some browsers throw before the first touch.
      }
    },
  };
}

/** The device's vibration, where the browser has it. */
export function deviceVibration(): ((pattern: number[]) => boolean) | undefined {
  return typeof navigator.vibrate === 'function' ? (pattern) => navigator.vibrate(pattern) : undefined;
}
