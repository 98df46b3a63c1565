type WorkerUrlPolicy = { readonly createScriptURL: (url: string) => unknown };
type TrustedTypesFactory = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => WorkerUrlPolicy };

/**
 * Starts a worker from a file of the app. The page allows scripts only through named policies, and this one allows only
 * this one address; it can be made once in a page.
 */
export function startOwnWorker(url: string): Worker {
  const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory | undefined) : undefined;
  const trusted = factory?.createPolicy('psoas-worker', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError(`${asked} is not the worker`);
      return asked;
    },
  });
  // The DOM types know no TrustedScriptURL; the browser takes it where a text stands.
  return new Worker(trusted === undefined ? url : (trusted.createScriptURL(url) as string), { type: 'module' });
}
