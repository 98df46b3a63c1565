import { useEffect } from 'preact/hooks';
import { isComingBack, useLocation } from './router.tsx';

/** Brings what the address names after its # into view once it is drawn, and opens it where it can be opened. */
export function useHashTarget(isDrawn: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isDrawn || hash === '') return;
    const target = document.getElementById(hash);
    if (target instanceof HTMLDetailsElement) target.open = true;
    if (!isComingBack()) target?.scrollIntoView();
  }, [hash, isDrawn]);
}
