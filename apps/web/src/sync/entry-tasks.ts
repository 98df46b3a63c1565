import { err, ok, type Result } from '@psoas/kernel';
import {
  createDeviceId,
  createRootSecret,
  deriveDeviceSecret,
  textToDeviceLink,
  textToRoot,
  wordsToRoot,
  type RootSecret,
  type WordsFault,
} from '@psoas/sync';
import { diaryKeys, enterAsLinked, enterDiary, readRecords, type DiaryFeed, type Identity } from '@psoas/sync/client';
import { askRelay } from './ask-relay.ts';
import { keepDiaryFeed } from './diary-feed.ts';
import { createIdentityStore, type SyncSetup } from './identity-store.ts';
import type { SyncFault } from './sync-fault.ts';
import { talkWith, type SyncTaskParts } from './sync-task-parts.ts';
import type { Done, SyncTasks } from './sync-tasks.ts';

/** The tasks by which a device comes to take part. */
export function createEntryTasks(parts: SyncTaskParts): Pick<SyncTasks, 'begin' | 'enterWords' | 'enterLink'> {
  const { turn, random } = parts;
  const identities = createIdentityStore(parts.storage);
  return {
    begin: (relay) =>
      turn(async () => {
        const ready = await readyToEnter(parts, relay);
        return ready.ok ? enterWithRoot(parts, createRootSecret(random), relay) : ready;
      }),
    enterWords: ({ words, relay }) =>
      turn(async () => {
        const root = readRoot(words);
        if (!root.ok) return root;
        const setup = await identities.read();
        if (setup?.identity.kind === 'linked') return becomeFull(setup, root.value, identities.write);
        const ready = await readyToEnter(parts, relay);
        if (!ready.ok) return ready;
        const found = await readRecords(talkWith(parts, relay), diaryKeys(root.value, 0));
        if (!found.ok) return found;
        return found.value === undefined ? err({ type: 'no-such-diary' }) : enterWithRoot(parts, root.value, relay);
      }),
    enterLink: ({ text, relay }) =>
      turn(async () => {
        const ready = await readyToEnter(parts, relay);
        if (!ready.ok) return ready;
        const link = textToDeviceLink(text);
        if (!link.ok) return link;
        const { deviceId, deviceSecret } = link.value;
        const entered = await enterAsLinked(talkWith(parts, relay), link.value);
        if (!entered.ok) return entered;
        return settle(parts, { identity: { kind: 'linked', deviceId, deviceSecret }, relay }, { generation: 0, replica: entered.value, earlier: [] });
      }),
  };
}

// Asked first, so that a device without a network or a relay begins nothing.
async function readyToEnter({ storage, openPort }: SyncTaskParts, relay: string): Promise<Result<unknown, SyncFault>> {
  if ((await createIdentityStore(storage).read()) !== undefined) return err({ type: 'already-set-up' });
  return askRelay(openPort(relay));
}

async function enterWithRoot(parts: SyncTaskParts, root: RootSecret, relay: string): Promise<Done> {
  const identity = { kind: 'root', deviceId: createDeviceId(parts.random), root } as const;
  const entered = await enterDiary(talkWith(parts, relay), identity);
  return entered.ok ? settle(parts, { identity, relay }, entered.value) : entered;
}

type Entered = { readonly identity: Identity; readonly relay: string };

async function settle({ storage }: SyncTaskParts, entered: Entered, diary: DiaryFeed): Promise<Done> {
  const setup: SyncSetup = { ...entered, generation: 0, feedId: diary.replica.feed.feedId, earlierFeedIds: [] };
  await createIdentityStore(storage).write(await keepDiaryFeed(storage, setup, diary));
  return ok(true);
}

// The same secret as 24 words, or as the text of the QR code on the recovery page.
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
