import { expose, proxy, type ProxyMarked } from 'comlink';
import { createRelayPort } from '../adapters/relay-port.ts';
import { openSyncStorage } from '../adapters/sync-storage.ts';
import { createSyncTurn } from '../sync/sync-turn.ts';
import { createGuestTasks } from './create-guest-tasks.ts';
import type { GuestTasks } from './guest-tasks.ts';

/** What the page finds at the other end. */
export type GuestWorker = {
  /** `nowMillis`: the time of the page's clock, so that there is one clock for all. */
  readonly open: (nowMillis: number) => Promise<GuestTasks & ProxyMarked>;
};

const worker: GuestWorker = {
  open: async (nowMillis) => {
    const aheadMillis = nowMillis - Date.now();
    return proxy(
      createGuestTasks({
        storage: await openSyncStorage(),
        port: createRelayPort(self.location.origin),
        nowMillis: () => Date.now() + aheadMillis,
        random: (length) => crypto.getRandomValues(new Uint8Array(length)),
        inTurn: createSyncTurn('psoas-answers'),
      }),
    );
  },
};

expose(worker);
