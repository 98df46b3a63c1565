/**
 * Keeps the whole app on the device. Every file of a version, in the language of the person, is stored when the version is installed; a new version
 * waits until the person takes it, so that no session changes under way.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

/** Filled in by the build: a name that changes with the content of the files. */
declare const __PSOAS_VERSION__: string;

// Each language has files of its own, and the device keeps those of one.
const language = new URL(self.location.href).searchParams.get('language') ?? 'en';
const cacheName = `psoas-${__PSOAS_VERSION__}-${language}`;
const page = '/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(storeFiles());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldVersions());
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-now') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(request, url));
});

async function storeFiles(): Promise<void> {
  const list = await fetch(`/files-${language}.json`, { cache: 'reload' });
  const files: unknown = await list.json();
  if (!Array.isArray(files)) throw new Error(`the list of files in ${language} is no list`);
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file: string) => new Request(file, { cache: 'reload' })));
}

async function dropOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('psoas-') && name !== cacheName).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(cacheName);
  // A path with a file ending is a file, of the app or of the relay beside it.
  const isScreen = request.mode === 'navigate' && !/\.[a-z0-9]+$/.test(url.pathname);
  const stored = await cache.match(isScreen ? page : url.pathname);
  return stored ?? fetch(request);
}
