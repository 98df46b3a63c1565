import 'fake-indexeddb/auto';
import { addEvents, createReplica, createRootSecret, deriveFeedKeys, deriveMemberKeys, createFeed, memberToRecipient, type Replica } from '@psoas/sync';
import { createTestRandom, testNow } from '@psoas/sync/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSyncStorage } from './sync-storage.ts';

const random = createTestRandom('storage');

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(() => vi.restoreAllMocks());

function replicaWith(count: number): Replica {
  const keys = deriveFeedKeys(createRootSecret(random), { purpose: 'diary', generation: 0 });
  const member = deriveMemberKeys(random(32), keys.feedId);
  const rights = { read: true, write: true, invite: false };
  const records = createFeed({ keys, members: [{ ...memberToRecipient(member), rights, expiresAtMillis: 0 }], atMillis: testNow }, random);
  const created = createReplica(member, records);
  if (!created.ok) throw new Error(created.error.type);
  return grown(created.value, count, 'first');
}

function grown(replica: Replica, count: number, name: string): Replica {
  const events = Array.from({ length: count }, (_, index) => ({ event: { id: `${name}${index}`, text: 'felt stiff' }, atMillis: testNow }));
  return addEvents(replica, events, random).replica;
}

it('[SY-11] gives back a replica as it was, keys, clock and what waits included', async () => {
  const replica = replicaWith(5);
  await (await openSyncStorage()).writeReplica(replica);
  const read = await (await openSyncStorage()).readReplica(replica.feed.feedId);
  expect(read).toEqual(replica);
});

it('[SY-11] writes of a long replica only what is new', async () => {
  const storage = await openSyncStorage();
  const replica = replicaWith(50);
  await storage.writeReplica(replica);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const longer = grown(replica, 2, 'second');
  await storage.writeReplica(longer);
  // Two entries, open and sealed, and the record of the whole.
  expect(put).toHaveBeenCalledTimes(5);
  expect(await (await openSyncStorage()).readReplica(replica.feed.feedId)).toEqual(longer);
});

it('[SY-11] a page that comes after another one reads what that one wrote, and loses nothing of it', async () => {
  const [first, second] = [await openSyncStorage(), await openSyncStorage()];
  const replica = replicaWith(3);
  const { feedId } = replica.feed;
  await first.writeReplica(replica);
  const seen = await second.readReplica(feedId);
  if (seen === undefined) throw new Error('not kept');
  const longer = grown(seen, 1, 'second');
  await second.writeReplica(longer);
  expect(await first.readReplica(feedId)).toEqual(longer);
  // One that did not read writes the whole anew rather than half of two.
  const other = { ...replica, waiting: [] };
  await first.writeReplica(other);
  await second.writeReplica(longer);
  expect(await (await openSyncStorage()).readReplica(feedId)).toEqual(longer);
});

it('keeps replicas of different feeds apart, and removes one without the other', async () => {
  const storage = await openSyncStorage();
  const [first, second] = [replicaWith(2), replicaWith(2)];
  await storage.writeReplica(first);
  await storage.writeReplica(second);
  await storage.removeReplica(first.feed.feedId);
  const fresh = await openSyncStorage();
  expect(await fresh.readReplica(first.feed.feedId)).toBeUndefined();
  expect(await fresh.readReplica(second.feed.feedId)).toEqual(second);
});
