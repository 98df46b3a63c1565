import { err, ok, type Result } from '@psoas/kernel';
import {
  createDeviceId,
  createRootSecret,
  deriveDeviceSecret,
  deviceLinkToText,
  rootToText,
  rootToWords,
  textToDeviceLink,
  textToRoot,
  wordsToRoot,
  type RandomBytes,
  type RootSecret,
  type WordsFault,
} from '@psoas/sync';
import {
  deviceIdsOf,
  diaryKeys,
  enterAsLinked,
  enterDiary,
  exchangeDiary,
  inviteDevice,
  isRefusal,
  readRecords,
  removeDevice,
  syncDiary,
  type DiaryFeed,
  type Identity,
  type OwnReplica,
  type RelayPort,
  type RootIdentity,
  type SyncParts,
} from '@psoas/sync/client';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import { askRelay } from './ask-relay.ts';
import { keepDiaryFeed, openDiaryFeed } from './diary-feed.ts';
import { eraseFeeds } from './erase-feeds.ts';
import { createIdentityStore, type SyncSetup } from './identity-store.ts';
import type { SyncFault } from './sync-fault.ts';
import type { Done, Exchange, SyncTasks } from './sync-tasks.ts';
import type { SyncTurn } from './sync-turn.ts';

/** What the tasks need of the device. */
export type SyncTaskParts = {
  readonly storage: SyncStorage;
  readonly openPort: (origin: string) => RelayPort;
  readonly nowMillis: () => number;
  readonly random: RandomBytes;
  /** All records of the diary as they are stored. */
  readonly readDiary: () => Promise<readonly unknown[]>;
  readonly turn: SyncTurn;
};

/** Entries in one answer: few enough that each step is kept within a second on a slow phone. */
const pullLimit = 200;

/** The tasks over storage and network. Each one holds the turn while it talks. */
export function createSyncTasks(parts: SyncTaskParts): SyncTasks {
  const { storage, turn } = parts;
  const identities = createIdentityStore(storage);
  const settle = async (setup: SyncSetup, diary: DiaryFeed): Promise<Done> => {
    await identities.write(await keepDiaryFeed(storage, setup, diary));
    return ok(true);
  };
  const enterWithRoot = async (identity: RootIdentity, relay: string): Promise<Done> => {
    const entered = await enterDiary(talk(parts, relay), identity);
    return entered.ok ? settle(newSetup(identity, relay), entered.value) : entered;
  };
  const owned = <Value>(work: (own: OwnedDiary) => Promise<Result<Value, SyncFault>>) => turn(() => withOwned(parts, work));
  return {
    role: async () => {
      const setup = await identities.read();
      return setup === undefined ? { kind: 'alone' } : { kind: setup.identity.kind, deviceId: setup.identity.deviceId, relay: setup.relay };
    },
    begin: (relay) =>
      turn(async () => {
        if ((await identities.read()) !== undefined) return err({ type: 'already-set-up' });
        const asked = await askRelay(parts.openPort(relay));
        if (!asked.ok) return asked;
        const identity: RootIdentity = { kind: 'root', deviceId: createDeviceId(parts.random), root: createRootSecret(parts.random) };
        return enterWithRoot(identity, relay);
      }),
    enterWords: ({ words, relay }) =>
      turn(async () => {
        const root = readRoot(words);
        if (!root.ok) return root;
        const setup = await identities.read();
        if (setup !== undefined) return becomeFull(setup, root.value, identities.write);
        const asked = await askRelay(parts.openPort(relay));
        if (!asked.ok) return asked;
        const found = await readRecords(talk(parts, relay), diaryKeys(root.value, 0));
        if (!found.ok) return found;
        if (found.value === undefined) return err({ type: 'no-such-diary' });
        return enterWithRoot({ kind: 'root', deviceId: createDeviceId(parts.random), root: root.value }, relay);
      }),
    enterLink: ({ text, relay }) =>
      turn(async () => {
        if ((await identities.read()) !== undefined) return err({ type: 'already-set-up' });
        const link = textToDeviceLink(text);
        if (!link.ok) return link;
        const asked = await askRelay(parts.openPort(relay));
        if (!asked.ok) return asked;
        const { deviceId, deviceSecret, feedId } = link.value;
        const entered = await enterAsLinked(talk(parts, relay), link.value);
        if (!entered.ok) return entered;
        const setup = { ...newSetup({ kind: 'linked', deviceId, deviceSecret }, relay), feedId };
        return settle(setup, { generation: 0, replica: entered.value, earlier: [] });
      }),
    exchange: (onProgress) => turn(() => exchange(parts, onProgress)),
    invite: () =>
      owned(async ({ own, parts: talking }) => {
        const link = await inviteDevice(talking, own);
        return link.ok ? ok({ deviceId: link.value.deviceId, text: deviceLinkToText(link.value) }) : link;
      }),
    devices: () =>
      turn(async () => {
        const setup = await identities.read();
        if (setup?.identity.kind !== 'root') return undefined;
        const replica = await storage.readReplica(setup.feedId);
        if (replica === undefined) return [setup.identity.deviceId];
        return deviceIdsOf({ identity: setup.identity, keys: diaryKeys(setup.identity.root, setup.generation), replica });
      }),
    removeDevice: (deviceId) =>
      owned(async ({ own, parts: talking }) => {
        const removed = await removeDevice(talking, own, deviceId);
        return removed.ok ? ok(true) : removed;
      }),
    secret: async () => {
      const setup = await identities.read();
      if (setup?.identity.kind !== 'root') return undefined;
      return { words: rootToWords(setup.identity.root), text: rootToText(setup.identity.root) };
    },
    eraseAtRelay: () =>
      turn(async () => {
        const setup = await identities.read();
        if (setup === undefined) return err({ type: 'not-set-up' });
        if (setup.identity.kind !== 'root') return err({ type: 'needs-root' });
        const asked = await askRelay(parts.openPort(setup.relay));
        if (!asked.ok) return asked;
        const talking = talk(parts, setup.relay);
        const diary = await openDiaryFeed(storage, setup, talking);
        return diary.ok ? eraseFeeds(talking, { root: setup.identity.root, diary: diary.value, relayKey: asked.value.key }) : diary;
      }),
    forget: () =>
      turn(async () => {
        const setup = await identities.read();
        await identities.remove();
        for (const feedId of setup === undefined ? [] : [...setup.earlierFeedIds, setup.feedId]) await storage.removeReplica(feedId);
      }),
  };
}

