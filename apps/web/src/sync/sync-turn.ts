/** Whether somebody waits for the turn or goes without. */
export type Waiting = 'wait' | 'skip';

/** Does something while no other tab does such a thing. Undefined where it was skipped. */
export type SyncTurn = <Value>(waiting: Waiting, work: () => Promise<Value>) => Promise<Value | undefined>;

/** One tab at a time talks about a feed; browsers without locks let every tab through. */
export function createSyncTurn(name = 'psoas-sync'): SyncTurn {
  return async (waiting, work) => {
    if (!('locks' in navigator)) return work();
    return navigator.locks.request(name, { ifAvailable: waiting === 'skip' }, (lock) => (lock === null ? undefined : work()));
  };
}
