import { useEffect, useMemo } from 'preact/hooks';
import { useLocation as useIsoLocation } from 'preact-iso/router';

export { LocationProvider } from 'preact-iso/router';

/** Where the person is inside the app, and how to go elsewhere. */
export type Location = {
  /** Such as `/exercises/dead-bug`; never ends in a slash, except at the root. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without its `#`. */
  readonly hash: string;
  readonly go: (to: string, how?: 'push' | 'replace') => void;
};

/** The present place. */
export function useLocation(): Location {
  const { url, path, route } = useIsoLocation();
  return useMemo(() => {
    const query = new URL(url, window.location.origin).searchParams;
    const hash = decoded(window.location.hash.slice(1));
    return { path, query, hash, go: (to, how = 'push') => route(to, how === 'replace') };
  }, [url, path, route]);
}

// An address may hold any signs, and one that is no code must not keep the page from being drawn.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Where each address was left, and the height to come back to while the screen of that address is being drawn.
const leftAt = new Map<string, number>();
let comingBackTo: number | undefined;

/** Whether the person went back and their old place on the screen is being restored: then nothing else may scroll. */
export function isComingBack(): boolean {
  return comingBackTo !== undefined;
}

/** A new place begins at its top; going back returns to where the person was, once enough of the screen is drawn. */
export function useScrollToTop(): void {
  const { path, hash } = useLocation();
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const stop = new AbortController();
    const keepPlace = (): void => {
      if (!isComingBack()) leftAt.set(window.location.href, window.scrollY);
    };
    const comeBack = (): void => {
      comingBackTo = leftAt.get(window.location.href) ?? 0;
      restoreScroll(comingBackTo);
    };
    window.addEventListener('scroll', keepPlace, { passive: true, signal: stop.signal });
    window.addEventListener('popstate', comeBack, { signal: stop.signal });
    for (const kind of ['wheel', 'touchstart', 'keydown']) window.addEventListener(kind, stayHere, { passive: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (!isComingBack() && hash === '') window.scrollTo(0, 0);
  }, [path, hash]);
}

// Screens and their texts arrive late, so the height is tried again for about two seconds.
function restoreScroll(height: number, framesLeft = 120): void {
  if (comingBackTo !== height) return;
  window.scrollTo(0, height);
  if (framesLeft === 0) comingBackTo = undefined;
  else if (Math.abs(window.scrollY - height) < 1 && framesLeft < 100) comingBackTo = undefined;
  else requestAnimationFrame(() => restoreScroll(height, framesLeft - 1));
}

// Whoever scrolls or types meanwhile decides.
function stayHere(): void {
  comingBackTo = undefined;
}

/** The named parts of a path that fits a pattern such as `/exercises/:id`; undefined where it does not fit. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part !== value) return undefined;
  }
  return params;
}
