import type { DeviceClock } from './clock.ts';

/** How the phone lies at a moment of the page's steady clock. */
export type TiltSample = { readonly atMillis: number; readonly betaDegrees: number; readonly gammaDegrees: number };

/** The tilt sensor of the device, where it has one. */
export type OrientationPort = {
  /** Some phones ask the person first, and only after a touch. */
  readonly needsAsking: boolean;
  /** Whether the person allowed it. */
  readonly ask: () => Promise<boolean>;
  /** Calls back with each sample; once with `onAbsent` when none comes. Returns how to stop. */
  readonly listen: (listener: { readonly onSample: (sample: TiltSample) => void; readonly onAbsent: () => void }) => () => void;
};

/** A sensor that is there speaks many times a second. */
const silenceMillis = 2500;

type AskableEvent = typeof DeviceOrientationEvent & { readonly requestPermission?: () => Promise<'granted' | 'denied'> };

// A yes holds for as long as the page is open.
let wasAllowed = false;

/** The device's orientation; undefined where the browser knows no such thing. */
export function deviceOrientation(clock: DeviceClock): OrientationPort | undefined {
  if (typeof DeviceOrientationEvent === 'undefined') return undefined;
  const askable: AskableEvent = DeviceOrientationEvent;
  return {
    needsAsking: askable.requestPermission !== undefined && !wasAllowed,
    ask: async () => {
      try {
        wasAllowed = askable.requestPermission === undefined || (await askable.requestPermission()) === 'granted';
        return wasAllowed;
      } catch {
        // Without a touch before it, the question itself is refused.
        return false;
      }
    },
    listen: ({ onSample, onAbsent }) => {
      const silence = window.setTimeout(onAbsent, silenceMillis);
      const hear = ({ beta, gamma }: DeviceOrientationEvent): void => {
        // A computer without the sensor says so with one empty event.
        if (beta === null || gamma === null) return;
        window.clearTimeout(silence);
        onSample({ atMillis: clock.monotonicMillis(), betaDegrees: beta, gammaDegrees: gamma });
      };
      window.addEventListener('deviceorientation', hear);
      return () => {
        window.clearTimeout(silence);
        window.removeEventListener('deviceorientation', hear);
      };
    },
  };
}
