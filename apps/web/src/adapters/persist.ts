/** Asks the browser not to clear the diary when space runs short. Some browsers ask the person, some decide alone. */
export async function askToPersist(): Promise<boolean> {
  if (!('storage' in navigator) || typeof navigator.storage.persist !== 'function') return false;
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
