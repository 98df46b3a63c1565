import { err, ok, type Result } from '@psoas/kernel';
import { foldDiary } from '@psoas/core/diary';
import { deviceLinkToText, rootToText, rootToWords } from '@psoas/sync';
import { deviceIdsOf, diaryKeys, inviteDevice, removeDevice, syncDiary, type OwnReplica, type SyncParts } from '@psoas/sync/client';
import { askRelay } from './ask-relay.ts';
import { keepDiaryFeed, openDiaryFeed } from './diary-feed.ts';
import { endKeptCalendar } from './end-kept-calendar.ts';
import { eraseFeeds } from './erase-feeds.ts';
import { eraseShare } from './erase-share.ts';
import { createIdentityStore } from './identity-store.ts';
import type { SyncFault } from './sync-fault.ts';
import { talkWith, type SyncTaskParts } from './sync-task-parts.ts';
import type { ErasedFeed, SyncTasks } from './sync-tasks.ts';

/** The tasks for which a device needs the root. */
export function createOwnerTasks(parts: SyncTaskParts): Pick<SyncTasks, 'invite' | 'devices' | 'removeDevice' | 'secret' | 'eraseAtRelay'> {
  const { storage, turn } = parts;
  const identities = createIdentityStore(storage);
  return {
    invite: () =>
      turn(() =>
        withOwned(parts, async ({ own, talking }) => {
          const link = await inviteDevice(talking, own);
          return link.ok ? ok({ deviceId: link.value.deviceId, text: deviceLinkToText(link.value) }) : link;
        }),
      ),
    devices: () =>
      turn(async () => {
        const setup = await identities.read();
        if (setup?.identity.kind !== 'root') return undefined;
        const { identity, generation, feedId } = setup;
        const replica = await storage.readReplica(feedId);
        return replica === undefined ? [identity.deviceId] : deviceIdsOf({ identity, keys: diaryKeys(identity.root, generation), replica });
      }),
    removeDevice: (deviceId) =>
      turn(() =>
        withOwned(parts, async ({ own, talking }) => {
          const removed = await removeDevice(talking, own, deviceId);
          return removed.ok ? ok(true) : removed;
        }),
      ),
    secret: async () => {
      const identity = (await identities.read())?.identity;
      return identity?.kind === 'root' ? { words: rootToWords(identity.root), text: rootToText(identity.root) } : undefined;
    },
    eraseAtRelay: () => turn(() => eraseAtRelay(parts)),
  };
}

async function eraseAtRelay(parts: SyncTaskParts): Promise<Result<readonly ErasedFeed[], SyncFault>> {
  const setup = await createIdentityStore(parts.storage).read();
  if (setup === undefined) return err({ type: 'not-set-up' });
  const { identity, relay } = setup;
  if (identity.kind !== 'root') return err({ type: 'needs-root' });
  const asked = await askRelay(parts.openPort(relay));
  if (!asked.ok) return asked;
  const talking = talkWith(parts, relay);
  const relayKey = asked.value.key;
  const erased: ErasedFeed[] = [];
  // [IC-13] What lies open goes before what is sealed.
  const calendar = await endKeptCalendar(parts);
  if (!calendar.ok) return calendar;
  if (calendar.value !== undefined) erased.push(calendar.value);
  // What was shared first: once the diary is erased, nobody thinks of it any more.
  for (const { share } of foldDiary(await parts.readDiary()).shares) {
    const one = await eraseShare({ storage: parts.storage, talking, own: { identity, shareId: share }, relayKey });
    if (one.ok) erased.push(...one.value);
    else if (!isOfOtherWords(one.error)) return one;
  }
  const diary = await openDiaryFeed(parts.storage, setup, talking);
  const feeds = diary.ok ? await eraseFeeds(talking, { root: identity.root, diary: diary.value, relayKey }) : diary;
  return feeds.ok ? ok([...erased, ...feeds.value]) : feeds;
}

function isOfOtherWords(fault: SyncFault): boolean {
  return fault.type === 'refused' && fault.refused === 'no-such-feed';
}

type Owned = { readonly own: OwnReplica; readonly talking: SyncParts };

// [Y-11] Where another device was quicker with a record, its record is fetched and this one written anew.
async function withOwned<Value>(parts: SyncTaskParts, work: (owned: Owned) => Promise<Result<Value, SyncFault>>): Promise<Result<Value, SyncFault>> {
  const { storage } = parts;
  const identities = createIdentityStore(storage);
  for (let isLast = false; ; isLast = true) {
    const setup = await identities.read();
    if (setup === undefined) return err({ type: 'not-set-up' });
    const { identity, relay } = setup;
    if (identity.kind !== 'root') return err({ type: 'needs-root' });
    const talking = talkWith(parts, relay);
    const opened = await openDiaryFeed(storage, setup, talking);
    if (!opened.ok) return opened;
    const synced = await syncDiary(identity, opened.value, talking);
    await identities.write(await keepDiaryFeed(storage, setup, synced.diary));
    if (synced.fault !== undefined) return err(synced.fault);
    const { generation, replica } = synced.diary;
    const done = await work({ own: { identity, keys: diaryKeys(identity.root, generation), replica }, talking });
    const isBeaten = !done.ok && done.error.type === 'refused' && done.error.status === 409;
    if (isBeaten && !isLast) continue;
    // The own record comes back with the next pull; until then this device would not know it.
    const after = await syncDiary(identity, synced.diary, talking);
    await identities.write(await keepDiaryFeed(storage, setup, after.diary));
    return done;
  }
}
