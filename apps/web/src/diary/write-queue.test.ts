import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

type Disk = { readonly queue: WriteQueue; readonly stored: string[]; readonly pauses: number[]; readonly put: (text: string, name?: string) => Promise<void>; readonly setFull: (full: boolean) => void; readonly passPause: () => Promise<void> };

function setupDisk(): Disk {
  const stored: string[] = [];
  const pauses: number[] = [];
  let isFull = false;
  let due: (() => void) | undefined;
  const later = (millis: number, work: () => void): void => {
    pauses.push(millis);
    due = work;
  };
  const queue = createWriteQueue({ later, onWaiting: () => undefined });
  const write = (text: string) => async (): Promise<void> => {
    await Promise.resolve();
    if (isFull) throw new DOMException('no space', 'QuotaExceededError');
    stored.push(text);
  };
  return {
    queue,
    stored,
    pauses,
    put: (text, name) => queue.add(write(text), name),
    setFull: (full) => (isFull = full),
    passPause: async () => {
      const work = due;
      due = undefined;
      work?.();
      await queue.inTurn(() => Promise.resolve());
    },
  };
}

it('[E-14] what meets a full disk waits in its order, and is stored when there is space again', async () => {
  const { queue, stored, put, setFull, passPause } = setupDisk();
  await put('a');
  setFull(true);
  await put('b');
  await put('c');
  expect([stored, queue.waitingCount()]).toEqual([['a'], 2]);
  setFull(false);
  await put('d');
  expect(stored).toEqual(['a']);
  await passPause();
  expect([stored, queue.waitingCount()]).toEqual([['a', 'b', 'c', 'd'], 0]);
});

it('[E-14] waits twice as long from try to try, up to a minute, and begins anew after a success', async () => {
  const { pauses, put, setFull, passPause } = setupDisk();
  setFull(true);
  await put('a');
  for (let turn = 0; turn < 8; turn += 1) await passPause();
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  setFull(false);
  await passPause();
  setFull(true);
  await put('b');
  expect(pauses.at(-1)).toBe(1000);
});

it('[E-14] a place that waits gives way to a newer one of the same name', async () => {
  const { queue, stored, put, setFull } = setupDisk();
  setFull(true);
  await put('second 5', 'place');
  await put('set 1');
  await put('second 10', 'place');
  setFull(false);
  queue.retry();
  await queue.inTurn(() => Promise.resolve());
  expect(stored).toEqual(['set 1', 'second 10']);
});

it('[E-14] however the disk fails, everything is stored once and in order in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ full: fc.boolean(), retries: fc.boolean() }), { maxLength: 30 }), async (moments) => {
      const { queue, stored, put, setFull, passPause } = setupDisk();
      for (const [index, { full, retries }] of moments.entries()) {
        setFull(full);
        const adding = put(String(index));
        if (retries) queue.retry();
        await adding;
        if (retries) await passPause();
      }
      setFull(false);
      queue.retry();
      await queue.inTurn(() => Promise.resolve());
      expect(stored).toEqual(moments.map((_, index) => String(index)));
      expect(queue.waitingCount()).toBe(0);
    }),
  );
});
