/** New versions of the app: they wait until the person takes them, and never come during a session. */
export type AppUpdate = {
  /** Whether a newer version waits. */
  readonly isWaiting: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lets the waiting version take over and reloads the page. */
  readonly use: () => void;
};

type WorkerUrlPolicy = { readonly createScriptURL: (url: string) => unknown };
type TrustedTypesFactory = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => WorkerUrlPolicy };

const workerPath = '/service-worker.js';

/**
 * Registers the service worker once the page is quiet, so that it does not compete with the first screen.
 * @param language Whose files it keeps; its code.
 */
export function createAppUpdate(language: string): AppUpdate {
  const address = language === 'en' ? workerPath : `${workerPath}?language=${language}`;
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;
  const setWaiting = (worker: ServiceWorker | null): void => {
    waiting = worker;
    for (const listener of listeners) listener();
  };
  const register = async (): Promise<void> => {
    const registration = await navigator.serviceWorker.register(trustedWorkerUrl(address));
    if (registration.waiting !== null) setWaiting(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        const { controller } = navigator.serviceWorker;
        if (worker.state !== 'installed' || controller === null) return;
        // The page was loaded anew for another language: what keeps the old one has no one left to serve.
        if (controller.scriptURL === worker.scriptURL) setWaiting(worker);
        else worker.postMessage('use-now');
      });
    });
  };
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    const begin = (): void => void register().catch(() => undefined);
    // In another language the app begins after a file more, and the page may be whole by then.
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin);
  }
  return {
    isWaiting: () => waiting !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    use: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
      waiting?.postMessage('use-now');
    },
  };
}

// The page allows scripts only through this one policy, and the policy allows only this one script.
function trustedWorkerUrl(address: string): string {
  const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory | undefined) : undefined;
  if (factory === undefined) return address;
  const policy = factory.createPolicy('psoas', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError(`${url} is not the service worker`);
      return url;
    },
  });
  // The DOM types know no TrustedScriptURL; the browser takes it where a text stands.
  return policy.createScriptURL(address) as string;
}
