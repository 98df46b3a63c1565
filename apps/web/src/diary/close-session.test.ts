import { byId, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { createPlayerState, createTimeline, stepPlayer, type PlayerAction, type PlayerState } from '@psoas/core/session';
import { exercises } from '@psoas/knowledge/exercises';
import { expect, it } from 'vitest';
import { createMemoryStorage } from '../adapters/storage.ts';
import { closeSession, savedSessionName } from './close-session.ts';
import { createDiary, type Diary } from './diary.ts';

const item = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] } as const;
const options = { firstSide: 'left', order: 'alternate' } as const;

function dayOf(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error('no day');
  return parsed.value;
}

// The device died `seconds` after the start.
function leftAfter(seconds: number, answers: readonly PlayerAction[] = []): PlayerState {
  const timeline = createTimeline([item], byId(exercises), options);
  let state = createPlayerState({ timeline, exercises });
  const send = (action: PlayerAction, millis: number): void => {
    state = stepPlayer(state, { ...action, at: { wallMillis: 1e12 + millis, monotonicMillis: millis } }).state;
  };
  send({ kind: 'start' }, 0);
  send({ kind: 'tick' }, seconds * 1000);
  for (const answer of answers) send(answer, seconds * 1000);
  return state;
}

async function setupLeft(kept: unknown): Promise<Diary> {
  let today = dayOf('2026-11-21');
  let count = 0;
  const diary = await createDiary({
    storage: createMemoryStorage(),
    clock: { nowMillis: () => 1e12, today: () => today },
    ids: { nextId: () => `id-${(count += 1)}` },
    problem: () => undefined,
    onAppended: () => undefined,
    later: () => undefined,
    onRetry: () => undefined,
  });
  await diary.append('session-started', { run: 'run-1', session: 'day-1-home', items: [item], options });
  await diary.writeKept(savedSessionName, kept);
  today = dayOf('2026-11-22');
  return diary;
}

async function closed(kept: unknown): Promise<Diary> {
  const diary = await setupLeft(kept);
  const run = diary.folded().unfinishedRun;
  if (run === undefined) throw new Error('nothing to close');
  await closeSession(diary, run, 1);
  return diary;
}

it('[E-16] what was worked before the device died is in the diary, under its day', async () => {
  // 10 s to get ready, 45 s left, 8 s to change, 20 s right.
  const diary = await closed({ run: 'run-1', state: leftAfter(83) });
  const [run] = diary.folded().runs;
  expect(run?.sets.map(({ side, set, seconds, day }) => [side, set, seconds, day])).toEqual([
    ['left', 1, 45, '2026-11-21'],
    ['right', 1, 20, '2026-11-21'],
  ]);
  expect(run?.outcome).toBe('ended-early');
  expect(diary.folded().unfinishedRun).toBeUndefined();
  expect(await diary.readKept(savedSessionName)).toBeUndefined();
});

it('[E-16] sets that are in the diary already are not written again', async () => {
  const diary = await setupLeft({ run: 'run-1', state: leftAfter(83) });
  await diary.append('set-logged', { run: 'run-1', item: 0, exercise: item.exercise, side: 'left', set: 1, seconds: 45 }, dayOf('2026-11-21'));
  const run = diary.folded().unfinishedRun;
  if (run !== undefined) await closeSession(diary, run, 1);
  expect(diary.folded().runs[0]?.sets.map(({ side }) => side)).toEqual(['left', 'right']);
  expect(diary.records()).toHaveLength(4);
});

it('[E-16] a sign that was reported before the device died still stops', async () => {
  const diary = await closed({ run: 'run-1', state: leftAfter(83, [{ kind: 'report-sign', sign: 'chest-symptoms' }]) });
  expect(diary.folded().shortSafetySinceCheck).toMatchObject([{ newSigns: ['RF07'], painNow: 1, day: '2026-11-21' }]);
  expect(diary.folded().runs[0]?.outcome).toBe('stopped');
});

it.each([['nothing', undefined], ['another walk', { run: 'run-0', state: leftAfter(83) }], ['half a place', { run: 'run-1', state: { version: 1 } }]])(
  '[E-16] with %s kept, the walk only ends',
  async (_, kept) => {
    const [run] = (await closed(kept)).folded().runs;
    expect([run?.sets, run?.outcome]).toEqual([[], 'ended-early']);
  },
);
