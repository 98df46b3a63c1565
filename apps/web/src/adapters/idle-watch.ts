/** The browser's word on whether anybody is there; not yet in the compiler's library. */
type IdleDetector = EventTarget & {
  readonly userState: 'active' | 'idle' | null;
  readonly screenState: 'locked' | 'unlocked' | null;
  readonly start: (options: { readonly threshold: number; readonly signal: AbortSignal }) => Promise<void>;
};
type IdleDetectorClass = {
  new (): IdleDetector;
  readonly requestPermission: () => Promise<'granted' | 'denied'>;
};

declare global {
  interface Window {
    readonly IdleDetector?: IdleDetectorClass;
  }
}

/** The shortest time without a touch or a key that browsers tell of. */
export const idleThresholdMillis = 60_000;

/** Whether this browser can tell. */
export function canWatchIdle(): boolean {
  return window.IdleDetector !== undefined;
}

/** Asks, from a touch or a key, and tells from then on; resolves to how to stop, or undefined where it was refused. */
export async function watchIdle(onChange: (isIdle: boolean) => void): Promise<(() => void) | undefined> {
  const Detector = window.IdleDetector;
  if (Detector === undefined) return undefined;
  const stop = new AbortController();
  try {
    if ((await Detector.requestPermission()) !== 'granted') return undefined;
    const detector = new Detector();
    detector.addEventListener('change', () =>
      onChange(detector.userState === 'idle' || detector.screenState === 'locked'),
    );
    await detector.start({ threshold: idleThresholdMillis, signal: stop.signal });
    return () => stop.abort();
  } catch {
    return undefined;
  }
}
