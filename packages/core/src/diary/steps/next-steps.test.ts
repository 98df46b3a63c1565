import { describe, expect, it } from 'vitest';
import type { DiaryState, Run } from '../diary-state.ts';
import { foldDiary } from '../fold-diary.ts';
import { day, entry, healthyAnswers } from '../testing/sample-events.ts';
import { smallCatalogue } from '../testing/small-catalogue.ts';
import { dayAfter, doneSets, holdItem, quiet, walked } from '../testing/training.ts';
import { nextSteps, settingsOf, stepsOf } from './next-steps.ts';

const lunge = holdItem({ exercise: 'kneeling-hip-flexor-lunge' });
const check = entry('check-completed', { answers: healthyAnswers }, { id: 'check', at: -1440, on: '2026-03-01' });
const state = (...runs: readonly Run[]): DiaryState => ({ ...foldDiary([check]), runs });
const good = (days: number): Run => walked(days, [lunge], { nextDay: quiet });
const bad = (days: number, pain: number): Run =>
  walked(days, [lunge], { sets: doneSets(lunge, { pain, day: dayAfter(days), atMillis: Date.parse(dayAfter(days)) }) });
const steps = (today: number, ...runs: readonly Run[]): readonly string[] =>
  nextSteps(state(...runs), { catalogue: smallCatalogue, today: dayAfter(today) }).map(({ side, step, rule, greens }) => `${side} ${step} ${rule} ${greens}`);

describe('[D-02] what comes next', () => {
  it('[D-03] holds after one good session and moves on after two', () => {
    expect(steps(1, good(0))).toEqual(['left hold D-03 1', 'right hold D-03 1']);
    expect(steps(3, good(0), good(2))).toEqual(['left progress D-03 0', 'right progress D-03 0']);
    expect(steps(5, good(0), good(2), good(4))).toEqual(['left hold D-03 1', 'right hold D-03 1']);
  });

  it('[D-04] amber holds, red steps back; a D-05 stop stands above both', () => {
    expect(steps(1, bad(0, 4))).toEqual(['left hold D-04 0', 'right hold D-04 0']);
    expect(steps(1, bad(0, 6))).toEqual(['left step-back D-04 0', 'right step-back D-04 0']);
    expect(steps(3, bad(0, 6), { ...bad(2, 6), run: 'second' })).toEqual(['left stop D-05 0', 'right stop D-05 0']);
  });

  it('[D-06] a due check holds what was good, and never what must step back', () => {
    expect(steps(40, good(32), good(34))).toEqual(['left hold D-06 2', 'right hold D-06 2']);
    expect(steps(40, good(32), bad(34, 6))).toEqual(['left step-back D-04 0', 'right step-back D-04 0']);
  });

  it('[D-08] the settings of a day say whether its week is lighter', () => {
    const runs = Array.from({ length: 8 }, (_, week) => good(week * 7));
    const of = (today: number): boolean => settingsOf(stepsOf(state(...runs), { catalogue: smallCatalogue, today: dayAfter(today) }), state(...runs), { today: dayAfter(today), freshStarts: 0 }).isDeload;
    expect([48, 49, 55, 56].map(of)).toEqual([false, true, true, false]);
  });

  it('[E-02] a correction of a set changes what followed from it', () => {
    const events = [
      check,
      entry('session-started', { run: 'a', session: 'day-1-home', items: [lunge], options: { firstSide: 'left', order: 'alternate' } }, { id: 'start' }),
      ...doneSets(lunge, { pain: 6 }).map(({ day: _day, atMillis: _at, ...set }, index) => entry('set-logged', { ...set, run: 'a' }, { id: `set-${index}`, at: index })),
    ];
    const mended = doneSets(lunge, { pain: 1 }).map(({ day: _day, atMillis: _at, ...set }, index) =>
      entry('correction', { of: `set-${index}`, data: { ...set, run: 'a' } }, { id: `mended-${index}`, at: 100 + index }),
    );
    const changesOf = (entries: readonly unknown[]): readonly string[] => stepsOf(foldDiary(entries), { catalogue: smallCatalogue, today: day('2026-03-03') }).changes.map(({ key }) => key);
    expect(changesOf(events)).toEqual(['holdDown']);
    expect(changesOf([...events, ...mended])).toEqual([]);
  });
});
