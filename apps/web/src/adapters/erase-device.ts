/** Removes everything that this app keeps on the device besides the diary: settings, stored files, the service worker. */
export async function eraseDevice(): Promise<void> {
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
