import { describe, expect, it } from 'vitest';
import { isReminderDue, minuteOfTime, readReminded, readReminderTimes, timeOfMinute } from './session-reminder.ts';

const sixInTheEvening = 18 * 60;
const monday = (minuteOfDay: number) => ({ day: '2026-11-23', weekday: 1, minuteOfDay });

describe('isReminderDue', () => {
  it('reminds at the chosen time, and not before', () => {
    expect(isReminderDue({ 1: sixInTheEvening }, undefined, monday(sixInTheEvening - 0.1))).toBe(false);
    expect(isReminderDue({ 1: sixInTheEvening }, undefined, monday(sixInTheEvening))).toBe(true);
    expect(isReminderDue({ 2: sixInTheEvening }, undefined, monday(sixInTheEvening))).toBe(false);
  });

  it('does not make up for a time that is long past', () => {
    expect(isReminderDue({ 1: 600 }, undefined, monday(780))).toBe(true);
    expect(isReminderDue({ 1: 600 }, undefined, monday(781))).toBe(false);
  });

  it('repeats once, an hour later, and then leaves it', () => {
    const told = (times: number) => ({ day: '2026-11-23', times });
    expect(isReminderDue({ 1: 600 }, told(1), monday(659))).toBe(false);
    expect(isReminderDue({ 1: 600 }, told(1), monday(660))).toBe(true);
    expect(isReminderDue({ 1: 600 }, told(2), monday(700))).toBe(false);
    expect(isReminderDue({ 1: 600 }, { day: '2026-11-22', times: 2 }, monday(600))).toBe(true);
  });
});

it('takes whole minutes of known days from the storage, and nothing else', () => {
  expect(readReminderTimes({ 1: 600, 2: 1440, 3: -1, 4: '600', 5: 0.5, 8: 600 })).toEqual({ 1: 600 });
  expect([readReminderTimes(null), readReminded([]), readReminded({ day: 1 })]).toEqual([{}, undefined, undefined]);
  expect(readReminded({ day: '2026-11-23', times: 1 })).toEqual({ day: '2026-11-23', times: 1 });
});

it('reads and writes times of day', () => {
  expect(['18:05', '00:00', '24:00', '9:00', '12:75', ''].map(minuteOfTime)).toEqual([1085, 0, undefined, undefined, undefined, undefined]);
  expect([1085, 0, 1439].map(timeOfMinute)).toEqual(['18:05', '00:00', '23:59']);
});
