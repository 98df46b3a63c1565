/** Calls back whenever the page is seen again or the network is back. */
export function onWake(listener: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener();
  });
  window.addEventListener('online', listener);
}
