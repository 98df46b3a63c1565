import { describe, expect, it } from 'vitest';
import { createWakeLockPort } from './wake-lock.ts';

function createFakeLock(refuses = false) {
  const seen: string[] = [];
  const page = { isVisible: true, show: (): void => undefined };
  const port = createWakeLockPort({
    request: async () => {
      if (refuses) throw new Error('low battery');
      seen.push('held');
      return { release: async () => void seen.push('released') };
    },
    isVisible: () => page.isVisible,
    onVisible: (listener) => {
      page.show = listener;
      return () => void seen.push('no longer listening');
    },
  });
  return { seen, page, port };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe('wake lock', () => {
  it('holds while wanted, lets go after, and asks again when the page is back', async () => {
    const { port, seen, page } = createFakeLock();
    port.keepAwake(true);
    port.keepAwake(true);
    await settle();
    page.show();
    await settle();
    expect(seen).toEqual(['held', 'held', 'released']);
    port.keepAwake(false);
    page.show();
    await settle();
    expect(seen).toEqual(['held', 'held', 'released', 'released']);
  });

  it('lets go of a lock that comes when it is no longer wanted', async () => {
    const { port, seen } = createFakeLock();
    port.keepAwake(true);
    port.close();
    await settle();
    expect(seen).toEqual(['held', 'no longer listening', 'released']);
  });

  it('does not ask while hidden, and lives with a refusal or without the feature', async () => {
    const hidden = createFakeLock();
    hidden.page.isVisible = false;
    hidden.port.keepAwake(true);
    const refused = createFakeLock(true);
    refused.port.keepAwake(true);
    createWakeLockPort(undefined).keepAwake(true);
    await settle();
    expect([hidden.seen, refused.seen]).toEqual([[], []]);
  });
});
