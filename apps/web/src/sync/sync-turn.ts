/** Does something as soon as nobody else does such a thing, in this tab or another one. */
export type SyncTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** One at a time talks about a feed or writes what is held of it; browsers without locks let every tab through. */
export function createSyncTurn(name = 'psoas-sync'): SyncTurn {
  return async (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work());
}
