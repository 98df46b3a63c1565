import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { foldDiary, type DiaryState } from '@psoas/core/diary';
import { progressOf, strengthSeries, workByPeriod } from '@psoas/core/progress';
import { catalogue } from '@psoas/knowledge/rules';
import { describe, expect, it } from 'vitest';

const first = dayOf('2026-03-02');
const sessions = 1250;
const last = addDays(first, 5 * 366);
const items = [
  { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] },
  { exercise: 'standing-march', class: 'strengthen', side: 'both', sets: 2, reps: 10, restSeconds: 30, because: ['P-02'] },
];
const answers = {
  about: { ageYears: 41, sittingHoursPerDay: 9, sports: [], level: 'beginner', goals: ['flexibility'], daysPerWeek: 5, minutesPerDay: 12, equipment: ['mat'], canKneel: true, canUseFloor: true, needsBalanceSupport: false },
  safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: {} },
  pain: { now: 1, where: [] },
  tests: { halfKneeling: { left: { felt: 'nothing' }, right: { felt: 'nothing' } }, kneeLift: { left: { result: 'clean' }, right: { result: 'clean' } } },
};

/** Five sessions a week for five years, eight sets each, and a check every four weeks. */
function fiveYears(): DiaryState {
  const entry = (id: string, kind: string, day: LocalDate, data: unknown) => ({ id, kind, version: 1, atMillis: 1_772_409_600_000 + Number(id.split('-')[1]) * 86_400_000, day, data });
  const ofSession = (index: number) => {
    const day = addDays(first, Math.floor(index / 5) * 7 + (index % 5));
    const run = `run-${index}`;
    const sets = [0, 1].flatMap((item) => [1, 2].flatMap((set) => ['left', 'right'].map((side) => entry(`set-${index}-${item}${set}${side}`, 'set-logged', day, { run, item, exercise: items[item]?.exercise, side, set, seconds: 45, reps: 10, pain: index % 5 }))));
    return [entry(`start-${index}`, 'session-started', day, { run, session: 'day-1-home', items, options: { firstSide: 'left', order: 'alternate' } }), ...sets];
  };
  const checks = Array.from({ length: 65 }, (_, index) => entry(`check-${index * 28}`, 'check-completed', addDays(first, index * 28), { answers }));
  return foldDiary([...Array.from({ length: sessions }, (_, index) => ofSession(index)).flat(), ...checks]);
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

describe('five years of diary with 10,000 sets', () => {
  const state = fiveYears();
  const time = { from: first, to: last, period: 'week', firstWeekday: 1 } as const;

  it.each([
    ['sums of all weeks', () => workByPeriod(state, time).length],
    ['all points and judgements', () => progressOf(state, { catalogue, today: last, programme: null }).pain.length],
    ['best sets', () => strengthSeries(state, first)?.left.length],
  ])('[PR-01] %s take less than 20 ms', (_, work) => {
    expect(state.runs.flatMap((run) => run.sets)).toHaveLength(10_000);
    expect(work()).toBeGreaterThan(200);
    const times = Array.from({ length: 25 }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});
