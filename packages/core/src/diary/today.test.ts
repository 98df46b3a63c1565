import { describe, expect, it } from 'vitest';
import { assessFromDiary } from './assess-from-diary.ts';
import { foldDiary } from './fold-diary.ts';
import { day, entry, healthyAnswers, samples } from './testing/sample-events.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';
import { redsInLastWeek } from './pain-over-time.ts';
import { todayOf, type Today } from './today.ts';

// Five days a week: days 1, 2, 3, 5 and 6 of the programme have a session.
const check = entry('check-completed', { answers: healthyAnswers }, { id: 'check' });
const started = entry('programme-started', { check: 'check' }, { id: 'started', at: 1 });
type When = { readonly at?: number; readonly on?: string };

function walk(
  run: string,
  finish: {
    readonly outcome?: string;
    readonly because?: string;
    readonly pains?: readonly number[];
    readonly session?: string;
  } = {},
  { at = 10, on = '2026-03-02' }: When = {},
): readonly unknown[] {
  const { outcome, because, pains = [1], session = 'day-1-home' } = finish;
  return [
    entry(
      'session-started',
      { ...samples['session-started'][0], run, session },
      { id: `${run}-start`, at, on },
    ),
    ...pains.map((pain, item) =>
      entry(
        'set-logged',
        { ...samples['set-logged'][0], run, item, pain },
        { id: `${run}-${item}`, at: at + 1, on },
      ),
    ),
    ...(outcome === undefined
      ? []
      : [
          entry(
            'session-finished',
            { run, outcome, ...(because && { because }) },
            { id: `${run}-end`, at: at + 9, on },
          ),
        ]),
  ];
}
const short = (newSigns: readonly string[], painNow = 0, { at = 5, on = '2026-03-02' }: When = {}): unknown =>
  entry('safety-answered', { newSigns, painNow }, { id: `short-${at}`, at, on });

function todayOn(on: string, ...entries: readonly unknown[]): Today {
  const state = foldDiary(entries);
  return todayOf(state, assessFromDiary(state, { catalogue: smallCatalogue, today: day(on) }), day(on));
}

