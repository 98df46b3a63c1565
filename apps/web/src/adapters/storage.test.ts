import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { createMemoryStorage, openStorage, type DiaryStorage } from './storage.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function openTest(): Promise<DiaryStorage> {
  const opened = await openStorage({ onClosed: () => undefined });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

const makers: readonly (readonly [string, () => Promise<DiaryStorage>])[] = [
  ['IndexedDB', openTest],
  ['memory', () => Promise.resolve(createMemoryStorage())],
];

for (const [name, make] of makers) {
  it(`${name}: gives records back in order, each once, whatever they hold`, async () => {
    const storage = await make();
    await storage.add({ id: 'b' });
    const fromTheFuture = { id: 'a', kind: 'not-yet-invented', version: 99 };
    await storage.add(fromTheFuture);
    await storage.add({ id: 'b' });
    expect(await storage.readAll()).toEqual([{ id: 'b' }, fromTheFuture]);
  });

  it(`${name}: keeps a named value until it is removed`, async () => {
    const storage = await make();
    await storage.writeKept('check', { step: 2 });
    expect(await storage.readKept('check')).toEqual({ step: 2 });
    await storage.removeKept('check');
    expect(await storage.readKept('check')).toBeUndefined();
  });
}

it('erasing removes the whole database', async () => {
  const storage = await openTest();
  await storage.add({ id: 'b' });
  await storage.erase();
  expect(await indexedDB.databases()).toEqual([]);
});

it('memory: leaves nothing after erasing', async () => {
  const storage = createMemoryStorage();
  await storage.add({ id: 'b' });
  await storage.writeKept('check', 1);
  await storage.erase();
  expect(await storage.readAll()).toEqual([]);
  expect(await storage.readKept('check')).toBeUndefined();
});

it('refuses a database of a newer version and leaves it as it is', async () => {
  await new Promise((resolve) => {
    const request = indexedDB.open('psoas', 7);
    request.onsuccess = () => {
      request.result.close();
      resolve(undefined);
    };
  });
  expect(await openStorage({ onClosed: () => undefined })).toEqual({ ok: false, error: 'newer-version' });
  expect(await indexedDB.databases()).toEqual([{ name: 'psoas', version: 7 }]);
});

it('lets go of the database when a newer version asks for it', async () => {
  let closed = false;
  const opened = await openStorage({ onClosed: () => (closed = true) });
  expect(opened.ok).toBe(true);
  await new Promise((resolve) => {
    const request = indexedDB.open('psoas', 2);
    request.onsuccess = () => resolve(undefined);
  });
  expect(closed).toBe(true);
});
