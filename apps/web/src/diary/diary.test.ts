import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../adapters/storage.ts';
import { createDiary, diaryToFile, type Diary } from './diary.ts';

function testDay(): LocalDate {
  const parsed = parseLocalDate('2026-11-21');
  if (!parsed.ok) throw new Error('no day');
  return parsed.value;
}

async function setupDiary(storage = createMemoryStorage()): Promise<{ readonly diary: Diary; readonly told: string[] }> {
  const told: string[] = [];
  let next = 0;
  const diary = await createDiary({
    storage,
    clock: { nowMillis: () => 1000, today: testDay },
    ids: { nextId: () => `id-${(next += 1)}` },
    problem: () => undefined,
    onAppended: () => told.push('appended'),
  });
  return { diary, told };
}

it('adds an event, folds it, tells its listeners and the other tabs', async () => {
  const { diary, told } = await setupDiary();
  diary.subscribe(() => told.push('changed'));
  await diary.append('preference-changed', { key: 'daysPerWeek', value: 3 });
  expect(diary.folded().preferences['daysPerWeek']).toBe(3);
  expect(told).toEqual(['changed', 'appended']);
});

it('keeps what it cannot read, reports it, and writes it into the copy', async () => {
  const storage = createMemoryStorage();
  const strange = { id: 'x', kind: 'from-the-future', version: 9, atMillis: 1, day: '2026-01-01', data: {} };
  await storage.add(strange);
  const { diary } = await setupDiary(storage);
  expect(diary.folded().unreadable).toHaveLength(1);
  expect(JSON.parse(diaryToFile(diary.records(), '2026-11-21'))).toMatchObject({ format: 'psoas-diary', events: [strange] });
});

it('sees what another tab has added once it refreshes', async () => {
  const storage = createMemoryStorage();
  const { diary } = await setupDiary(storage);
  const { diary: other } = await setupDiary(storage);
  await other.append('note', { text: 'from the other tab' });
  await diary.refresh();
  expect(diary.records()).toHaveLength(1);
});

it('stores events in the order in which they were added, even when nobody waits', async () => {
  const storage = createMemoryStorage();
  const slowFirst = { ...storage, add: slowOnce(storage.add) };
  const { diary } = await setupDiary(slowFirst);
  await Promise.all([diary.append('note', { text: 'first' }), diary.append('note', { text: 'second' })]);
  expect((await storage.readAll()).map((record) => JSON.stringify(record).includes('first'))).toEqual([true, false]);
});

// The first record takes some turns longer to be stored than those after it.
function slowOnce(add: ReturnType<typeof createMemoryStorage>['add']): typeof add {
  let isFirst = true;
  return async (record) => {
    const turns = isFirst ? 20 : 0;
    isFirst = false;
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    await add(record);
  };
}
