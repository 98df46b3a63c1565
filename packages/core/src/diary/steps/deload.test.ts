import { describe, expect, it } from 'vitest';
import { dayAfter, holdItem, walked } from '../testing/training.ts';
import { deloadCalendar } from './deload.ts';

const trainedOn = (...days: readonly number[]): ((day: number) => boolean) => {
  const isDeload = deloadCalendar({ runs: days.map((day) => walked(day, [holdItem()])) });
  return (day) => isDeload(dayAfter(day));
};
const weekly = (weeks: number): readonly number[] => Array.from({ length: weeks }, (_, week) => week * 7);

describe('[D-08] a lighter week', () => {
  it('is the eighth in a row with training, from its first day to its last', () => {
    const isLight = trainedOn(...weekly(8), 52);
    expect([48, 49, 55, 56].map(isLight)).toEqual([false, true, true, false]);
  });

  it('comes again eight weeks later', () => {
    const isLight = trainedOn(...weekly(17));
    expect([104, 105, 111, 112].map(isLight)).toEqual([false, true, true, false]);
  });

  it('begins its count anew after more than seven days without a session', () => {
    expect(trainedOn(...weekly(4), ...weekly(4).map((day) => day + 29))(49)).toBe(false);
    expect(trainedOn(...weekly(4), ...weekly(8).map((day) => day + 29))(29 + 49)).toBe(true);
  });

  it('is none in a week in which nobody has trained for eight days', () => {
    const isLight = trainedOn(...weekly(7));
    expect([49, 50].map(isLight)).toEqual([true, false]);
  });

  it('is none before the first session, and a session without a set is none', () => {
    expect(trainedOn()(49)).toBe(false);
    expect(deloadCalendar({ runs: weekly(8).map((day) => walked(day, [holdItem()], { sets: [] })) })(dayAfter(50))).toBe(false);
  });

  it('[D-02] a later session never changes what an earlier day was', () => {
    const days = [...weekly(7), 50, 57, 60];
    for (let day = 1; day < 70; day += 1) {
      const known = days.filter((trainedDay) => trainedDay <= day);
      expect(trainedOn(...known)(day), `day ${day}`).toBe(trainedOn(...days)(day));
    }
  });
});
