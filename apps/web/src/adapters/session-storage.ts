/** What lasts as long as this tab; undefined where the browser forbids it to the page. */
export function sessionStorageIfAllowed(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
