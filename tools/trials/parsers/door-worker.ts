/** Fuzzes one door on a thread of its own; the other side watches that no input takes for ever. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData as given } from 'node:worker_threads';
import { doors } from '../../parsers/doors.ts';
import { fuzzDoor } from '../../parsers/fuzz-door.ts';
import type { DoorTask } from './run-door.ts';

// Only `runDoor` starts this file, with what it says.
const task = given as DoorTask;
const door = doors.find(({ id }) => id === task.id);
if (door === undefined) throw new Error(`There is no door ${task.id}.`);
const [count, length] = [new Int32Array(task.shared, 0, 1), new Int32Array(task.shared, 4, 1)];
const room = new Uint8Array(task.shared, 8);

setFlagsFromString('--expose-gc');
const outcome = fuzzDoor(door, {
  runs: task.runs,
  seed: task.seed,
  // Written down before it is tried: what hangs can still be read by the thread that watches.
  onInput: (input) => {
    room.set(input.subarray(0, room.length));
    length[0] = Math.min(input.length, room.length);
    count[0] = (count[0] ?? 0) + 1;
  },
  heapBytes: () => {
    runInNewContext('gc()');
    return process.memoryUsage().heapUsed;
  },
});
parentPort?.postMessage(outcome);
