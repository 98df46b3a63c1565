import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../adapters/settings.ts';
import { useServices } from './services.ts';

/** The settings of this device, and how to change them. */
export function useSettings(): readonly [Settings, (changes: Partial<Settings>) => void] {
  const { settings } = useServices();
  const [, redraw] = useState(0);
  useEffect(() => settings.subscribe(() => redraw((count) => count + 1)), [settings]);
  return [settings.get(), settings.change];
}

/** Whether a newer version of the app waits to be used. */
export function useUpdateWaiting(): boolean {
  const { update } = useServices();
  const [, redraw] = useState(0);
  useEffect(() => update.subscribe(() => redraw((count) => count + 1)), [update]);
  return update.isWaiting();
}
