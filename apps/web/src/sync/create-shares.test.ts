import { err, ok, parseLocalDate, type Result } from '@psoas/kernel';
import { foldDiary } from '@psoas/core/diary';
import { beforeEach, describe, expect, it } from 'vitest';
import { createShares, type Shares } from './create-shares.ts';
import type { SyncState } from './create-sync.ts';
import type { ShareTasks } from './share-tasks.ts';
import type { SyncFault } from './sync-fault.ts';

const now = 1_795_248_000_000;
const share = 'ab'.repeat(16);
const unreachable: Result<never, SyncFault> = err({ type: 'unreachable' });
const wanted = { label: 'Anna', parts: ['programme'], weeks: 2 } as const;
const begin = { relay: 'https://relay.example', deviceName: 'My phone' };

let records: { readonly kind: string; readonly data: unknown }[];
let log: string[];
let state: SyncState;
let listeners: (() => void)[];
let faults: { begin?: SyncFault; open?: SyncFault; revoke?: SyncFault };

beforeEach(() => {
  records = [];
  log = [];
  listeners = [];
  faults = {};
  state = { role: { kind: 'alone' }, isRunning: false, note: {}, waitingCount: 0, keptCount: 0, refusedCount: 0 };
});

const root = { kind: 'root', deviceId: 'd1', relay: begin.relay } as const;
const asked = (what: string, fault?: SyncFault): Result<true, SyncFault> => {
  log.push(what);
  return fault === undefined ? ok(true) : err(fault);
};

function tasks(): ShareTasks {
  return {
    open: async () => {
      const opened = asked('open', faults.open);
      return opened.ok ? ok(share) : opened;
    },
    link: () => Promise.resolve(ok('link')),
    held: (shares) => Promise.resolve(shares.map((each) => ({ share: each, replies: [], isEmptied: false }))),
    exchange: () => {
      log.push('exchange');
      return Promise.resolve([{ share, sentCount: 1, isNearlyFull: false }]);
    },
    reads: () => Promise.resolve(unreachable),
    revoke: () => Promise.resolve(asked('revoke', faults.revoke)),
    erase: () => Promise.resolve(unreachable),
  };
}

function open(): Promise<Shares> {
  const day = parseLocalDate('2026-11-21');
  if (!day.ok) throw new Error('no day');
  return createShares({
    sync: {
      state: () => state,
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
      refresh: () => {
        state = { ...state, role: root };
        return Promise.resolve();
      },
      tasks: { begin: () => Promise.resolve(asked('begin', faults.begin)), role: () => Promise.resolve(root) },
    },
    tasks: tasks(),
    diary: {
      folded: () => foldDiary(records),
      append: (kind, data, on = day.value) => {
        const event = { id: `e${records.length}`, kind, version: 1, atMillis: now + records.length, day: on, data };
        records.push(event);
        return Promise.resolve(event);
      },
    },
    nowMillis: () => now,
    day: () => ({ today: day.value, order: 'alternate', firstWeekday: 1 }),
  });
}

/** An exchange of the diary that has come to its end. */
async function diaryExchanged(fault?: SyncFault): Promise<void> {
  for (const isRunning of [true, false]) {
    const { fault: _before, ...rest } = state;
    state = { ...rest, isRunning, ...(fault !== undefined && { fault }) };
    for (const listener of listeners) listener();
  }
  await Promise.resolve();
}

describe('a new share', () => {
  it('[SH-20] on a device that keeps its diary nowhere else makes the words first, then the share, and sends it', async () => {
    const shares = await open();
    expect(await shares.make(wanted, begin)).toEqual(ok(share));
    expect(log).toEqual(['begin', 'open', 'exchange']);
    expect(records.map(({ kind }) => kind)).toEqual(['preference-changed', 'share-made']);
    expect(records[1]?.data).toEqual({ share, label: 'Anna', parts: ['programme'], untilMillis: now + 14 * 86_400_000 });
  });

  it('[SH-20] without a relay nothing is written', async () => {
    faults.begin = { type: 'no-relay' };
    const shares = await open();
    expect(await shares.make(wanted, begin)).toEqual(err({ type: 'no-relay' }));
    expect([records, log]).toEqual([[], ['begin']]);
  });

  it('[SH-20] is not for a linked device', async () => {
    state = { ...state, role: { ...root, kind: 'linked' } };
    expect(await (await open()).make(wanted, begin)).toEqual(err({ type: 'needs-root' }));
    expect(records).toEqual([]);
  });

  it('[SH-14] that the relay refuses stands nowhere in the diary', async () => {
    state = { ...state, role: root };
    faults.open = { type: 'unreachable' };
    expect(await (await open()).make(wanted, begin)).toEqual(unreachable);
    expect(records).toEqual([]);
  });
});

describe('bringing shares up to date', () => {
  it('[SH-19] follows each exchange of the diary that went well, and no other', async () => {
    state = { ...state, role: root };
    const shares = await open();
    await shares.make(wanted, begin);
    log.length = 0;
    await diaryExchanged();
    expect(log).toEqual(['exchange']);
    await shares.exchangeNow();
    log.length = 0;
    await diaryExchanged({ type: 'unreachable' });
    expect(log).toEqual([]);
  });

  it('[SH-19] what is asked for while it runs is done once more, and not beside it', async () => {
    state = { ...state, role: root };
    const shares = await open();
    await shares.make(wanted, begin);
    log.length = 0;
    await Promise.all([shares.exchangeNow(), shares.exchangeNow(), shares.exchangeNow()]);
    expect(log).toEqual(['exchange', 'exchange']);
    await shares.exchangeNow();
    expect(log).toHaveLength(3);
  });

  it('[SH-19] asks for nothing where nothing is shared', async () => {
    state = { ...state, role: root };
    await open();
    await diaryExchanged();
    expect(log).toEqual([]);
  });
});

describe('the end of a share', () => {
  it('[SH-22] is written down only when the relay has shut the guest out', async () => {
    state = { ...state, role: root };
    const shares = await open();
    await shares.make(wanted, begin);
    const [made] = foldDiary(records).shares;
    if (made === undefined) throw new Error('no share');
    faults.revoke = { type: 'unreachable' };
    expect(await shares.end(made)).toEqual(unreachable);
    expect(foldDiary(records).shares[0]?.ended).toBeUndefined();
    // One that was erased at the relay opens nothing either, and can be put away.
    faults.revoke = { type: 'refused', refused: 'feed-ended', status: 403 };
    expect(await shares.end(made)).toEqual(ok(true));
    expect(foldDiary(records).shares[0]?.ended).toBeDefined();
  });
});
