import { addDays, parseLocalDate, weekdayOf } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry } from '../diary/testing/sample-events.ts';
import type { PlannedSession } from '../programme/index.ts';
import { calendarOf } from './calendar.ts';
import { adherenceOf, type Plan } from './planned-days.ts';
import { addMonths, monthStartOf, spanStart, weekStartOf } from './span.ts';
import { strengthSeries } from './strength.ts';
import { minutesOf, sessionEntries } from './testing/session-entries.ts';

const session = (on: number, kind: PlannedSession['kind'] = 'home'): PlannedSession => ({ id: `day-${on}-${kind}`, kind, day: on, minutes: 10, seconds: 600, items: [] });
const startedOn = day('2026-03-02');
const plan: Plan = { startedOn, sessions: [session(1), session(3), session(5), session(6, 'before-run')] };
const state = foldDiary([
  ...sessionEntries(startedOn, 'a'),
  ...sessionEntries(addDays(startedOn, 1), 'b'),
  entry('break-taken', { occasion: 'desk', left: 30, right: 30 }, { id: 'c', at: minutesOf(addDays(startedOn, 3)), on: '2026-03-05' }),
]);

describe('calendar', () => {
  it('[PR-03] tells sessions, breaks, rest and what is planned; a planned day that passed is nothing', () => {
    const weeks = calendarOf(state, day('2026-03-01'), { today: day('2026-03-11'), plan, firstWeekday: 1 });
    expect(weeks.map((week) => week.map((each) => each?.mark ?? '').join(' '))).toEqual([
      '      none',
      'session session none break none rest rest',
      'none rest planned rest planned rest rest',
      'planned rest planned rest planned rest rest',
      'planned rest planned rest planned rest rest',
      'planned rest     ',
    ]);
  });

  it('[PR-03] shows every day of any month once, under its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 7 }), (days, firstWeekday) => {
        const start = monthStartOf(addDays(startedOn, days));
        const weeks = calendarOf(state, start, { today: startedOn, plan, firstWeekday });
        const shown = weeks.flat().flatMap((each) => each?.day ?? []);
        expect(shown[0]).toBe(start);
        expect(addDays(shown.at(-1) ?? start, 1)).toBe(addMonths(start, 1));
        expect(new Set(shown).size).toBe(shown.length);
        for (const week of weeks) week.forEach((each, index) => each && expect((weekdayOf(each.day) - firstWeekday + 7) % 7).toBe(index));
      }),
    );
  });

  it('[PR-02] counts planned and done days up to yesterday, or today once something was done', () => {
    expect(adherenceOf(state, plan, day('2026-03-09'))).toEqual({ from: startedOn, to: '2026-03-08', plannedDays: 3, doneDays: 2 });
    expect(adherenceOf(state, plan, startedOn)).toMatchObject({ plannedDays: 1, doneDays: 1 });
    expect(adherenceOf(foldDiary([]), plan, startedOn)).toBeUndefined();
    expect(adherenceOf(state, undefined, startedOn)).toBeUndefined();
  });
});

describe('time', () => {
  it('[PR-11] spans are whole weeks, the present one the last, and never begin before the diary', () => {
    const first = day('2026-01-07');
    const at = { today: day('2026-06-10'), first, firstWeekday: 1 };
    expect([spanStart('fourWeeks', at), spanStart('twelveWeeks', at), spanStart('all', at)]).toEqual(['2026-05-18', '2026-03-23', '2026-01-05']);
    expect(spanStart('twelveWeeks', { ...at, today: day('2026-01-20') })).toBe('2026-01-05');
  });

  it('counts months over years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 600 }), (months) => {
        const there = addMonths(day('2026-03-01'), months);
        expect(parseLocalDate(there).ok).toBe(true);
        const [year = 0, month = 0] = there.split('-').map(Number);
        expect(year * 12 + month).toBe(2026 * 12 + 3 + months);
        expect(weekStartOf(there, 1) <= there).toBe(true);
      }),
    );
  });
});

it('[PR-06] the best set of the exercise that was done on most days; a harder form beats more repetitions', () => {
  const [start, ...rest] = sessionEntries(addDays(startedOn, 9), 'd');
  const harder = [JSON.parse(JSON.stringify(start).replaceAll('"reps"', '"variant":"band","reps"')), ...rest];
  const series = strengthSeries(foldDiary([...sessionEntries(startedOn, 'a'), ...harder]), startedOn);
  expect([series?.exercise, series?.unit]).toEqual(['standing-march', 'reps']);
  expect(series?.left).toEqual([
    { day: '2026-03-02', value: 10 },
    { day: '2026-03-11', value: 10, variant: 'band' },
  ]);
});
