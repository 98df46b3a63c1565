import { describe, expect, it } from 'vitest';
import type { Amounts, ExerciseSetting } from '../../programme/index.ts';
import { dayAfter, doneSets, holdItem, lunge, raise, repsItem, testContext, trained } from '../testing/training.ts';
import { foldSteps, type StepState } from './fold-steps.ts';
import type { ProposalMoment } from './proposal-moments.ts';
import type { TrainingDay } from './training-days.ts';

const dayMillis = 86_400_000;
// Accepted an hour after midnight: before the session of the same day, which begins at midnight in these tests, when `hours` is -1.
const accepted = (days: number, amounts: Amounts, { id = 'p', exercise = 'raise', hours = 1 } = {}): ProposalMoment => ({ proposal: id, by: 'Anna', exercise, amounts, day: dayAfter(days), atMillis: days * dayMillis + hours * 3_600_000 });
const takenBack = (days: number, id = 'p', exercise = 'raise'): ProposalMoment => ({ proposal: id, by: 'Anna', exercise, day: dayAfter(days), atMillis: days * dayMillis + 7_200_000 });
const steps = (days: readonly TrainingDay[], proposals: readonly ProposalMoment[], today = 30): StepState => foldSteps(days, testContext([lunge, raise], { today: dayAfter(today), proposals }));
const settingOf = (state: StepState, exercise = 'raise'): ExerciseSetting | undefined => state.progressByExercise.get(exercise)?.setting;
const told = ({ changes }: StepState): readonly unknown[] => changes.map(({ key, rule, values: { from, to } }) => [rule, key, from, to].filter((part) => part !== undefined).join(' '));
const bad = (days: number, item = repsItem()): TrainingDay => trained(days, item, { sets: doneSets(item, { pain: 6 }) });
const amber = (days: number, item = repsItem()): TrainingDay => trained(days, item, { sets: doneSets(item, { pain: 4 }) });

