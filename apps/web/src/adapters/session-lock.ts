/** Whether this tab may run the session. */
export type SessionLock = 'asking' | 'held' | 'elsewhere';

/**
 * Asks to be the one tab that runs a session; tells what came of it, and gives back how to let go. Browsers without
 * locks let every tab through.
 */
export function holdSessionLock(onChange: (lock: SessionLock) => void): () => void {
  if (!('locks' in navigator)) {
    onChange('held');
    return () => undefined;
  }
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks
    .request('psoas-session', { ifAvailable: true }, (lock) => {
      onChange(lock === null ? 'elsewhere' : 'held');
      return lock === null ? undefined : held;
    })
    .catch(() => undefined);
  return release;
}
