import { expect, it } from 'vitest';
import { readGlances, removeGlance, writeGlances } from './glance-store.ts';

it('[SH-15] of who is removed nothing stays, also where the list is empty then', async () => {
  const kept = new Map<string, unknown>();
  const storage = {
    readKept: (name: string): Promise<unknown> => Promise.resolve(kept.get(name)),
    writeKept: (name: string, value: unknown): Promise<void> => Promise.resolve(void kept.set(name, value)),
  };
  await writeGlances(storage, new Map([['kim', { lookedAtMillis: 1 }], ['ben', { lookedAtMillis: 2 }]]));
  await removeGlance(storage, 'kim');
  expect([...(await readGlances(storage)).keys()]).toEqual(['ben']);
  await removeGlance(storage, 'ben');
  expect((await readGlances(storage)).size).toBe(0);
});
