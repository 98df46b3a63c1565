import { createEvent } from '@psoas/core/diary';
import { parseLocalDate } from '@psoas/kernel';
import { beforeEach, expect, it } from 'vitest';
import { createMemoryStorage } from '../adapters/storage.ts';
import { createDiary, type Diary } from '../diary/diary.ts';
import { importDiary, lastImportOf, undoImport } from '../diary/import-diary.ts';
import { createSync, type Sync } from './create-sync.ts';
import { readElsewhere } from './read-elsewhere.ts';
import type { Exchange, SyncRole, SyncTasks } from './sync-tasks.ts';

const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('no day');
const today = day.value;
const nothing: Exchange = { incoming: [], waitingCount: 0, keptCount: 0, refusedCount: 0 };

let diary: Diary;
let nowMillis: number;
let role: SyncRole;
let exchanges: Exchange[];
let asked: number;
let wake: () => void;
let planned: number | undefined;

const storage = createMemoryStorage();

beforeEach(async () => {
  await storage.erase();
  nowMillis = 5000;
  role = { kind: 'root', deviceId: 'one', relay: 'https://relay.example' };
  exchanges = [];
  asked = 0;
  planned = undefined;
  let next = 0;
  diary = await createDiary({
    storage,
    clock: { nowMillis: () => nowMillis, today: () => today },
    ids: { nextId: () => `own-${(next += 1)}` },
    problem: () => undefined,
    onAppended: () => undefined,
    later: () => undefined,
    onRetry: () => undefined,
  });
});

const refuse = (): never => {
  throw new Error('not asked here');
};

function opened(): Promise<Sync> {
  const tasks: SyncTasks = {
    role: () => Promise.resolve(role),
    exchange: () => {
      asked += 1;
      return Promise.resolve(exchanges.shift() ?? nothing);
    },
    forget: () => Promise.resolve(),
    begin: refuse,
    enterWords: refuse,
    enterLink: refuse,
    invite: refuse,
    devices: refuse,
    removeDevice: refuse,
    secret: refuse,
    eraseAtRelay: refuse,
  };
  return createSync({
    tasks,
    diary,
    nowMillis: () => nowMillis,
    later: (millis) => {
      planned = millis;
      return () => undefined;
    },
    isVisible: () => true,
    onWake: (listener) => {
      wake = listener;
    },
  });
}

function note(id: string, atMillis: number): { readonly id: string } {
  return createEvent('note', { text: id }, { id, atMillis, day: today });
}

const texts = (): readonly string[] => diary.folded().notes.map(({ text }) => text);

it('[SY-04] what comes is placed by its time, and an old wish does not speak last', async () => {
  nowMillis = 2000;
  await diary.append('note', { text: 'second' });
  nowMillis = 5000;
  exchanges = [{ ...nothing, incoming: [note('first', 1000), note('third', 3000)] }];
  const sync = await opened();
  await sync.exchangeNow();
  expect(diary.records().map((record) => Object(record).data.text)).toEqual(['first', 'second', 'third']);
  expect(sync.state().note).toEqual({ doneAtMillis: 5000 });
});

it('[SY-04] an import cannot be taken back once it may have gone to the others', async () => {
  await importDiary(diary, { entries: [note('a', 1000)] }, { today });
  const last = await lastImportOf(diary, today);
  if (last === undefined) throw new Error('no import');
  const sync = await opened();
  await sync.exchangeNow();
  expect(await lastImportOf(diary, today)).toBeUndefined();
  // Somebody pressed while the button was still drawn.
  expect(await undoImport(diary, last)).toBe(false);
  expect(texts()).toEqual(['a']);
});

it('[SY-01] does nothing where the diary is on this device only', async () => {
  role = { kind: 'alone' };
  await opened();
  await diary.append('note', { text: 'alone' });
  wake();
  expect(asked).toBe(0);
  expect(await readElsewhere(diary, nowMillis)).toEqual({ isKept: false });
});

it('[SY-02] an appended entry goes soon; a device that has taken part begins by itself', async () => {
  const sync = await opened();
  await sync.exchangeNow();
  expect(asked).toBe(1);
  await diary.append('note', { text: 'new' });
  expect(planned).toBe(3000);
});

it('[SY-10] tells Today when it has not worked for more than a day, and no sooner', async () => {
  const unreachable: Exchange = { ...nothing, waitingCount: 3, fault: { type: 'unreachable' } };
  exchanges = [nothing, unreachable, unreachable];
  const sync = await opened();
  await sync.exchangeNow();
  nowMillis = 10_000;
  await sync.exchangeNow();
  nowMillis = 20_000;
  await sync.exchangeNow();
  expect(sync.state()).toMatchObject({ waitingCount: 3, fault: { type: 'unreachable' }, note: { doneAtMillis: 5000, faultSinceMillis: 10_000 } });
  expect(await readElsewhere(diary, 10_000 + 86_399_999)).toEqual({ isKept: true });
  expect((await readElsewhere(diary, 10_000 + 86_400_000)).late).toContain('1 January 1970');
  await sync.exchangeNow();
  expect(await readElsewhere(diary, 10_000 + 86_400_000)).toEqual({ isKept: true });
});

it('[SY-09] after leaving nothing is exchanged and nothing is noted', async () => {
  const sync = await opened();
  await sync.exchangeNow();
  await sync.forget();
  role = { kind: 'alone' };
  wake();
  await diary.append('note', { text: 'mine' });
  expect(asked).toBe(1);
  expect(await readElsewhere(diary, nowMillis)).toEqual({ isKept: false });
});

it('[SY-09] a tab that hears late that another one has stopped here notes nothing and is alone', async () => {
  const sync = await opened();
  exchanges = [{ ...nothing, fault: { type: 'not-set-up' } }];
  await sync.exchangeNow();
  wake();
  await sync.exchangeNow();
  expect(sync.state()).toMatchObject({ role: { kind: 'alone' }, isRunning: false, note: {} });
  expect(await readElsewhere(diary, nowMillis)).toEqual({ isKept: false });
});

it('[SY-09] a note without keys does not say that the diary is kept elsewhere', async () => {
  await (await opened()).exchangeNow();
  role = { kind: 'alone' };
  await opened();
  expect(await readElsewhere(diary, nowMillis)).toEqual({ isKept: false });
});