describe('accepted amounts in the steps', () => {
  it('[SH-10] count from their moment, with the rule, the name and the numbers', () => {
    const state = steps([trained(0, repsItem())], [accepted(1, { reps: 12, sets: 3 })], 2);
    expect(settingOf(state)).toMatchObject({ reps: 12, sets: 3, because: 'SH-10' });
    expect(told(state)).toEqual(['SH-10 setsTo 2 3', 'SH-10 repsTo 10 12']);
    expect(state.changes[0]).toMatchObject({ exercise: 'raise', side: 'both', day: dayAfter(1), values: { by: 'Anna' } });
  });

  it('[SH-10] count before the exercise was ever done', () => {
    const state = steps([], [accepted(0, { reps: 8 })]);
    expect(settingOf(state)).toMatchObject({ reps: 8 });
    expect(told(state)).toEqual(['SH-10 repsTo 10 8']);
  });

  it('[SH-10] later steps go on from there', () => {
    const days = [trained(0, repsItem()), trained(2, repsItem({ reps: 8 })), trained(4, repsItem({ reps: 8 }))];
    expect(told(steps(days, [accepted(1, { reps: 8 })], 6))).toEqual(['SH-10 repsTo 10 8', 'D-03 repsUp 8 10']);
    const hurt = [trained(0, repsItem()), bad(2, repsItem({ reps: 12 }))];
    expect(told(steps(hurt, [accepted(1, { reps: 12 })], 3))).toEqual(['SH-10 repsTo 10 12', 'D-04 repsDown 12 10']);
  });

  it('[SH-09] stay in the range of the exercise; seconds mean nothing for repetitions', () => {
    expect(settingOf(steps([], [accepted(0, { reps: 100, sets: 9, holdSeconds: 50 })]))).toMatchObject({ reps: 12, sets: 3 });
    expect(settingOf(steps([], [accepted(0, { reps: 100, holdSeconds: 50 })]))).not.toHaveProperty('holdSeconds');
    expect(settingOf(steps([], [accepted(0, { sets: 3, holdSeconds: 5 }, { exercise: 'lunge' })]), 'lunge')).toMatchObject({ sets: 2, holdSeconds: 30 });
  });

  it('[SH-13] after pain more waits for two good sessions and then comes; the wait is told', () => {
    const low = repsItem({ reps: 8 });
    const early = steps([bad(0), trained(2, low)], [accepted(1, { reps: 12 })], 3);
    expect(settingOf(early)?.reps).toBe(8);
    expect(told(early)).toEqual(['D-04 repsDown 10 8', 'SH-10 proposalWaits']);
    const late = steps([bad(0), trained(2, low), trained(4, low)], [accepted(1, { reps: 12 })], 5);
    expect(settingOf(late)?.reps).toBe(12);
    expect(told(late)).toEqual(['D-04 repsDown 10 8', 'SH-10 proposalWaits', 'SH-10 repsTo 8 12']);
  });

  it('[SH-13] a bad session before the answer comes first, although it was on the same day', () => {
    expect(told(steps([bad(0)], [accepted(0, { reps: 12 })], 1))).toEqual(['D-04 repsDown 10 8', 'SH-10 proposalWaits']);
    expect(told(steps([bad(0, repsItem({ reps: 12 }))], [accepted(0, { reps: 12 }, { hours: -1 })], 1))).toEqual(['SH-10 repsTo 10 12', 'D-04 repsDown 12 10']);
  });

  it('[SH-13] what went well on the bad day itself does not count yet', () => {
    const low = repsItem({ reps: 8 });
    const twice: TrainingDay = { ...bad(0), exercises: [...bad(0).exercises, ...trained(0, repsItem()).exercises] };
    const early = steps([twice, trained(2, low)], [accepted(1, { reps: 12 })], 3);
    expect(settingOf(early)?.reps).toBeLessThan(12);
    expect(told(steps([twice, trained(2, low)], [accepted(3, { reps: 12 })], 4)).at(-1)).toBe('SH-10 proposalWaits');
    expect(settingOf(steps([twice, trained(2, low), trained(4, low), trained(6, low)], [accepted(1, { reps: 12 })], 7))?.reps).toBe(12);
  });

  it('[SH-13] a trim comes back first, and what waited then counts instead', () => {
    const trimmed = repsItem({ reps: 8 });
    const state = steps([amber(0), trained(2, trimmed), trained(4, trimmed)], [accepted(1, { reps: 12 })], 5);
    expect(told(state)).toEqual(['D-04 trim 10 8', 'SH-10 proposalWaits', 'D-03 untrim 8 10', 'SH-10 repsTo 10 12']);
  });

  it('[SH-13] after a bad answer of the day after, and after a long gap, more waits too', () => {
    const worse = { run: 'run', comparedWithBefore: 'worse', painNow: 2 } as const;
    expect(told(steps([trained(0, repsItem(), { nextDay: worse })], [accepted(1, { reps: 12 })], 2))).toContain('SH-10 proposalWaits');
    expect(told(steps([trained(0, repsItem())], [accepted(12, { reps: 12 })], 13))).toEqual(['D-09 repsDown 10 8', 'SH-10 proposalWaits']);
  });

  it('[SH-13] less counts at once, also after pain, and what holds the exercise stays the reason', () => {
    const state = steps([bad(0)], [accepted(1, { reps: 6 })], 2);
    expect(settingOf(state)).toMatchObject({ reps: 6, because: 'D-04' });
    const trimmed = steps([amber(0)], [accepted(1, { reps: 6 })], 2);
    expect(settingOf(trimmed)).toMatchObject({ reps: 6, beforeTrim: { reps: 6 } });
  });

  it('[SH-12] taken back before anything was done it is as if it had never been', () => {
    const before = steps([trained(0, repsItem())], [], 3);
    expect(steps([trained(0, repsItem())], [accepted(1, { reps: 12 }), takenBack(2)], 3)).toEqual(before);
    expect(steps([], [accepted(1, { reps: 12 }), takenBack(2)], 3)).toEqual(steps([], [], 3));
  });

  it('[SH-12] taken back after sessions, the amount goes back to what was given before', () => {
    const more = repsItem({ reps: 12 });
    const state = steps([trained(0, repsItem()), trained(2, more)], [accepted(1, { reps: 12 }), takenBack(3)], 4);
    expect(settingOf(state)?.reps).toBeUndefined();
    expect(told(state)).toEqual(['SH-10 repsTo 10 12', 'SH-12 repsTo 12 10']);
  });

  it('[SH-12] what came lower since stays lower, and pain gives nothing back', () => {
    const hurt = steps([trained(0, repsItem()), bad(2, repsItem({ reps: 12 })), bad(4, repsItem({ reps: 10 }))], [accepted(1, { reps: 12 }), takenBack(5)], 6);
    expect(settingOf(hurt)?.reps).toBe(8);
    const less = repsItem({ reps: 6 });
    const held = steps([trained(0, repsItem()), bad(2, less)], [accepted(1, { reps: 6 }), takenBack(3)], 4);
    expect(settingOf(held)?.reps).toBe(6);
  });

  it('[SH-12] what waited and was taken back never comes', () => {
    const low = repsItem({ reps: 8 });
    const state = steps([bad(0), trained(2, low), trained(4, low)], [accepted(1, { reps: 12 }), takenBack(3)], 5);
    expect(told(state)).toEqual(['D-04 repsDown 10 8', 'SH-10 proposalWaits', 'D-03 repsUp 8 10']);
  });

  it('[SH-10] holds work the same way', () => {
    const state = steps([trained(0, holdItem())], [accepted(1, { holdSeconds: 55 }, { exercise: 'lunge' })], 2);
    expect(told(state)).toEqual(['SH-10 holdTo 45 55']);
  });

  it('[SH-09] an amount for one side counts only while the exercise is done on that side', () => {
    const onlyLeft = { ...accepted(1, { reps: 12 }), onlyOn: 'left' } as const;
    expect(told(steps([trained(0, repsItem())], [onlyLeft], 2))).toEqual([]);
    expect(told(steps([trained(0, repsItem({ side: 'left' }))], [onlyLeft], 2))).toEqual(['SH-10 repsTo 10 12']);
  });
});
