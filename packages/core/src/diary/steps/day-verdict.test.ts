import { describe, expect, it } from 'vitest';
import type { LoggedRunSet } from '../diary-state.ts';
import type { NextDayAnswer } from '../event.ts';
import { doneSet, holdItem, lunge, quiet, raise, repsItem } from '../testing/training.ts';
import { verdictOf } from './day-verdict.ts';
import type { SideVerdict } from './step-change.ts';

type Parts = Partial<LoggedRunSet>;
const reps = (first: Parts, last: Parts = {}, nextDay: NextDayAnswer | null = quiet): SideVerdict =>
  verdictOf({ item: repsItem(), exercise: raise, sets: [doneSet(repsItem(), first), doneSet(repsItem(), { set: 2, ...last })], ...(nextDay && { nextDay }) });
const hold = (first: Parts, last: Parts = {}, exercise = lunge): SideVerdict =>
  verdictOf({ item: holdItem(), exercise, sets: [doneSet(holdItem(), first), doneSet(holdItem(), { set: 2, ...last })], nextDay: quiet });
const after = (answer: Partial<NextDayAnswer>): SideVerdict => reps({}, {}, { ...quiet, ...answer });

describe('the verdict of one side', () => {
  it('[D-03] is green when all sets are whole, two are in reserve and the day after was quiet', () => {
    expect(reps({})).toEqual({ verdict: 'green', rule: 'D-03', pain: 0 });
    expect(hold({})).toEqual({ verdict: 'green', rule: 'D-03', pain: 0 });
    expect(reps({ pain: 3 })).toMatchObject({ verdict: 'green', pain: 3 });
    expect(after({ comparedWithBefore: 'better', painNow: 3 })).toMatchObject({ verdict: 'green' });
  });

  it.each([
    { pain: 4, verdict: 'trim' },
    { pain: 5, verdict: 'trim' },
    { pain: 5.9, verdict: 'trim' },
    { pain: 6, verdict: 'back' },
    { pain: 10, verdict: 'back' },
  ])('[D-04] pain of $pain in any one set means $verdict', ({ pain, verdict }) => {
    expect(reps({ pain })).toEqual({ verdict, rule: 'D-04', pain });
    expect(reps({}, { pain })).toEqual({ verdict, rule: 'D-04', pain });
  });

  it.each(['groin-pinch', 'tingling'])('[D-01] %s steps back, whatever the number', (felt) => {
    expect(reps({ felt })).toEqual({ verdict: 'back', rule: 'D-01', pain: 0 });
    expect(hold({ felt })).toMatchObject({ verdict: 'back', rule: 'D-01' });
  });

  it('[D-01] back pain steps back on a stretch; on strength work it is lost form', () => {
    expect(hold({ felt: 'low-back' })).toMatchObject({ verdict: 'back', rule: 'D-01' });
    expect(reps({ felt: 'low-back' })).toMatchObject({ verdict: 'hold', rule: 'D-03' });
  });

  it("[D-01] the exercise's own stop places step back, its right places do not", () => {
    const exercise = { ...lunge, feelPlaces: { right: ['belly'], stop: ['knee'] } };
    expect(hold({ felt: 'knee' }, {}, exercise)).toMatchObject({ verdict: 'back', rule: 'D-01' });
    expect(hold({ felt: 'belly' }, {}, exercise)).toMatchObject({ verdict: 'green' });
    expect(hold({ felt: 'belly' })).toMatchObject({ verdict: 'hold' });
  });

  it('[D-01] a stop place counts though nobody asked about pain or the day after', () => {
    const silent = doneSet(repsItem(), { felt: 'tingling' });
    const { pain: _pain, ...unasked } = silent;
    expect(verdictOf({ item: repsItem(), exercise: raise, sets: [unasked] })).toEqual({ verdict: 'back', rule: 'D-01' });
  });

  it.each([
    { answer: { comparedWithBefore: 'worse', painNow: 1 }, verdict: 'back' },
    { answer: { comparedWithBefore: 'worse', painNow: 1, soreness: 'one-side' }, verdict: 'back' },
    { answer: { comparedWithBefore: 'worse', painNow: 1, soreness: 'none' }, verdict: 'back' },
    { answer: { comparedWithBefore: 'worse', painNow: 5, soreness: 'both-sides' }, verdict: 'hold' },
    { answer: { comparedWithBefore: 'same', painNow: 1, soreness: 'both-sides' }, verdict: 'hold' },
    { answer: { comparedWithBefore: 'same', painNow: 4 }, verdict: 'hold' },
    { answer: { comparedWithBefore: 'better', painNow: 6 }, verdict: 'back' },
    { answer: { comparedWithBefore: 'worse', painNow: 6, soreness: 'both-sides' }, verdict: 'back' },
  ] as const)('[D-04] the day after $answer means $verdict', ({ answer, verdict }) => {
    expect(after(answer)).toEqual({ verdict, rule: 'D-04', pain: answer.painNow });
  });

  it('[D-02] the worst reading wins: red over amber, amber over a sore day after, both over lost form', () => {
    expect(reps({ pain: 6, felt: 'tingling' })).toMatchObject({ verdict: 'back', rule: 'D-04' });
    expect(reps({ pain: 4, form: 'lost' }, {}, { ...quiet, comparedWithBefore: 'worse' })).toMatchObject({ verdict: 'back' });
    expect(reps({ pain: 4 }, {}, { ...quiet, painNow: 5 })).toMatchObject({ verdict: 'trim', pain: 4 });
    expect(reps({ pain: 4, reps: 2, form: 'lost' }, {}, null)).toMatchObject({ verdict: 'trim' });
  });

  it('[D-03] lost form holds, also in the first set; a place nobody asked about is no fault', () => {
    expect(reps({ form: 'lost' })).toEqual({ verdict: 'hold', rule: 'D-03', pain: 0 });
    expect(reps({ form: 'kept' })).toMatchObject({ verdict: 'green' });
    const { felt: _felt, ...unasked } = doneSet(repsItem());
    expect(verdictOf({ item: repsItem({ sets: 1 }), exercise: raise, sets: [unasked], nextDay: quiet })).toMatchObject({ verdict: 'green' });
  });

  it('[D-03] no answer of the day after, and pain not said, are unknown', () => {
    expect(reps({}, {}, null)).toEqual({ verdict: 'unknown', rule: 'D-03', pain: 0 });
    const { pain: _pain, ...unasked } = doneSet(repsItem());
    expect(verdictOf({ item: repsItem({ sets: 1 }), exercise: raise, sets: [unasked], nextDay: quiet })).toEqual({ verdict: 'unknown', rule: 'D-03' });
  });

  it.each<readonly [string, Parts, Parts]>([
    ['a repetition is missing', { reps: 9 }, {}],
    ['one is in reserve', {}, { repsInReserve: 1 }],
    ['only the first set had reserve', { repsInReserve: 5 }, { repsInReserve: 0 }],
  ])('[D-03] holds, and begins the count anew, when %s', (_why, first, last) => {
    expect(reps(first, last)).toMatchObject({ verdict: 'hold' });
  });

  it('[D-03] holds when a set is missing, and is green with one more than planned', () => {
    const sets = (count: number): readonly LoggedRunSet[] => Array.from({ length: count }, (_, index) => doneSet(repsItem(), { set: index + 1 }));
    const withSets = (count: number): SideVerdict => verdictOf({ item: repsItem(), exercise: raise, sets: sets(count), nextDay: quiet });
    expect([1, 2, 3].map((count) => withSets(count).verdict)).toEqual(['hold', 'green', 'green']);
  });

  it('[D-03] a hold may end a second early, not two; it needs no reserve', () => {
    expect(hold({ seconds: 44 })).toMatchObject({ verdict: 'green' });
    expect(hold({ seconds: 43 })).toMatchObject({ verdict: 'hold' });
  });

  it('[D-03] two in reserve are asked of the last set, and of each other set where it was asked', () => {
    const withReserve = (first: number | undefined, last: number | undefined): string => {
      const set = ({ repsInReserve: _reserve, ...rest }: LoggedRunSet, reserve: number | undefined): LoggedRunSet => ({ ...rest, ...(reserve !== undefined && { repsInReserve: reserve }) });
      const sets = [set(doneSet(repsItem()), first), set(doneSet(repsItem(), { set: 2 }), last)];
      return verdictOf({ item: repsItem(), exercise: raise, sets, nextDay: quiet }).verdict;
    };
    expect([withReserve(2, 2), withReserve(undefined, 2), withReserve(3, 5)]).toEqual(['green', 'green', 'green']);
    expect([withReserve(2, 1), withReserve(1, 2), withReserve(2, undefined), withReserve(undefined, undefined), withReserve(0, 0)]).toEqual(['hold', 'hold', 'hold', 'hold', 'hold']);
  });

  it('[D-03] without a set nothing is whole', () => {
    for (const item of [repsItem({ sets: 0 }), repsItem()]) expect(verdictOf({ item, exercise: raise, sets: [], nextDay: quiet })).toStrictEqual({ verdict: 'hold', rule: 'D-03' });
    expect(verdictOf({ item: holdItem(), exercise: lunge, sets: [], nextDay: quiet }).verdict).toBe('hold');
  });

  it('[D-03] a verdict carries no number that nobody gave', () => {
    const { pain: _pain, ...unasked } = doneSet(repsItem());
    const sets = [unasked, { ...unasked, set: 2 }];
    expect(verdictOf({ item: repsItem(), exercise: raise, sets, nextDay: quiet })).toStrictEqual({ verdict: 'unknown', rule: 'D-03' });
    expect(verdictOf({ item: repsItem(), exercise: raise, sets: [{ ...unasked, form: 'lost' }], nextDay: quiet })).toStrictEqual({ verdict: 'hold', rule: 'D-03' });
  });
});
