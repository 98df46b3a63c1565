import { sessionStorageIfAllowed } from '../adapters/session-storage.ts';

const keptName = 'psoas.shared-link';
/** The skip link of the frame: a place of the page, and no share. */
const places: readonly string[] = ['', 'main'];

/**
 * The part of the address behind `#`, taken out of the address bar at once, so that nobody reads it over a shoulder or
 * in the history. It lasts as long as this tab, for a reload.
 */
export function takeSharedLink(): string | undefined {
  const text = window.location.hash.slice(1);
  const storage = sessionStorageIfAllowed();
  if (places.includes(text)) return storage?.getItem(keptName) ?? undefined;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  storage?.setItem(keptName, text);
  return text;
}

/** Calls back when another link was opened in this tab. Gives what ends it. */
export function onSharedLink(listener: (text: string) => void): () => void {
  const take = (): void => {
    if (places.includes(window.location.hash.slice(1))) return;
    const text = takeSharedLink();
    if (text !== undefined) listener(text);
  };
  window.addEventListener('hashchange', take);
  return () => window.removeEventListener('hashchange', take);
}

/** The link of a client as it is kept in the diary: it opens here, without a passphrase. */
export function linkOf(text: string): string {
  return `${window.location.origin}/shared#${text}`;
}

/** The part behind `#` of a kept link, and whose address it is. */
export function partsOfLink(link: string): { readonly origin: string; readonly text: string } {
  const mark = link.indexOf('#');
  return { origin: originOf(link), text: mark < 0 ? link : link.slice(mark + 1) };
}

function originOf(link: string): string {
  return URL.canParse(link) ? new URL(link).origin : window.location.origin;
}
