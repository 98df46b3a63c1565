import { proxy, wrap } from 'comlink';
import { startOwnWorker } from '../adapters/own-worker.ts';
import type { CalendarTasks } from './calendar-tasks.ts';
import type { ShareTasks } from './share-tasks.ts';
import type { SyncTasks } from './sync-tasks.ts';
import type { SyncWorker } from './sync-worker.ts';
// The build answers with the address of the built worker; the rule looks at the file itself.
// oxlint-disable-next-line import/default
import workerUrl from './sync-worker.ts?worker&url';

/** What the worker does. */
export type WorkerTasks = SyncTasks & {
  readonly openShares: () => Promise<ShareTasks>;
  readonly openCalendar: () => Promise<CalendarTasks>;
};

/** Starts the worker. Rejects where the browser runs none, or keeps nothing for us. */
export async function startSyncTasks(nowMillis: number): Promise<WorkerTasks> {
  const worker = startOwnWorker(workerUrl);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true });
  });
  const tasks = await Promise.race([wrap<SyncWorker>(worker).open(nowMillis), failed]);
  return {
    role: () => tasks.role(),
    begin: (relay) => tasks.begin(relay),
    enterWords: (input) => tasks.enterWords(input),
    enterLink: (input) => tasks.enterLink(input),
    exchange: (onProgress) => tasks.exchange(proxy(onProgress)),
    invite: () => tasks.invite(),
    devices: () => tasks.devices(),
    removeDevice: (deviceId) => tasks.removeDevice(deviceId),
    secret: () => tasks.secret(),
    eraseAtRelay: () => tasks.eraseAtRelay(),
    forget: () => tasks.forget(),
    openShares: () => tasks.openShares(),
    openCalendar: () => tasks.openCalendar(),
  };
}
