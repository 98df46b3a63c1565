/**
 * Removes everything that this app keeps on the device besides the diary: what it
 * knows of other devices, settings, stored files, the service worker.
 */
export async function eraseDevice(): Promise<void> {
  await eraseDatabase('psoas-sync');
  window.localStorage.clear();
  window.sessionStorage.clear();
  if ('serviceWorker' in navigator) {
    const registrations = await navigator.serviceWorker.getRegistrations();
    await Promise.all(registrations.map((registration) => registration.unregister()));
  }
  if ('caches' in window) {
    const names = await caches.keys();
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

// What holds on to it delays the deletion; it follows as soon as that has let go.
function eraseDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const erasing = indexedDB.deleteDatabase(name);
    erasing.addEventListener('success', () => resolve());
    erasing.addEventListener('error', () => resolve());
    setTimeout(resolve, 1000);
  });
}
