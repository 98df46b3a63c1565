/**
 * Waits until this tab is the only one that holds a name, and gives back how to let go of it. When the tab that holds it
 * closes, the next one gets its turn. Browsers without locks give each tab its turn at once.
 */
export function waitForTurn(name: string, onTurn: () => void): () => void {
  if (!('locks' in navigator)) {
    onTurn();
    return () => undefined;
  }
  const waiting = new AbortController();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      onTurn();
      return held;
    })
    // Let go before the turn came.
    .catch(() => undefined);
  return () => {
    waiting.abort();
    release();
  };
}
