import { Worker } from 'node:worker_threads';
import type { DoorOutcome } from '../../parsers/fuzz-door.ts';

/** What a thread is told. */
export type DoorTask = { readonly id: string; readonly runs: number; readonly seed: number; readonly shared: SharedArrayBuffer };

/** An input that takes longer hangs, in milliseconds by the clock: a busy machine gives a thread little of it. */
const hangMillis = 180_000;
const lookMillis = 1000;
const roomBytes = 4_000_000;

/** Fuzzes a door on a thread; one that hangs or dies is a finding too. `say` hears how far it is, each ten seconds. */
export async function runDoor(task: Omit<DoorTask, 'shared'>, say: (text: string) => void): Promise<DoorOutcome> {
  const shared = new SharedArrayBuffer(roomBytes + 8);
  const [count, length] = [new Int32Array(shared, 0, 1), new Int32Array(shared, 4, 1)];
  const worker = new Worker(new URL('door-worker.ts', import.meta.url), { workerData: { ...task, shared } });
  let [seen, quietMillis, lookedCount] = [0, 0, 0];
  const broken = (reason: string): DoorOutcome => {
    const input = new Uint8Array(shared.slice(8, 8 + (length[0] ?? 0)));
    return { id: task.id, runs: task.runs, taken: 0, refused: 0, slowestMillis: quietMillis, heapGrowthBytes: 0, finding: { input, reason } };
  };
  const outcome = await new Promise<DoorOutcome>((resolve) => {
    const watch = setInterval(() => {
      const now = count[0] ?? 0;
      quietMillis = now === seen ? quietMillis + lookMillis : 0;
      seen = now;
      lookedCount += 1;
      if (lookedCount % 10 === 0) say(`${task.id}: ${now} inputs`);
      if (now > 0 && quietMillis >= hangMillis) end(broken(`hung for ${quietMillis / 1000} s`));
    }, lookMillis);
    const end = (found: DoorOutcome): void => {
      clearInterval(watch);
      resolve(found);
    };
    worker.once('message', end);
    worker.once('error', (error) => end(broken(`the thread died: ${String(error)}`)));
    worker.once('exit', () => end(broken('the thread ended without an outcome')));
  });
  await worker.terminate();
  return outcome;
}
