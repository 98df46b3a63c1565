import 'fake-indexeddb/auto';
import { createEvent } from '@psoas/core/diary';
import { addDays, parseLocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { createMemoryStorage, openStorage, type DiaryStorage } from '../adapters/storage.ts';
import { createDiary, type Diary } from './diary.ts';
import { importDiary, lastImportOf, undoImport } from './import-diary.ts';

const parsedDay = parseLocalDate('2026-11-21');
if (!parsedDay.ok) throw new Error('no day');
const today = parsedDay.value;

function note(id: string, atMillis: number): { readonly id: string } {
  return createEvent('note', { text: id }, { id, atMillis, day: today });
}

async function diaryWith(storage: DiaryStorage, ...records: readonly { readonly id: string }[]): Promise<Diary> {
  for (const record of records) await storage.add(record);
  let next = 0;
  return createDiary({
    storage,
    clock: { nowMillis: () => 5000, today: () => today },
    ids: { nextId: () => `own-${(next += 1)}` },
    problem: () => undefined,
    onAppended: () => undefined,
    later: () => undefined,
    onRetry: () => undefined,
  });
}

async function openedStorage(): Promise<DiaryStorage> {
  const opened = await openStorage({ onClosed: () => undefined });
  if (!opened.ok) throw new Error(opened.error);
  await opened.value.removeMany(() => true);
  return opened.value;
}

const file = { entries: [note('b', 2000), note('d', 4000), 'half a line', { id: '__proto__', kind: 'later' }] };

describe.each([
  ['memory', () => Promise.resolve(createMemoryStorage())],
  ['IndexedDB', openedStorage],
])('an import, %s', (_name, make) => {
  it('[DF-11] brings what is new, and is taken back to exactly what was there', async () => {
    const diary = await diaryWith(await make(), note('a', 1000), note('b', 2000), note('c', 3000));
    const before = diary.records();
    expect(await importDiary(diary, file, { today })).toBe(3);
    expect(diary.folded().notes.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    const last = await lastImportOf(diary, addDays(today, 7));
    if (last === undefined) throw new Error('nothing to take back');
    await undoImport(diary, last);
    expect(diary.records()).toEqual(before);
    expect(await lastImportOf(diary, today)).toBeUndefined();
  });

  it('[DF-11] cannot be taken back after the next own entry, nor after seven days', async () => {
    const diary = await diaryWith(await make(), note('a', 1000));
    await importDiary(diary, file, { today });
    expect(await lastImportOf(diary, addDays(today, 8))).toBeUndefined();
    expect(await lastImportOf(diary, today)).toBeDefined();
    await diary.append('note', { text: 'own' });
    expect(await lastImportOf(diary, today)).toBeUndefined();
  });
});

it('a damaged note of the last import takes nothing back', async () => {
  const diary = await diaryWith(createMemoryStorage(), note('a', 1000));
  for (const kept of [3, {}, { day: '2026-02-30', keys: [], entriesAfter: 1 }, { day: today, keys: 'a', entriesAfter: 1 }]) {
    await diary.writeKept('last-import', kept);
    expect(await lastImportOf(diary, today)).toBeUndefined();
  }
});
