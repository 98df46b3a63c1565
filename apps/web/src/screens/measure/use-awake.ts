import { useEffect } from 'preact/hooks';
import { createWakeLockPort, deviceWakeLock } from '../../adapters/wake-lock.ts';

/** Keeps the screen on while something is being measured and nobody touches it. */
export function useAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const awake = createWakeLockPort(deviceWakeLock());
    awake.keepAwake(true);
    return () => awake.close();
  }, [isOn]);
}
