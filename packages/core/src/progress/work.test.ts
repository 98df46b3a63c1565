import { addDays, sides, type LocalDate } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry } from '../diary/testing/sample-events.ts';
import { minutesOf, sessionEntries } from './testing/session-entries.ts';
import { totalWork, workByPeriod, type PeriodWork } from './work.ts';

const first = day('2026-03-02');
const weekly = (entries: readonly unknown[], to: LocalDate = addDays(first, 69)): readonly PeriodWork[] =>
  workByPeriod(foldDiary(entries), { from: first, to, period: 'week', firstWeekday: 1 });
const taken = (on: LocalDate, id: string, left: number, right: number) => entry('break-taken', { occasion: 'desk', left, right }, { id, at: minutesOf(on) + 600, on });
const someDay = fc.integer({ min: 0, max: 69 }).map((days) => addDays(first, days));
const someDays = fc.uniqueArray(someDay, { maxLength: 12 });

describe('work of a week', () => {
  it('[PR-01] adds what each side really held, sessions and breaks together', () => {
    const [week] = weekly([...sessionEntries(first, 'a'), taken(first, 'b', 30, 20)], first);
    expect(week).toEqual({
      start: first,
      left: { stretchSeconds: 120, strengthSeconds: 100, otherSeconds: 0, strengthSets: 2, strengthReps: 20 },
      right: { stretchSeconds: 110, strengthSeconds: 100, otherSeconds: 0, strengthSets: 2, strengthReps: 20 },
      sessions: 1,
      sessionDays: 1,
      breaks: 1,
    });
  });

  it('[PR-01] a set that both sides did at once counts whole for each', () => {
    const [start, ...rest] = sessionEntries(first, 'a');
    const sets = rest.filter(({ kind }) => kind === 'set-logged').slice(0, 1).map((set) => ({ ...set, data: { ...(set['data'] as object), side: 'both' } }));
    const [week] = weekly([start, ...sets], first);
    expect([week?.left.stretchSeconds, week?.right.stretchSeconds]).toEqual([45, 45]);
  });

  it('[PR-01] one more break adds exactly its seconds, on its side and in its week', () => {
    fc.assert(
      fc.property(someDays, someDay, fc.nat(300), fc.nat(300), (days, on, left, right) => {
        const before = days.flatMap((each, index) => sessionEntries(each, `run-${index}`));
        const without = weekly(before);
        const withBreak = weekly([...before, taken(on, 'extra', left, right)]);
        without.forEach((week, index) => {
          const after = withBreak[index];
          const isIts = week.start <= on && on < addDays(week.start, 7);
          expect(after?.left.stretchSeconds).toBe(week.left.stretchSeconds + (isIts ? left : 0));
          expect(after?.right.stretchSeconds).toBe(week.right.stretchSeconds + (isIts ? right : 0));
          expect(after?.left.strengthSeconds).toBe(week.left.strengthSeconds);
        });
      }),
    );
  });

  it('[PR-01] weeks and months add up to the same, and to what the diary holds', () => {
    fc.assert(
      fc.property(someDays, fc.integer({ min: 1, max: 7 }), (days, firstWeekday) => {
        const state = foldDiary([...days.flatMap((each, index) => sessionEntries(each, `run-${index}`)), ...days.map((each, index) => taken(each, `b-${index}`, index, 2 * index))]);
        const input = { from: first, to: addDays(first, 69), firstWeekday };
        for (const side of sides) {
          const weeks = totalWork(workByPeriod(state, { ...input, period: 'week' }), side);
          expect(totalWork(workByPeriod(state, { ...input, period: 'month' }), side)).toEqual(weeks);
          const sets = state.runs.flatMap((run) => run.sets).filter((set) => set.side === side);
          const all = sets.reduce((total, { seconds }) => total + seconds, 0) + state.breaks.reduce((total, each) => total + each[side], 0);
          expect(weeks.stretchSeconds + weeks.strengthSeconds + weeks.otherSeconds).toBe(all);
        }
      }),
    );
  });
});
