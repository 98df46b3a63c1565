/** At the latest after this long, however busy the page is. */
const latestMillis = 2000;

/** Resolves when the page has nothing better to do: what is drawn first is drawn first. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such call.
    if (typeof window.requestIdleCallback !== 'function') setTimeout(resolve, 200);
    else window.requestIdleCallback(() => resolve(), { timeout: latestMillis });
  });
}
