import type { WakeLockPort } from './player-ports.ts';

/** The part of the page and the browser that keeping the screen on needs. */
export type WakeLockDevice = {
  readonly request: () => Promise<{ readonly release: () => Promise<void> }>;
  readonly isVisible: () => boolean;
  /** Calls back when the page becomes visible; returns how to stop. */
  readonly onVisible: (listener: () => void) => () => void;
};

/** Keeps the screen on while wanted. The browser takes the lock away with the page, so it is asked for again. */
export function createWakeLockPort(device: WakeLockDevice | undefined): WakeLockPort {
  let isWanted = false;
  let held: { readonly release: () => Promise<void> } | undefined;

  const drop = (): void => {
    const last = held;
    held = undefined;
    void last?.release().catch(() => undefined);
  };
  const acquire = async (): Promise<void> => {
    if (device === undefined || !device.isVisible()) return;
    try {
      const lock = await device.request();
      drop();
      held = lock;
      if (!isWanted) drop();
    } catch {
      // Refused, as with a low battery: the session goes on.
    }
  };
  const stopListening = device?.onVisible(() => {
    if (isWanted) void acquire();
  });
  const keepAwake = (on: boolean): void => {
    if (on === isWanted) return;
    isWanted = on;
    if (on) void acquire();
    else drop();
  };
  return {
    keepAwake,
    close: () => {
      keepAwake(false);
      stopListening?.();
    },
  };
}

/** The browser's wake lock, where it has one. */
export function deviceWakeLock(): WakeLockDevice | undefined {
  if (!('wakeLock' in navigator)) return undefined;
  return {
    request: () => navigator.wakeLock.request('screen'),
    isVisible: () => document.visibilityState === 'visible',
    onVisible: (listener) => {
      const whenVisible = (): void => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', whenVisible);
      return () => document.removeEventListener('visibilitychange', whenVisible);
    },
  };
}
