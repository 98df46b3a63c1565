type WorkerUrlPolicy = { readonly createScriptURL: (url: string) => unknown };
type TrustedTypesFactory = { readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => WorkerUrlPolicy };

// A policy of a name can be made once in a page; it allows the files that were started here, and no other.
const own = new Set<string>();
let policy: WorkerUrlPolicy | undefined;

/** Starts a worker from a file of the app. The page allows scripts only through named policies. */
export function startOwnWorker(url: string): Worker {
  own.add(url);
  const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory | undefined) : undefined;
  policy ??= factory?.createPolicy('psoas-worker', {
    createScriptURL: (asked) => {
      if (!own.has(asked)) throw new TypeError(`${asked} is not one of our workers`);
      return asked;
    },
  });
  // The DOM types know no TrustedScriptURL; the browser takes it where a text stands.
  return new Worker(policy === undefined ? url : (policy.createScriptURL(url) as string), { type: 'module' });
}
