import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';

/** Where the person is inside the app, and how to go elsewhere. */
export type Location = {
  /** Such as `/exercises/dead-bug`; never ends in a slash, except at the root. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Without its `#`. */
  readonly hash: string;
  readonly go: (to: string, how?: 'push' | 'replace') => void;
};

const LocationContext = createContext<Location | undefined>(undefined);

/** Keeps the address and the screen in step; takes over clicks on links that stay inside the app. */
export function LocationProvider({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [href, setHref] = useState(window.location.href);
  const go = useCallback((to: string, how: 'push' | 'replace' = 'push') => {
    const target = new URL(to, window.location.href);
    if (how === 'push') history.pushState(null, '', target);
    else history.replaceState(null, '', target);
    setHref(target.href);
    if (target.hash === '') window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    const onMove = (): void => setHref(window.location.href);
    const onClick = (event: MouseEvent): void => {
      const target = insideLink(event);
      if (target === undefined) return;
      event.preventDefault();
      go(target);
    };
    window.addEventListener('popstate', onMove);
    document.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('popstate', onMove);
      document.removeEventListener('click', onClick);
    };
  }, [go]);
  const location = useMemo(() => {
    const url = new URL(href);
    const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : '/';
    return { path, query: url.searchParams, hash: decodeURIComponent(url.hash.slice(1)), go };
  }, [href, go]);
  return <LocationContext.Provider value={location}>{children}</LocationContext.Provider>;
}

/** The present place. */
export function useLocation(): Location {
  const location = useContext(LocationContext);
  if (location === undefined) throw new Error('useLocation needs a LocationProvider above it');
  return location;
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

function insideLink(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (link === undefined || link.target !== '' || link.hasAttribute('download') || link.origin !== window.location.origin) return undefined;
  const samePage = link.pathname === window.location.pathname && link.hash !== '';
  return samePage ? undefined : link.pathname + link.search + link.hash;
}