describe('todayOf', () => {
  it('asks for a check first', () => {
    expect(todayOn('2026-03-02')).toMatchObject({ kind: 'no-check', sessions: [] });
  });

  it('[E-10] counts the days of the programme from its start, week after week', () => {
    expect(todayOn('2026-03-02', check, started)).toMatchObject({
      kind: 'sessions',
      dayOfWeek: 1,
      sessions: [{ id: 'day-1-home', done: false }],
      nextDay: { day: '2026-03-03' },
    });
    expect(todayOn('2026-03-05', check, started)).toMatchObject({
      kind: 'rest',
      dayOfWeek: 4,
      sessions: [],
      nextDay: { day: '2026-03-06', sessions: [{ day: 5 }] },
    });
    expect(todayOn('2026-03-09', check, started)).toMatchObject({ kind: 'sessions', dayOfWeek: 1 });
  });

  it('marks what was done today, and only today', () => {
    expect(
      todayOn('2026-03-02', check, started, ...walk('a', { outcome: 'completed' })).sessions,
    ).toMatchObject([{ done: true }]);
    expect(
      todayOn('2026-03-02', check, started, ...walk('a', { outcome: 'ended-early', pains: [] })).sessions,
    ).toMatchObject([{ done: false }]);
    expect(
      todayOn('2026-03-09', check, started, ...walk('a', { outcome: 'completed' })).sessions,
    ).toMatchObject([{ done: false }]);
  });

  it('[E-07] offers to go on with a session of today', () => {
    expect(todayOn('2026-03-02', check, started, ...walk('a')).unfinishedRun).toMatchObject({ run: 'a' });
    expect(todayOn('2026-03-03', check, started, ...walk('a')).unfinishedRun).toBeUndefined();
  });

  it('[E-07] [S-06] does not go on with one from before a new check, which may leave out what it holds', () => {
    const again = entry('check-completed', { answers: healthyAnswers }, { id: 'again', at: 60 });
    expect(todayOn('2026-03-02', check, started, ...walk('a'), again).unfinishedRun).toBeUndefined();
    expect(todayOn('2026-03-02', check, started, ...walk('a'), again, ...walk('b', {}, { at: 70 })).unfinishedRun).toMatchObject({ run: 'b' });
  });

  it('[E-09] a sign of the short form stops until a new check', () => {
    expect(todayOn('2026-03-02', check, started, short(['RF13']))).toMatchObject({
      kind: 'stopped',
      because: ['RF13'],
      sessions: [],
    });
    expect(
      todayOn('2026-03-20', check, started, short(['RF13']), short([], 0, { at: 60, on: '2026-03-20' })),
    ).toMatchObject({ kind: 'stopped' });
    const again = entry('check-completed', { answers: healthyAnswers }, { id: 'check-2', at: 100 });
    expect(todayOn('2026-03-02', check, started, short(['RF13']), again)).toMatchObject({ kind: 'sessions' });
  });

  it('[E-09] a sign of a later day or moment stays, though a check of a device whose clock ran ahead stands behind it', () => {
    const ahead = entry('check-completed', { answers: healthyAnswers }, { id: 'check-2', at: 1_000_000 });
    const sign = short(['RF07'], 0, { at: 1500, on: '2026-03-03' });
    expect(todayOn('2026-03-03', check, started, sign, ahead)).toMatchObject({ kind: 'stopped', because: ['RF07'] });
    const earlier = entry('check-completed', { answers: healthyAnswers }, { id: 'check-3', at: 1400, on: '2026-03-03' });
    expect(todayOn('2026-03-03', check, started, sign, earlier)).toMatchObject({ kind: 'stopped' });
    const anew = entry('check-completed', { answers: healthyAnswers }, { id: 'check-4', at: 1600, on: '2026-03-03' });
    expect(todayOn('2026-03-03', check, started, sign, earlier, anew).kind).not.toBe('stopped');
  });

  it('[E-09] [S-PAIN] pain of 6 at rest stops, 5 does not', () => {
    expect(todayOn('2026-03-02', check, started, short([], 6))).toMatchObject({
      kind: 'stopped',
      because: ['S-PAIN'],
    });
    expect(todayOn('2026-03-02', check, started, short([], 5))).toMatchObject({ kind: 'sessions' });
  });

  it('[S-01] a check that forbids training stops', () => {
    const numb = entry(
      'check-completed',
      { answers: { ...healthyAnswers, safety: { ...healthyAnswers.safety, yes: ['RF01'] } } },
      { id: 'numb' },
    );
    expect(todayOn('2026-03-02', numb)).toMatchObject({ kind: 'stopped', because: ['RF01'] });
  });

  it('[RF42] [RF54] fever and sedatives pass: not today, and fever not on the day after', () => {
    const ill = entry(
      'check-completed',
      { answers: { ...healthyAnswers, safety: { ...healthyAnswers.safety, yes: ['RF42', 'RF54'] } } },
      { id: 'ill' },
    );
    expect(todayOn('2026-03-02', ill, started)).toMatchObject({
      kind: 'not-today',
      because: ['RF42', 'RF54'],
    });
    expect(todayOn('2026-03-03', ill, started)).toMatchObject({ kind: 'not-today', because: ['RF42'] });
    expect(todayOn('2026-03-04', ill, started)).toMatchObject({ kind: 'sessions' });
    expect(todayOn('2026-03-02', check, started, short(['RF54']))).toMatchObject({
      kind: 'not-today',
      because: ['RF54'],
    });
  });

  it('[D-01] a session that a rule stopped is the last of its day', () => {
    const stopped = walk('a', { outcome: 'stopped', because: 'D-01' });
    expect(todayOn('2026-03-02', check, started, ...stopped)).toMatchObject({
      kind: 'not-today',
      because: ['D-01'],
    });
    expect(todayOn('2026-03-03', check, started, ...stopped)).toMatchObject({ kind: 'sessions' });
  });

  it("[D-05] two reds in a week stop until a check or a clinician's word", () => {
    const first = walk('a', { outcome: 'completed', pains: [6] });
    const second = walk('b', { outcome: 'completed', pains: [7] }, { at: 7000, on: '2026-03-08' });
    const late = walk('b', { outcome: 'completed', pains: [7] }, { at: 8640, on: '2026-03-09' });
    expect(todayOn('2026-03-09', check, started, ...first)).toMatchObject({ kind: 'sessions' });
    expect(todayOn('2026-03-09', check, started, ...first, ...second)).toMatchObject({
      kind: 'stopped',
      because: ['D-05'],
    });
    expect(todayOn('2026-03-10', check, started, ...first, ...late)).toMatchObject({ kind: 'sessions' });
    const word = entry('clinician-agreed', { flags: [], date: '2026-03-09' }, { id: 'word', at: 9000 });
    expect(todayOn('2026-03-09', check, started, ...first, ...second, word)).toMatchObject({
      kind: 'sessions',
    });
    const future = entry('clinician-agreed', { flags: [], date: '2030-01-01' }, { id: 'future', at: 9e6, on: '2030-01-01' });
    expect(todayOn('2026-03-09', check, started, ...first, ...second, future)).toMatchObject({ because: ['D-05'] });
    expect(redsInLastWeek(foldDiary([...first, ...second]).runs, day('2026-03-08'), [])).toBe(2);
  });

  it('[D-05] a red with a nerve sign stops at once, until a check', () => {
    const nerve = walk('a', { outcome: 'stopped', because: 'D-05', pains: [6] });
    expect(todayOn('2026-03-03', check, started, ...nerve)).toMatchObject({
      kind: 'stopped',
      because: ['D-05'],
    });
    const again = entry(
      'check-completed',
      { answers: healthyAnswers },
      { id: 'check-2', at: 1500, on: '2026-03-03' },
    );
    expect(todayOn('2026-03-03', check, started, ...nerve, again)).toMatchObject({ kind: 'sessions' });
  });

  it.each([
    { what: 'rose from 2 to 4 in a week', before: [2, 2], after: [4, 4], onDay: 9, kind: 'stopped' },
    { what: 'rose from 2 to 4 in two weeks', before: [2, 2], after: [4, 4], onDay: 16, kind: 'stopped' },
    { what: 'rose by less than 2', before: [2.5, 2.5], after: [4, 4], onDay: 9, kind: 'sessions' },
    { what: 'rose by 2 but stays below 4', before: [1, 1], after: [3, 3.5], onDay: 9, kind: 'sessions' },
    { what: 'rose within more than two weeks', before: [2, 2], after: [4, 4], onDay: 23, kind: 'sessions' },
  ])('[D-05] the weekly mean of pain $what', ({ before, after, onDay, kind }) => {
    const on = `2026-03-${String(onDay).padStart(2, '0')}`;
    const first = walk('a', { outcome: 'completed', pains: before });
    const second = walk('b', { outcome: 'completed', pains: after }, { at: (onDay - 2) * 1440 + 10, on });
    expect(todayOn(on, check, started, ...first, ...second).kind).toBe(kind);
  });

  it('[D-03] asks for the day after, from the next day on and for three days', () => {
    const done = walk('a', { outcome: 'completed' });
    expect(todayOn('2026-03-02', check, started, ...done).nextDayDue).toBeUndefined();
    expect(todayOn('2026-03-03', check, started, ...done).nextDayDue).toMatchObject({ run: 'a' });
    expect(todayOn('2026-03-06', check, started, ...done).nextDayDue).toBeUndefined();
    const answer = entry(
      'next-day-answer',
      { run: 'a', comparedWithBefore: 'same', painNow: 1 },
      { id: 'answer', at: 1500, on: '2026-03-03' },
    );
    expect(todayOn('2026-03-03', check, started, ...done, answer).nextDayDue).toBeUndefined();
  });

  it('[D-06] the check comes again after 28 days, not sooner', () => {
    expect(todayOn('2026-03-29', check, started).retestDue).toBe(false);
    expect(todayOn('2026-03-30', check, started).retestDue).toBe(true);
  });
});
