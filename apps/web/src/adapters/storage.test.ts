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

  it(`${name}: [E-13] names what is stored, and otherwise as soon as something was added`, async () => {
    const storage = await make();
    const seen = [await storage.revision()];
    for (const id of ['a', 'b', 'b']) {
      await storage.add({ id });
      seen.push(await storage.revision());
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen[2]).toBe(seen[3]);
  });

  it(`${name}: adds many records between the others, and takes them away again`, async () => {
    const storage = await make();
    for (const id of ['a', 'b', 'c']) await storage.add({ id });
    const told: number[] = [];
    const added = await storage.addMany(
      (current) => {
        expect(current).toHaveLength(3);
        return [{ value: { id: 'x' }, before: 1 }, { value: 'half a line', before: 1 }, { value: { id: 'y' }, before: 3 }];
      },
      (done) => told.push(done),
    );
    expect(added).toHaveLength(3);
    expect(await storage.readAll()).toEqual([{ id: 'a' }, { id: 'x' }, 'half a line', { id: 'b' }, { id: 'c' }, { id: 'y' }]);
    await storage.add({ id: 'd' });
    await storage.removeMany((record) => added.some(({ value }) => JSON.stringify(value) === JSON.stringify(record)));
    expect(await storage.readAll()).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }]);
    expect(await storage.addMany(() => [])).toEqual([]);
  });

  it(`${name}: keeps a named value until it is removed`, async () => {
    const storage = await make();
    await storage.writeKept('check', { step: 2 });
    expect(await storage.readKept('check')).toEqual({ step: 2 });
    await storage.removeKept('check');
    expect(await storage.readKept('check')).toBeUndefined();
  });
}

it('IndexedDB: of many records all are added or none, and nothing of the rest is lost', async () => {
  const storage = await openTest();
  for (const id of ['a', 'b', 'c']) await storage.add({ id });
  const twice = [
    { value: { id: 'x' }, before: 0 },
    { value: { id: 'c' }, before: 1 },
  ];
  await expect(storage.addMany(() => twice)).rejects.toMatchObject({ name: expect.stringMatching(/ConstraintError|AbortError/) });
  await expect(
    storage.addMany(() => {
      throw new Error('no choice');
    }),
  ).rejects.toThrow('no choice');
  expect(await storage.readAll()).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
});

it('IndexedDB: tells how far thousands of records are', async () => {
  const storage = await openTest();
  await storage.add({ id: 'last' });
  const told: string[] = [];
  const many = Array.from({ length: 2000 }, (_, index) => ({ value: { id: `r${index}` }, before: 0 }));
  await storage.addMany(
    () => many,
    (done, of) => told.push(`${done}/${of}`),
  );
  expect(told).toEqual(['500/2001', '1000/2001', '1500/2001', '2000/2001', '2001/2001']);
  expect((await storage.readAll()).at(-1)).toEqual({ id: 'last' });
});

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
