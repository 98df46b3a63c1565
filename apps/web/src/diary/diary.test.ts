import { parseLocalDate, type Clock, type LocalDate } from '@psoas/kernel';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../adapters/storage.ts';
import { createDiary, type Diary } from './diary.ts';

function testDay(text = '2026-11-21'): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error('no day');
  return parsed.value;
}

async function setupDiary(storage = createMemoryStorage(), onRetry: (listener: () => void) => void = () => undefined, device = 'id', clock: Clock = { nowMillis: () => 1000, today: testDay }): Promise<{ readonly diary: Diary; readonly told: string[] }> {
  const told: string[] = [];
  let next = 0;
  const diary = await createDiary({
    storage,
    clock,
    ids: { nextId: () => `${device}-${(next += 1)}` },
    problem: () => undefined,
    onAppended: () => told.push('appended'),
    later: () => undefined,
    onRetry,
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

it('keeps what it cannot read, and reports it', async () => {
  const storage = createMemoryStorage();
  const strange = { id: 'x', kind: 'from-the-future', version: 9, atMillis: 1, day: '2026-01-01', data: {} };
  await storage.add(strange);
  const { diary } = await setupDiary(storage);
  expect(diary.folded().unreadable).toHaveLength(1);
  expect(diary.records()).toEqual([strange]);
});

it('sees what another tab has added once it refreshes', async () => {
  const storage = createMemoryStorage();
  const { diary } = await setupDiary(storage);
  const { diary: other } = await setupDiary(storage);
  await other.append('note', { text: 'from the other tab' });
  await diary.refresh();
  expect(diary.records()).toHaveLength(1);
});

it('[E-14] a session goes on over a full disk, and nothing is lost when there is space again', async () => {
  const memory = createMemoryStorage();
  let isFull = true;
  let retry = (): void => undefined;
  const full = <Given extends unknown[]>(write: (...given: Given) => Promise<void>) => (...given: Given): Promise<void> =>
    isFull ? Promise.reject(new DOMException('no space', 'QuotaExceededError')) : write(...given);
  const storage = { ...memory, add: full(memory.add), writeKept: full(memory.writeKept), removeKept: full(memory.removeKept) };
  const { diary, told } = await setupDiary(storage, (listener) => (retry = listener));
  await diary.append('note', { text: 'one' });
  await diary.writeKept('place', { second: 5 });
  await diary.append('note', { text: 'two' });
  expect(diary.folded().notes.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(await diary.readKept('place')).toEqual({ second: 5 });
  expect([diary.waitingCount(), told.length]).toEqual([3, 0]);
  await diary.refresh();
  expect(diary.records()).toHaveLength(2);
  isFull = false;
  retry();
  await diary.refresh();
  expect([diary.waitingCount(), told.length]).toEqual([0, 2]);
  expect(await memory.readAll()).toEqual(diary.records());
  expect(await memory.readKept('place')).toEqual({ second: 5 });
});

it('[E-14] two tabs that add at the same time lose and double nothing', async () => {
  const storage = createMemoryStorage();
  const { diary } = await setupDiary(storage);
  const { diary: other } = await setupDiary(storage, () => undefined, 'other');
  const adding = [diary.append('note', { text: 'a' }), other.append('note', { text: 'b' }), diary.refresh(), diary.append('note', { text: 'c' }), other.refresh()];
  await Promise.all(adding);
  await Promise.all([diary.refresh(), other.refresh()]);
  for (const each of [diary, other]) expect(each.folded().notes.map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c']);
  expect(diary.records()).toHaveLength(3);
});

it('[E-15] a clock that was set back changes neither the order nor the session that goes on, and the day is the new one', async () => {
  let now = Date.parse('2026-11-22T09:00:00Z');
  let day = '2026-11-22';
  const { diary } = await setupDiary(createMemoryStorage(), undefined, 'id', { nowMillis: () => now, today: () => testDay(day) });
  const walk = (run: string) => ({ run, session: 'day-1-home', items: [], options: { firstSide: 'left', order: 'alternate' } }) as const;
  await diary.append('session-started', walk('first'));
  await diary.append('session-finished', { run: 'first', outcome: 'completed' });
  now -= 86_400_000;
  day = '2026-11-21';
  await diary.append('session-started', walk('second'));
  const { runs, unfinishedRun } = diary.folded();
  expect(runs.map(({ run, startedDay }) => [run, startedDay])).toEqual([['first', '2026-11-22'], ['second', '2026-11-21']]);
  expect(unfinishedRun?.run).toBe('second');
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
