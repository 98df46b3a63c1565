import { describe, expect, it } from 'vitest';
import { dayAfter, doneSets, holdItem, quiet, repsItem, walked } from '../testing/training.ts';
import { trainingDays } from './training-days.ts';

const march = repsItem({ exercise: 'march' });

describe('training days', () => {
  it('are those with a set, oldest first, whatever the order of the walks', () => {
    const runs = [walked(5, [holdItem()]), walked(2, [holdItem()], { sets: [] }), walked(0, [holdItem()])];
    expect(trainingDays(runs).map(({ day }) => day)).toEqual([dayAfter(0), dayAfter(5)]);
  });

  it.each([
    { session: 'day-1-home', counts: true },
    { session: 'day-3-gym', counts: true },
    { session: 'day-1-maintenance', counts: true },
    { session: 'day-7-light', counts: false },
    { session: 'day-1-before-run', counts: false },
    { session: 'day-1-after-run', counts: false },
    { session: 'day-1-after-ride', counts: false },
    { session: 'somebody-elses-home-session', counts: false },
  ])('[D-03] a session $session counts forward: $counts', ({ session, counts }) => {
    expect(trainingDays([walked(0, [holdItem()], { session })])[0]?.exercises).toMatchObject([{ exercise: 'lunge', counts, isMain: true }]);
  });

  it('[P-04] an extra set belongs to the item of both sides', () => {
    const both = holdItem();
    const extra = holdItem({ side: 'right', sets: 1 });
    const [done] = trainingDays([walked(0, [both, extra])])[0]?.exercises ?? [];
    expect(done?.item).toEqual(both);
    expect(done?.sets).toHaveLength(5);
  });

  it('[P-04] an item of one side stands for itself', () => {
    const [done] = trainingDays([walked(0, [holdItem({ side: 'right' })])])[0]?.exercises ?? [];
    expect(done).toMatchObject({ item: { side: 'right' }, sets: [{ side: 'right' }, { side: 'right' }] });
  });

  it('sets of an exercise that the session did not plan say nothing', () => {
    expect(trainingDays([walked(0, [holdItem()], { sets: doneSets(march) })])[0]?.exercises).toEqual([]);
  });

  it('[D-03] [D-04] the worst answer of the day after speaks for the day: worse or 6 and more, then sore or 4 and more, then the number', () => {
    const answered = (...answers: readonly (typeof quiet)[]): unknown =>
      trainingDays(answers.map((nextDay, index) => walked(0, [holdItem()], { run: `run-${index}`, nextDay })))[0]?.nextDay;
    const worse = { ...quiet, comparedWithBefore: 'worse' } as const;
    const sore = { ...worse, soreness: 'both-sides' } as const;
    expect(answered({ ...quiet, painNow: 3 }, worse, sore)).toEqual(worse);
    expect(answered(quiet, sore)).toEqual(sore);
    expect(answered({ ...quiet, painNow: 7 }, sore)).toMatchObject({ painNow: 7 });
    expect(answered(quiet, { ...quiet, painNow: 3 })).toMatchObject({ painNow: 3 });
    expect(trainingDays([walked(0, [holdItem()])])[0]?.nextDay).toBeUndefined();
  });

  it('[D-03] [D-04] of two sessions on one day with the same exercise one counts, and one bears the day after', () => {
    const twice = trainingDays([walked(0, [holdItem()]), walked(0, [holdItem()], { run: 'again' })])[0]?.exercises;
    expect(twice?.map(({ counts, isMain }) => [counts, isMain])).toEqual([
      [false, false],
      [true, true],
    ]);
    const run = [walked(0, [holdItem({ holdSeconds: 15 })], { session: 'day-1-before-run' }), walked(0, [holdItem({ holdSeconds: 60 })], { run: 'after', session: 'day-1-after-run' })];
    expect(trainingDays(run)[0]?.exercises.map(({ item, isMain }) => [item.holdSeconds, isMain])).toEqual([
      [15, false],
      [60, true],
    ]);
    const gym = [walked(0, [march], { session: 'day-1-gym' }), walked(0, [{ ...march, reps: 12 }], { run: 'later', session: 'day-1-before-run' })];
    expect(trainingDays(gym)[0]?.exercises.map(({ isMain }) => isMain)).toEqual([true, false]);
  });

  it('begin with the first of their sessions', () => {
    const runs = [walked(0, [holdItem()], { startedAtMillis: 50 }), walked(0, [march], { run: 'early', startedAtMillis: 20 }), walked(0, [march], { run: 'late', startedAtMillis: 90 })];
    expect(trainingDays(runs).map(({ startedAtMillis }) => startedAtMillis)).toEqual([20]);
  });

  it('[P-04] hold each exercise by itself: its own item, wherever it stands, and its own sets', () => {
    const extra = holdItem({ side: 'right', sets: 1 });
    const exercises = trainingDays([walked(0, [extra, holdItem(), march])])[0]?.exercises ?? [];
    expect(exercises.map(({ exercise, item, sets, isMain, counts }) => [exercise, item.side, sets.length, isMain, counts])).toEqual([
      ['lunge', 'both', 5, true, true],
      ['march', 'both', 4, true, true],
    ]);
    expect(exercises.every(({ exercise, sets }) => sets.every((set) => set.exercise === exercise))).toBe(true);
  });

  it('[D-04] of sessions that do not count the one with the most speaks for the day, the last one of equal ones', () => {
    const mainOf = (...items: readonly (typeof march)[]): readonly boolean[] | undefined =>
      trainingDays(items.map((item, index) => walked(0, [item], { run: `run-${index}`, session: 'day-1-after-run' })))[0]?.exercises.map(({ isMain }) => isMain);
    expect(mainOf({ ...march, reps: 12 }, march)).toEqual([true, false]);
    expect(mainOf(march, { ...march, reps: 12 })).toEqual([false, true]);
    expect(mainOf(holdItem({ holdSeconds: 60 }), holdItem(), holdItem())).toEqual([true, false, false]);
    expect(mainOf(holdItem(), holdItem())).toEqual([false, true]);
  });
});
