import type { Page } from 'playwright-core';

/** The stores of the app's database. */
type StoreName = 'events' | 'kept';

/** What lies in the browser's database: the value under a key, or without one all values of the store. */
export function readStore(page: Page, store: StoreName, key?: string): Promise<unknown> {
  return page.evaluate(
    ([from, at]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('psoas');
        opening.onerror = () => reject(new Error('the diary did not open'));
        opening.onsuccess = () => {
          const asked = opening.result.transaction(from).objectStore(from);
          const reading = at === undefined ? asked.getAll() : asked.get(at);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    [store, key] as const,
  );
}

/** The entries of the diary, as they lie in the browser. */
export async function entriesIn(page: Page): Promise<readonly unknown[]> {
  const entries = await readStore(page, 'events');
  if (!Array.isArray(entries)) throw new Error('the diary is no list');
  return entries;
}
