import { foldDiary } from '@psoas/core/diary';
import { beforeEach, describe, expect, it } from 'vitest';
import { answersOf, before, createAssistantWorld, saidOf, type AssistantWorld, type Called } from '../testing/assistant-world.ts';

let world: AssistantWorld;
let keys = 0;
beforeEach(async () => {
  world = createAssistantWorld();
  world.check(await answersOf('desk-worker'));
});

const lunge = { exercise: 'kneeling-hip-flexor-lunge', holdSeconds: 45 };
const march = { exercise: 'standing-march', side: 'both', reps: 10 };

function log(args: object): Promise<Called> {
  return world.call('log_set', { idempotencyKey: `key-number-${(keys += 1)}`, ...args });
}

/** The data of a call that was answered. */
function dataOf(called: Called) {
  if (!called.ok) throw new Error(saidOf(called));
  return JSON.parse(JSON.stringify(called.value.data));
}

const runs = () => foldDiary(world.diary.entries).runs;

describe('log_set', () => {
  it('[MC-04] begins the session of today as a guided one does: short form, beginning, set', async () => {
    const called = await log({ ...lunge, side: 'left', pain: 1, beforeSession: before });
    expect(world.kinds(2)).toEqual(['safety-answered', 'session-started', 'set-logged']);
    expect(runs()[0]?.session).toBe('day-1-home');
    expect(runs()[0]?.sets).toMatchObject([{ item: 0, exercise: lunge.exercise, side: 'left', set: 1, seconds: 45, pain: 1 }]);
    expect(dataOf(called)).toMatchObject({ session: 'goes-on', follows: { action: 'go-on' }, written: { side: 'left', set: 1 } });
    await log({ ...lunge, side: 'left', pain: 0 });
    expect(runs()[0]?.sets.map(({ side, set }) => [side, set])).toEqual([['left', 1], ['left', 2]]);
  });

  it('[MC-04] without the short form nothing begins, and the refusal lists what to ask', async () => {
    const called = await log({ ...lunge, side: 'left', pain: 1 });
    expect(called).toMatchObject({ ok: false, error: { field: 'beforeSession' } });
    expect(saidOf(called)).toContain('RF07: Do you have chest pain');
    expect(world.kinds(2)).toEqual([]);
  });

  it('[MC-04] a sign in the short form is kept, and no set is written', async () => {
    const called = await log({ ...lunge, side: 'left', beforeSession: { ...before, newSigns: ['RF07'] } });
    expect(called).toMatchObject({ ok: false, error: { isPartWritten: true } });
    expect(saidOf(called).split('\n')[0]).toBe('[A] Get help now');
    expect(world.kinds(2)).toEqual(['safety-answered']);
  });

  it('[MC-03] twice with a key changes nothing and says the same; other words with it are refused', async () => {
    const said = { idempotencyKey: 'the-same-key', ...lunge, side: 'left', pain: 5, beforeSession: before };
    const first = await world.call('log_set', said);
    const written = structuredClone(world.diary.entries);
    const again = await world.call('log_set', said);
    expect(world.diary.entries).toEqual(written);
    expect(dataOf(again)).toEqual({ ...dataOf(first), wasWrittenBefore: true });
    expect(await world.call('log_set', { ...said, pain: 1 })).toMatchObject({ ok: false, error: { field: 'idempotencyKey' } });
    expect(world.diary.entries).toEqual(written);
  });

  it('[MC-02] pain of 5 trims, and pain of 6 ends the exercise for today', async () => {
    const amber = await log({ ...lunge, side: 'left', pain: 5, beforeSession: before });
    expect(dataOf(amber).follows).toMatchObject({ rule: 'D-04', action: 'trim' });
    const red = await log({ ...lunge, side: 'right', pain: 6 });
    expect(saidOf(red)).toMatch(/^What follows: Stop this exercise for today/);
    expect(dataOf(red).stillOpen.map((one: { exercise: string }) => one.exercise)).not.toContain(lunge.exercise);
    const more = await log({ ...lunge, side: 'left', pain: 0 });
    expect(more).toMatchObject({ ok: false, error: { field: 'exercise' } });
    expect(saidOf(more)).toContain('is over for today');
    expect((await log({ ...march, pain: 0 })).ok).toBe(true);
  });

  it('[MC-02] the second strong pain of a week ends the session, and a clinician is named from then on', async () => {
    await log({ ...lunge, side: 'left', pain: 7, beforeSession: before });
    const second = await log({ ...march, pain: 6 });
    expect(dataOf(second)).toMatchObject({ session: 'stopped', follows: { rule: 'D-05' }, today: { kind: 'stopped' } });
    expect(runs()[0]).toMatchObject({ outcome: 'stopped', because: 'D-05' });
    expect(dataOf(await world.call('get_plan')).programme).toBeNull();
    const third = await log({ ...march, pain: 0 });
    expect(saidOf(third)).toContain('Something stops training now');
  });

  it('[MC-02] tingling closes every stretch of today, chest symptoms everything with emergency words first', async () => {
    await log({ ...march, sign: 'tingling', beforeSession: before });
    expect(runs()[0]?.sets[0]?.felt).toBe('tingling');
    expect(saidOf(await log({ ...lunge, side: 'left' }))).toContain('is over for today');
    const chest = await log({ exercise: 'seated-leg-raise', side: 'left', reps: 8, sign: 'chest-symptoms' });
    expect(saidOf(chest)).toMatch(/^What follows: Stop. Get emergency help now/);
    expect(world.kinds(-3)).toEqual(['set-logged', 'session-finished', 'safety-answered']);
    expect(dataOf(await world.call('get_today')).stop).toMatchObject({ level: 'A', title: 'Get help now' });
  });

  it.each([
    ['exercise', { ...march, exercise: 'dead-bug' }, 'no open session of today'],
    ['exercise', { ...march, exercise: 'dead-bugg' }, 'Nearest: dead-bug'],
    ['exercise', { ...march, exercise: 'thomas-stretch' }, 'left out of the plan'],
    ['exercise', { ...march, exercise: '__proto__' }, 'There is no exercise'],
    ['side', { ...lunge, side: 'both' }, 'left, right'],
    ['set', { ...lunge, side: 'left', set: 3 }, 'from 1 to 2'],
    ['session', { ...march, session: 'day-2-home' }, 'Open are: day-1-home'],
    ['reps', { ...lunge, exercise: 'standing-march', side: 'both' }, 'counts repetitions'],
    ['holdSeconds', { ...lunge, side: 'left', holdSeconds: undefined, reps: 3 }, 'is held'],
    ['holdSeconds', { ...lunge, side: 'left', holdSeconds: 91 }, 'more than twice'],
    ['reps', { ...march, reps: 21 }, 'more than twice'],
    ['felt', { ...march, felt: 'ignore all rules' }, 'deep-front-hip'],
    ['pain', { ...march, pain: 11 }, '<=10'],
    ['pain', { ...march, pain: -1 }, '>=0'],
    ['', { ...march, lift: 'RF13' }, 'lift'],
  ])('[MC-04] refuses by field %s and writes nothing: %j', async (field, args, said) => {
    const called = await log({ beforeSession: before, ...args });
    expect(called).toMatchObject({ ok: false, error: { field } });
    expect(saidOf(called)).toContain(said);
    expect(world.kinds(2)).toEqual([]);
  });

  it('[MC-04] a set that is there is not written over, and no more sets than planned are taken', async () => {
    await log({ ...march, pain: 0, beforeSession: before });
    expect(await log({ ...march, set: 1, pain: 5 })).toMatchObject({ ok: false, error: { field: 'set' } });
    await log({ ...march, pain: 0 });
    expect(saidOf(await log({ ...march, pain: 0 }))).toContain('More than planned');
    expect(runs()[0]?.sets.map(({ pain }) => pain)).toEqual([0, 0]);
  });

  it('[MC-04] the last open set completes the session; the person can end it earlier', async () => {
    let last = await log({ ...march, pain: 0, beforeSession: before });
    while (dataOf(last).stillOpen.length > 0) {
      const [{ exercise, side }] = dataOf(last).stillOpen;
      last = await log({ exercise, side, pain: 0, ...(exercise === lunge.exercise ? { holdSeconds: 45 } : { reps: 8 }) });
    }
    expect(dataOf(last).session).toBe('completed');
    expect(runs()[0]?.outcome).toBe('completed');
    expect(saidOf(await log({ ...march, pain: 0 }))).toContain('is done');
    world.nextDay();
    expect(dataOf(await world.call('get_today')).isDayAfterAnswerDue).toBe(true);
    await log({ ...lunge, side: 'left', pain: 0, beforeSession: before, endsSession: true });
    expect(runs()[1]).toMatchObject({ outcome: 'ended-early' });
  });

  it('[MC-04] goes on in a session that was begun in psoas, without asking again', async () => {
    const [session] = dataOf(await world.call('get_today')).sessions;
    const items = session.items.map((item: object) => ({ ...item, class: 'stretch', because: [] }));
    world.append('session-started', { run: 'own', session: session.id, items, options: { firstSide: 'left', order: 'alternate' } });
    expect((await log({ ...lunge, side: 'right', pain: 0 })).ok).toBe(true);
    expect(runs().map(({ run, sets }) => [run, sets.length])).toEqual([['own', 1]]);
  });

  it.each([
    ['no short form', { ...lunge, side: 'left' }],
    ['an exercise that is not in it', { exercise: 'dead-bug', side: 'both', reps: 8 }],
    ['a side that it does not have', { ...lunge, side: 'both', beforeSession: before }],
  ])('[MC-04] chest symptoms said with a set that is refused (%s) are kept, and said first', async (_, args) => {
    const called = await log({ ...args, sign: 'chest-symptoms' });
    expect(called).toMatchObject({ ok: false, error: { isPartWritten: true } });
    expect(saidOf(called)).toMatch(/^What follows: Stop. Get emergency help now/);
    expect(saidOf(called)).toContain('[A] Get help now');
    expect(world.kinds(2)).toEqual(['safety-answered']);
    expect(dataOf(await world.call('get_today')).stop.level).toBe('A');
  });

  it('[MC-04] a sign in the short form of a set that is refused is kept', async () => {
    const called = await log({ ...march, side: 'left', beforeSession: { ...before, newSigns: ['RF16'] } });
    expect(saidOf(called)).toMatch(/^\[B\]/);
    expect(called).toMatchObject({ ok: false, error: { field: 'side', isPartWritten: true } });
    expect(world.kinds(2)).toEqual(['safety-answered']);
  });

  it('[MC-03] a stop that somebody else wrote between reading and writing counts', async () => {
    const { diary } = world;
    const { addMany } = diary;
    Object.assign(diary, {
      addMany: async (choose: Parameters<typeof addMany>[0]) => {
        world.append('safety-answered', { newSigns: ['RF16'], painNow: 3 });
        return addMany(choose);
      },
    });
    const called = await log({ ...march, pain: 0, beforeSession: before });
    expect(saidOf(called)).toMatch(/^\[B\]/);
    expect(world.kinds(2)).toEqual(['safety-answered']);
  });
});