function talk({ openPort, nowMillis, random, storage }: SyncTaskParts, relay: string): SyncParts {
  return { port: openPort(relay), nowMillis, random, pullLimit, onStep: storage.writeReplica };
}

function newSetup(identity: Identity, relay: string): SyncSetup {
  return { identity, relay, generation: 0, feedId: '', earlierFeedIds: [] };
}

// The same secret as 24 words, or as the text of the QR code on the printed page.
function readRoot(text: string): Result<RootSecret, WordsFault> {
  const scanned = textToRoot(text);
  return scanned.ok ? scanned : wordsToRoot(text);
}

async function becomeFull(setup: SyncSetup, root: RootSecret, write: (setup: SyncSetup) => Promise<void>): Promise<Done> {
  const { identity } = setup;
  if (identity.kind === 'root') return err({ type: 'already-set-up' });
  const derived = deriveDeviceSecret(root, identity.deviceId);
  if (!derived.every((byte, index) => byte === identity.deviceSecret[index])) return err({ type: 'other-diary' });
  await write({ ...setup, identity: { kind: 'root', deviceId: identity.deviceId, root } });
  return ok(true);
}

const nothingExchanged: Exchange = { incoming: [], waitingCount: 0, keptCount: 0, refusedCount: 0 };

async function exchange(parts: SyncTaskParts, onProgress: Parameters<SyncTasks['exchange']>[0]): Promise<Exchange> {
  const { storage } = parts;
  const identities = createIdentityStore(storage);
  const setup = await identities.read();
  if (setup === undefined) return { ...nothingExchanged, fault: { type: 'not-set-up' } };
  const talking: SyncParts = {
    ...talk(parts, setup.relay),
    onStep: async (replica) => {
      await storage.writeReplica(replica);
      onProgress({ fetched: replica.entries.size, waiting: replica.waiting.filter(({ isStored }) => !isStored).length });
    },
  };
  const opened = await openDiaryFeed(storage, setup, talking);
  const records = await parts.readDiary();
  if (!opened.ok) return { ...nothingExchanged, waitingCount: records.length, fault: opened.error };
  const { diary, incoming, kept, reports, fault } = await exchangeDiary(setup.identity, opened.value, records, talking);
  await identities.write(await keepDiaryFeed(storage, setup, diary));
  return {
    incoming,
    waitingCount: diary.replica.waiting.filter(({ isStored }) => !isStored).length,
    keptCount: kept.refused.length + kept.withoutId,
    refusedCount: reports.filter(({ part }) => part !== 'feed').length,
    ...(fault !== undefined && { fault }),
  };
}

type OwnedDiary = { readonly own: OwnReplica; readonly parts: SyncParts };

// [Y-11] Where another device was quicker with a record, its record is fetched and this one written anew.
async function withOwned<Value>(parts: SyncTaskParts, work: (owned: OwnedDiary) => Promise<Result<Value, SyncFault>>): Promise<Result<Value, SyncFault>> {
  const { storage } = parts;
  const identities = createIdentityStore(storage);
  for (let isLast = false; ; isLast = true) {
    const setup = await identities.read();
    if (setup === undefined) return err({ type: 'not-set-up' });
    const { identity, relay } = setup;
    if (identity.kind !== 'root') return err({ type: 'needs-root' });
    const talking = talk(parts, relay);
    const opened = await openDiaryFeed(storage, setup, talking);
    if (!opened.ok) return opened;
    const synced = await syncDiary(identity, opened.value, talking);
    await identities.write(await keepDiaryFeed(storage, setup, synced.diary));
    if (synced.fault !== undefined) return err(synced.fault);
    const { generation, replica } = synced.diary;
    const done = await work({ own: { identity, keys: diaryKeys(identity.root, generation), replica }, parts: talking });
    if (done.ok || isLast || !isBeaten(done.error)) {
      const after = await syncDiary(identity, synced.diary, talking);
      await identities.write(await keepDiaryFeed(storage, setup, after.diary));
      return done;
    }
  }
}

function isBeaten(fault: SyncFault): boolean {
  return fault.type === 'refused' && (isRefusal(fault, 'fork') || fault.status === 409);
}
