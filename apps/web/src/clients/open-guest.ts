import { wrap } from 'comlink';
import type { Clock } from '@psoas/kernel';
import { startOwnWorker } from '../adapters/own-worker.ts';
import type { GuestTasks } from './guest-tasks.ts';
import type { GuestWorker } from './guest-worker.ts';
// oxlint-disable-next-line import/default -- Vite gives the address of the worker's file.
import workerUrl from './guest-worker.ts?worker&url';

let opened: Promise<GuestTasks> | undefined;

/** The tasks of this page, in their worker. Rejects where the browser runs none, or keeps nothing for us. */
export function openGuest(clock: Clock): Promise<GuestTasks> {
  opened ??= start(clock.nowMillis());
  return opened;
}

async function start(nowMillis: number): Promise<GuestTasks> {
  const worker = startOwnWorker(workerUrl);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('the worker did not start')), { once: true });
  });
  const tasks = await Promise.race([wrap<GuestWorker>(worker).open(nowMillis), failed]);
  return {
    unlock: (input) => tasks.unlock(input),
    known: (door) => tasks.known(door),
    look: (door) => tasks.look(door),
    write: (door, event) => tasks.write(door, event),
    glance: (door) => tasks.glance(door),
    guestSecret: (link) => tasks.guestSecret(link),
    forget: (link) => tasks.forget(link),
  };
}
