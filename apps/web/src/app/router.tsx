import { useEffect, useMemo, useRef } from 'preact/hooks';
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
    const hash = decodeURIComponent(window.location.hash.slice(1));
    return { path, query, hash, go: (to, how = 'push') => route(to, how === 'replace') };
  }, [url, path, route]);
}

/** A new place begins at its top; going back keeps where the person was. */
export function useScrollToTop(): void {
  const { path, hash } = useLocation();
  const isBack = useRef(false);
  useEffect(() => {
    const onBack = (): void => {
      isBack.current = true;
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  useEffect(() => {
    if (!isBack.current && hash === '') window.scrollTo(0, 0);
    isBack.current = false;
  }, [path, hash]);
}

/** The named parts of a path that fits a pattern such as `/exercises/:id`; undefined where it does not fit. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}
