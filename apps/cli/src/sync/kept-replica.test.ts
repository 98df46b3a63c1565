import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addEvents,
  createDeviceId,
  createFeed,
  createReplica,
  createRootSecret,
  deriveDeviceSecret,
  deriveFeedKeys,
  deriveMemberKeys,
  memberToRecipient,
  type Replica,
} from '@psoas/sync';
import { memorySyncFolder } from '../testing/memory-sync-folder.ts';
import { openReplicaStore } from './replica-store.ts';

let random: (length: number) => Uint8Array;
let replica: Replica;

beforeEach(() => {
  let count = 0;
  random = (length) => Uint8Array.from({ length }, () => (count = (count * 75 + 74) % 65_537) % 256);
  const root = createRootSecret(random);
  const keys = deriveFeedKeys(root, { purpose: 'diary', generation: 0 });
  const deviceId = createDeviceId(random);
  const member = deriveMemberKeys(deriveDeviceSecret(root, deviceId), keys.feedId);
  const rights = { read: true, write: true, invite: false };
  const members = [{ ...memberToRecipient(member), rights, deviceId, expiresAtMillis: 0 }];
  const made = createReplica(member, createFeed({ keys, members, atMillis: 1 }, random));
  if (!made.ok) throw new Error(made.error.type);
  replica = made.value;
});

function withEvents(from: Replica, ...ids: readonly string[]): Replica {
  return addEvents(from, ids.map((id) => ({ event: { id, text: `Wörter ${id}` }, atMillis: 5 })), random).replica;
}

async function filesOf(folder: ReturnType<typeof memorySyncFolder>) {
  const used = await folder.use((files) => Promise.resolve(files));
  if (!used.ok) throw new Error(used.error.type);
  return used.value;
}

async function kept(folder: ReturnType<typeof memorySyncFolder>): Promise<Replica | undefined> {
  return openReplicaStore(await filesOf(folder)).load(replica.member);
}

describe('a replica on the disk', () => {
  it('[L-11] comes back as it was, step by step, and only grows', async () => {
    const folder = memorySyncFolder();
    const store = openReplicaStore(await filesOf(folder));
    const name = `${replica.feed.feedId}.jsonl`;
    let now = replica;
    for (const ids of [['a', 'b'], [], ['c']]) {
      const before = folder.files.get(name) ?? '';
      now = withEvents(now, ...ids);
      await store.save(now);
      expect((folder.files.get(name) ?? '').startsWith(before)).toBe(true);
      expect(await kept(folder)).toEqual(now);
    }
  });

  it('[L-11] what did not change is not written', async () => {
    const folder = memorySyncFolder();
    await openReplicaStore(await filesOf(folder)).save(withEvents(replica, 'a'));
    const readOnly = { ...(await filesOf(folder)), replace: () => Promise.reject(new Error('written')), append: () => Promise.reject(new Error('written')) };
    const store = openReplicaStore(readOnly);
    const loaded = await store.load(replica.member);
    if (loaded === undefined) throw new Error('nothing was kept');
    await store.save(loaded);
    await expect(store.save(withEvents(loaded, 'b'))).rejects.toThrow('written');
  });

  it('[L-11] an entry that was sealed anew under another id does not come back', async () => {
    const folder = memorySyncFolder();
    const store = openReplicaStore(await filesOf(folder));
    await store.save(withEvents(replica, 'old'));
    const other = withEvents(replica, 'new');
    await store.save(other);
    expect(await kept(folder)).toEqual(other);
  });

  it('[L-11] lines that no head speaks of are of a write that was cut, and are written over', async () => {
    const folder = memorySyncFolder();
    const one = withEvents(replica, 'a');
    const cut = openReplicaStore(await filesOf(folder));
    await cut.save(one);
    const [head, log] = [`${replica.feed.feedId}.json`, `${replica.feed.feedId}.jsonl`];
    const headOfOne = folder.files.get(head) ?? '';
    await cut.save(withEvents(one, 'lost'));
    folder.files.set(head, headOfOne);
    folder.files.set(log, `${folder.files.get(log)}{"id":"half`);
    expect(await kept(folder)).toEqual(one);
    const store = openReplicaStore(await filesOf(folder));
    await store.load(replica.member);
    const two = withEvents(one, 'b');
    await store.save(two);
    expect(await kept(folder)).toEqual(two);
    expect(folder.files.get(log)).not.toMatch(/lost|half/);
  });

  it('[L-11] what is cut off or damaged is not used, and never throws', async () => {
    const folder = memorySyncFolder();
    await openReplicaStore(await filesOf(folder)).save(withEvents(replica, 'a', 'b'));
    for (const name of folder.files.keys()) {
      const whole = folder.files.get(name) ?? '';
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
          folder.files.set(name, whole.slice(0, length));
          expect(await kept(folder)).toBeUndefined();
        }),
        { numRuns: 60 },
      );
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.constantFrom('{', '"', 'x', '0', '\n'), async (place, letter) => {
          folder.files.set(name, whole.slice(0, place) + letter + whole.slice(place + 1));
          await kept(folder);
        }),
        { numRuns: 100 },
      );
      folder.files.set(name, whole);
    }
  });
});
