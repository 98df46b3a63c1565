import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncLoop, type Attempt, type SyncLoop } from './sync-loop.ts';

let planned: { readonly millis: number; readonly work: () => void } | undefined;
let answers: Attempt[];
let attempts: number;
let isVisible: boolean;

beforeEach(() => {
  planned = undefined;
  answers = [];
  attempts = 0;
  isVisible = true;
});

function loop(): SyncLoop {
  return createSyncLoop({
    attempt: () => {
      attempts += 1;
      return Promise.resolve(answers.shift() ?? { kind: 'done' });
    },
    later: (millis, work) => {
      const plan = { millis, work };
      planned = plan;
      return () => {
        if (planned === plan) planned = undefined;
      };
    },
    isVisible: () => isVisible,
  });
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lets the planned time pass. */
async function pass(): Promise<void> {
  const due = planned;
  planned = undefined;
  due?.work();
  await settled();
}

describe('the loop', () => {
  it('[SY-02] goes at once when somebody looks, and again every four minutes as long as they look', async () => {
    loop().nudge('now');
    await settled();
    expect([attempts, planned?.millis]).toEqual([1, 240_000]);
    await pass();
    expect(attempts).toBe(2);
    isVisible = false;
    await pass();
    expect([attempts, planned]).toEqual([2, undefined]);
  });

  it('[SY-02] waits a little after a written entry, so that several go together, also when nobody looks', async () => {
    isVisible = false;
    const going = loop();
    going.nudge('soon');
    going.nudge('soon');
    expect([attempts, planned?.millis]).toEqual([0, 3000]);
    await pass();
    expect(attempts).toBe(1);
  });

  it('[SY-02] what was written meanwhile goes soon after', async () => {
    const going = loop();
    going.nudge('now');
    going.nudge('soon');
    await settled();
    expect([attempts, planned?.millis]).toEqual([1, 3000]);
  });

  it('[SY-03] doubles its pause from one failed try to the next, up to half an hour, and begins anew when it went well', async () => {
    answers = [...Array.from({ length: 8 }, (): Attempt => ({ kind: 'failed' })), { kind: 'done' }, { kind: 'failed' }];
    loop().nudge('now');
    await settled();
    const pauses: (number | undefined)[] = [];
    for (let count = 0; count < 10; count += 1) {
      pauses.push(planned?.millis);
      await pass();
    }
    expect(pauses).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 960_000, 1_800_000, 1_800_000, 240_000, 30_000]);
  });

  it('[SY-03] leaves the relay alone as long as it asks for, whoever looks or writes', async () => {
    answers = [{ kind: 'failed', waitMillis: 17_000 }];
    const going = loop();
    going.nudge('now');
    await settled();
    going.nudge('now');
    going.nudge('soon');
    expect([attempts, planned?.millis]).toEqual([1, 17_000]);
    await pass();
    expect(attempts).toBe(2);
  });

  it('[SY-03] tries no more where no later try can do better', async () => {
    answers = [{ kind: 'ended' }];
    const going = loop();
    going.nudge('now');
    await settled();
    going.nudge('now');
    expect([attempts, planned]).toEqual([1, undefined]);
  });

  it('an error counts as a failed try', async () => {
    const going = createSyncLoop({
      attempt: () => Promise.reject(new Error('closed')),
      later: (millis, work) => {
        planned = { millis, work };
        return () => undefined;
      },
      isVisible: () => true,
    });
    going.nudge('now');
    await settled();
    expect(planned?.millis).toBe(30_000);
  });
});
