import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Lets the browser's back button do `onBack`, as long as there is one: a spare entry in the history is used up by
 * each press and made anew. Without `onBack` the button leaves the screen as usual.
 */
export function useBrowserBack(onBack: (() => void) | undefined): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  const isArmed = onBack !== undefined;
  // Before the screen shows, so that a quick second press finds its entry.
  useLayoutEffect(() => {
    if (isArmed && !isSpare()) window.history.pushState({ [spare]: true }, '');
  });
  useEffect(() => {
    const back = (): void => {
      if (!isSpare()) latest.current?.();
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
}

const spare = 'psoasBack';

function isSpare(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && spare in state;
}
